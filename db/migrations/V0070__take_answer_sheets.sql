-- A company's answers in a spreadsheet: as it was uploaded, and once it was carried out what became of each row. The
-- company's own; the ministry sees the answers.
create table answer_sheet (
  id          bigint generated always as identity constraint answer_sheet_pkey primary key,
  company_id  bigint not null constraint answer_sheet_company references organisation (id),
  side        text not null default 'company' constraint answer_sheet_side check (side = 'company'),
  person_id   bigint not null constraint answer_sheet_person references person (id),
  name        text not null constraint answer_sheet_name check (length(name) <= 300),
  cells       text not null constraint answer_sheet_cells check (length(cells) <= 40000000),
  guessed     boolean not null,
  uploaded_at timestamptz not null,
  results     text constraint answer_sheet_results check (length(results) <= 40000000)
);
create index answer_sheet_by_time on answer_sheet (company_id, uploaded_at);

alter table answer_sheet enable row level security;
grant select, insert, delete on answer_sheet to side_company;
grant update (results) on answer_sheet to side_company;
create policy company on answer_sheet to side_company using (company_id = viewer_company())
  with check (company_id = viewer_company() and person_id = viewer_person());
