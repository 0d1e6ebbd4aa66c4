-- A visit's minutes are a meeting's: what was recorded of the step stays the ministry's, what both sides sign is joint. The
-- step may be the ministry's alone still, so nobody of a company names one.
alter table verification_step add constraint verification_step_number_company unique (number, company_id);
alter table meeting
  add column visit text,
  add constraint meeting_visit_once unique (visit),
  add constraint meeting_visit foreign key (visit, company_id) references verification_step (number, company_id);
drop policy company_writes on meeting;
create policy company_writes on meeting for insert to side_company with check (side = 'both'
  and company_id = viewer_company() and visit is null
  and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));
