-- A role may be lent from an instant until another, for a reason (penugasan sementara): a colleague then has it besides the
-- own ones, and every act under it says for whom it was done. Who may what is read anew at each request, so a loan ends
-- at its instant whatever runs or does not.

alter table person
  add constraint person_id_organisation unique (id, organisation_id),
  add constraint person_id_organisation_code unique (id, organisation_id, code);

create table role_loan (
  id              bigint generated always as identity constraint role_loan_pkey primary key,
  organisation_id bigint not null,
  side            text not null,
  role            text not null,
  lender_id       bigint not null,
  lender_code     integer not null,
  person_id       bigint not null,
  reason          text not null constraint role_loan_reason_length check (length(reason) between 1 and 1000),
  lent_at         timestamptz not null,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  -- When somebody ended it before its time.
  ended_at        timestamptz,
  -- The events that tell of its beginning and its end; without one as long as it is still to be told.
  begun_event_id  bigint constraint role_loan_begun_event references event (id),
  ended_event_id  bigint constraint role_loan_ended_event references event (id),
  constraint role_loan_of_side check (
    (side = 'ministry' and role in ('supervisor', 'decision_maker')) or (side = 'company' and role = 'lead')),
  -- A slip in the year must not lend a role for good.
  constraint role_loan_times check (ends_at > starts_at and ends_at <= starts_at + interval '92 days'),
  constraint role_loan_to_another check (lender_id <> person_id),
  constraint role_loan_organisation foreign key (organisation_id, side) references organisation (id, side),
  constraint role_loan_lender foreign key (lender_id, organisation_id, lender_code)
    references person (id, organisation_id, code),
  constraint role_loan_person foreign key (person_id, organisation_id) references person (id, organisation_id),
  constraint role_loan_signs unique (id, person_id, role, lender_code)
);
create index role_loan_by_person on role_loan (person_id, ends_at);
create index role_loan_by_lender on role_loan (lender_id, ends_at);
create index role_loan_to_tell on role_loan (ends_at) where begun_event_id is null or ended_event_id is null;

-- By whose loan an act was done. The key holds that it was lent to the one who acts, in this role, by this lender.
alter table event
  add column loan_id bigint,
  add column actor_for text,
  add column actor_for_code integer,
  add constraint event_under_loan check (
    (loan_id is null) = (actor_for is null) and (loan_id is null) = (actor_for_code is null)
    and (loan_id is null or actor_id is not null)),
  add constraint event_loan foreign key (loan_id, actor_id, actor_for, actor_for_code)
    references role_loan (id, person_id, role, lender_code);

alter table role_loan enable row level security;
grant select, insert on role_loan to side_ministry, side_company;
grant select on role_loan to side_auditor, side_system;
grant update (ended_at, ended_event_id, begun_event_id) on role_loan to side_ministry, side_company, side_system;
create policy ministry on role_loan for select to side_ministry
  using (organisation_id = viewer_company() or viewer_administers());
create policy ministry_lends on role_loan for insert to side_ministry
  with check (organisation_id = viewer_company() and lender_id = viewer_person()
    and exists (select from person_role r where r.person_id = viewer_person() and r.role = role_loan.role));
create policy ministry_ends on role_loan for update to side_ministry
  using (lender_id = viewer_person() or viewer_administers());
create policy company on role_loan for select to side_company using (organisation_id = viewer_company());
create policy company_lends on role_loan for insert to side_company
  with check (organisation_id = viewer_company() and lender_id = viewer_person()
    and exists (select from person_role r where r.person_id = viewer_person() and r.role = role_loan.role));
create policy company_ends on role_loan for update to side_company
  using (organisation_id = viewer_company() and (lender_id = viewer_person() or viewer_administers()));
create policy auditor on role_loan for select to side_auditor
  using (organisation_id = viewer_company() and viewer_request() is null);
create policy system on role_loan to side_system using (true);
