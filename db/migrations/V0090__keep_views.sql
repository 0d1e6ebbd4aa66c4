-- A list as somebody narrowed it, under a name: for oneself, or for everybody of one's organisation.
create table saved_view (
  id              bigint generated always as identity primary key,
  organisation_id bigint not null,
  person_id       bigint not null constraint saved_view_person references person (id),
  shared          boolean not null,
  name            text not null constraint saved_view_name_length check (length(name) between 1 and 80),
  path            text not null constraint saved_view_path check (path ~ '^/(requests|search)?([?].*)?$' and length(path) <= 1000),
  saved_at        timestamptz not null,
  constraint saved_view_organisation foreign key (organisation_id) references organisation (id),
  constraint saved_view_name_unique unique (person_id, name)
);
create index saved_view_by_organisation on saved_view (organisation_id) where shared;

alter table saved_view enable row level security;
grant select, insert, update, delete on saved_view to side_ministry, side_company;
grant select on saved_view to side_auditor;
create policy ministry on saved_view for select to side_ministry
  using (organisation_id = viewer_company() and (shared or person_id = viewer_person()));
create policy ministry_self on saved_view to side_ministry
  using (person_id = viewer_person()) with check (person_id = viewer_person() and organisation_id = viewer_company());
create policy company on saved_view for select to side_company
  using (organisation_id = viewer_company() and (shared or person_id = viewer_person()));
create policy company_self on saved_view to side_company
  using (person_id = viewer_person()) with check (person_id = viewer_person() and organisation_id = viewer_company());
create policy auditor on saved_view for select to side_auditor
  using (organisation_id = viewer_company() and shared and viewer_request() is null);
