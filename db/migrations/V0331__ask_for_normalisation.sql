-- A company asks to be opened again (normalisasi). When the last of the papers that the rules ask for is there the ministry's
-- clock runs; the portal says so, and no side.

create table normalisation_counter (
  year integer not null constraint normalisation_counter_pkey primary key,
  last integer not null constraint normalisation_counter_last check (last > 0)
);
alter table normalisation_counter enable row level security;
grant select on normalisation_counter to side_ministry;
create policy ministry on normalisation_counter for select to side_ministry using (true);

create function take_normalisation_number(moment timestamptz) returns text
language sql security definer set search_path = pg_catalog, public
begin atomic
  insert into normalisation_counter as c (year, last)
  values (extract(year from moment at time zone 'Asia/Jakarta')::integer, 1)
  on conflict (year) do update set last = c.last + 1
  returning 'PN-' || c.year || '-' || lpad(c.last::text, greatest(4, length(c.last::text)), '0');
end;
revoke all on function take_normalisation_number(timestamptz) from public;
grant execute on function take_normalisation_number(timestamptz) to side_company;

create table normalisation_request (
  id          bigint generated always as identity constraint normalisation_request_pkey primary key,
  platform_id bigint not null,
  company_id  bigint not null,
  side        text not null constraint normalisation_request_side check (side = 'both'),
  event_id    bigint not null,
  number      text not null constraint normalisation_request_number_shape check (number ~ '^PN-[0-9]{4}-[0-9]{4,}$'),
  rule_set_id bigint not null constraint normalisation_request_rule_set references rule_set (id),
  -- What was done since, in the company's own words.
  statement   text not null constraint normalisation_request_statement_length check (length(statement) between 1 and 10000),
  filed_at    timestamptz not null,
  complete_at timestamptz,
  due_at      timestamptz,
  constraint normalisation_request_due check ((complete_at is null) = (due_at is null) and due_at > complete_at),
  constraint normalisation_request_number_unique unique (number),
  constraint normalisation_request_id_company_side unique (id, company_id, side),
  constraint normalisation_request_platform foreign key (platform_id, company_id) references platform (id, company_id),
  constraint normalisation_request_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index normalisation_request_by_platform on normalisation_request (platform_id, id);

create table normalisation_paper (
  id               bigint generated always as identity constraint normalisation_paper_pkey primary key,
  normalisation_id bigint not null,
  company_id       bigint not null,
  side             text not null constraint normalisation_paper_side check (side = 'both'),
  event_id         bigint not null,
  entry_code       text not null,
  -- What it is and where it stands: a number and a date, or addresses.
  text             text not null constraint normalisation_paper_text_length check (length(text) between 1 and 4000),
  file_id          bigint,
  name             text constraint normalisation_paper_name_length check (length(name) between 1 and 200),
  added_at         timestamptz not null,
  constraint normalisation_paper_file_named check ((file_id is null) = (name is null)),
  constraint normalisation_paper_request foreign key (normalisation_id, company_id, side)
    references normalisation_request (id, company_id, side),
  constraint normalisation_paper_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint normalisation_paper_file foreign key (file_id, company_id) references stored_file (id, organisation_id)
);
create index normalisation_paper_by_request on normalisation_paper (normalisation_id, id);
create index normalisation_paper_by_file on normalisation_paper (file_id);

-- As Completeness has it. Once complete it stays so.
create function hold_normalisation_complete() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update normalisation_request r
  set complete_at = new.added_at, due_at = new.added_at + make_interval(hours => s.normalisation_hours)
  from rule_set s
  where r.id = new.normalisation_id and r.complete_at is null and s.id = r.rule_set_id
    and not exists (select from checklist_entry e where e.rule_set_id = r.rule_set_id and e.list = 'normalisation'
      and not exists (select from normalisation_paper p where p.normalisation_id = r.id and p.entry_code = e.code));
  return null;
end
$$;
revoke all on function hold_normalisation_complete() from public;
create trigger normalisation_paper_completes after insert on normalisation_paper
  for each row execute function hold_normalisation_complete();
create trigger normalisation_paper_only_added before update or delete on normalisation_paper
  for each row execute function refuse_change();

alter table normalisation_request enable row level security;
alter table normalisation_paper enable row level security;
grant select on normalisation_request, normalisation_paper to side_ministry, side_company, side_auditor;
grant insert (platform_id, company_id, side, event_id, number, rule_set_id, statement, filed_at) on normalisation_request
  to side_company;
grant insert on normalisation_paper to side_company;
create policy ministry on normalisation_request for select to side_ministry using (side in ('both', 'ministry'));
create policy ministry on normalisation_paper for select to side_ministry using (side in ('both', 'ministry'));
create policy company on normalisation_request to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy company on normalisation_paper to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on normalisation_request for select to side_auditor
  using (side in ('both', 'ministry') and viewer_request() is null);
create policy auditor on normalisation_paper for select to side_auditor
  using (side in ('both', 'ministry') and viewer_request() is null);
create policy ministry_normalisations on stored_file for select to side_ministry
  using (id in (select p.file_id from normalisation_paper p where p.file_id = stored_file.id));
create policy auditor_normalisations on stored_file for select to side_auditor
  using (id in (select p.file_id from normalisation_paper p where p.file_id = stored_file.id));
