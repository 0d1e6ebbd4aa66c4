-- Minutes are joint, of which step's visit they are is not: until the step came to a result, its number is the ministry's
-- alone. That it was a visit both sides know who were there.
create table meeting_visit (
  meeting_id bigint not null constraint meeting_visit_pkey primary key,
  company_id bigint not null,
  side       text not null constraint meeting_visit_side check (side = 'ministry'),
  of_visit   boolean not null generated always as (true) stored,
  visit      text not null
);
insert into meeting_visit (meeting_id, company_id, side, visit)
  select id, company_id, 'ministry', visit from meeting where visit is not null;

alter table meeting add column of_visit boolean not null default false;
alter table meeting disable trigger meeting_only_added;
update meeting set of_visit = true where visit is not null;
alter table meeting enable trigger meeting_only_added;
drop policy company_writes on meeting;
alter table meeting drop column visit, add constraint meeting_id_company_visit unique (id, company_id, of_visit);
create policy company_writes on meeting for insert to side_company with check (side = 'both'
  and company_id = viewer_company() and not of_visit
  and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));

alter table meeting_visit
  add constraint meeting_visit_once unique (visit),
  add constraint meeting_visit_meeting foreign key (meeting_id, company_id, of_visit)
    references meeting (id, company_id, of_visit),
  add constraint meeting_visit_step foreign key (visit, company_id) references verification_step (number, company_id);
alter table meeting_visit enable row level security;
grant select, insert on meeting_visit to side_ministry;
grant select on meeting_visit to side_company, side_auditor;
create policy ministry on meeting_visit for select to side_ministry using (side = 'ministry');
create policy ministry_writes on meeting_visit for insert to side_ministry with check (side = 'ministry'
  and exists (select from meeting m join event e on e.id = m.event_id
    where m.id = meeting_id and e.actor_id = viewer_person()));
create policy company on meeting_visit for select to side_company using (company_id = viewer_company()
  and exists (select from verification_result r where r.step_number = visit));
create policy auditor on meeting_visit for select to side_auditor using (side = 'ministry' and viewer_request() is null);
create trigger meeting_visit_only_added before update or delete on meeting_visit
  for each row execute function refuse_change();
