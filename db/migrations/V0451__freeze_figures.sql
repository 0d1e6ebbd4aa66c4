-- The weeks whose figures are frozen, each once: the row is what two instances meet at. It holds nothing of any company.
create table status_week (
  code      text not null constraint status_week_pkey primary key
    constraint status_week_code check (code ~ '^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$'),
  from_at   timestamptz not null,
  to_at     timestamptz not null,
  frozen_at timestamptz not null,
  -- Frozen later than the Monday after it.
  late      boolean not null,
  constraint status_week_span check (to_at > from_at),
  constraint status_week_over check (frozen_at > to_at),
  constraint status_week_from unique (from_at)
);

-- A week's figures as they were counted: of a company, or of all companies together, which is the ministry's. What is zero
-- has no row.
create table figure (
  week           text not null,
  company_id     bigint,
  side           text not null,
  -- '' is all categories together, and all parts.
  category       text not null constraint figure_category check (length(category) <= 20),
  measure        text not null constraint figure_measure check (measure ~ '^[a-z_]+$'),
  part           text not null constraint figure_part check (length(part) <= 20),
  numerator      integer not null constraint figure_numerator check (numerator >= 0),
  denominator    integer not null constraint figure_denominator check (denominator >= 0),
  median_minutes integer constraint figure_median check (median_minutes >= 0),
  p90_minutes    integer constraint figure_p90 check (p90_minutes >= median_minutes),
  constraint figure_side check (side = case when company_id is null then 'ministry' else 'both' end),
  constraint figure_share check (denominator = 0 or numerator <= denominator),
  constraint figure_counted check (numerator > 0 or denominator > 0),
  constraint figure_week foreign key (week) references status_week (code),
  constraint figure_company foreign key (company_id) references organisation (id),
  constraint figure_once unique nulls not distinct (week, company_id, category, measure, part)
);

create trigger status_week_only_added before update or delete on status_week
  for each row execute function refuse_change();
create trigger figure_only_added before update or delete on figure for each row execute function refuse_change();

alter table status_week enable row level security;
alter table figure enable row level security;
grant select on status_week, figure to side_ministry, side_company;
grant select, insert on status_week, figure to side_auditor;
create policy ministry on status_week for select to side_ministry using (true);
create policy company on status_week for select to side_company using (true);
create policy auditor on status_week for select to side_auditor using (viewer_request() is null);
create policy portal on status_week for insert to side_auditor with check (viewer_person() is null);
create policy ministry on figure for select to side_ministry using (side in ('both', 'ministry'));
create policy company on figure for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on figure for select to side_auditor using (viewer_request() is null);
create policy portal on figure for insert to side_auditor with check (viewer_person() is null);

-- What an answer says by which the order could not be carried out as it was: by its code, as rule sets name it.
create table unprocessable (
  of   text not null constraint unprocessable_of check (of in ('answer', 'ground')),
  code text not null constraint unprocessable_code check (length(code) between 1 and 20),
  constraint unprocessable_pkey primary key (of, code)
);
insert into unprocessable (of, code) values ('answer', 'N3'), ('ground', 'R4'), ('ground', 'R5');
alter table unprocessable enable row level security;
grant select on unprocessable to side_ministry, side_company, side_auditor;
create policy ministry on unprocessable for select to side_ministry using (true);
create policy company on unprocessable for select to side_company using (true);
create policy auditor on unprocessable for select to side_auditor using (true);
