-- What the public is told of a half-year: aggregates over all companies, written once, with the names that were in force then,
-- by an administrator's act. Nobody who is signed out reads anything else of casework.
create table transparency_report (
  half         text not null constraint transparency_report_pkey primary key
    constraint transparency_report_half check (half ~ '^[0-9]{4}-H[12]$'),
  from_at      timestamptz not null,
  to_at        timestamptz not null,
  published_at timestamptz not null,
  event_id     bigint not null constraint transparency_report_event references event (id),
  constraint transparency_report_span check (to_at > from_at),
  constraint transparency_report_over check (published_at >= to_at)
);

-- '' is all categories together, and all parts.
create table transparency_figure (
  half           text not null constraint transparency_figure_report references transparency_report (half),
  category       text not null constraint transparency_figure_category check (length(category) <= 20),
  measure        text not null constraint transparency_figure_measure check (measure ~ '^[a-z_]+$'),
  part           text not null constraint transparency_figure_part check (length(part) <= 20),
  -- What category or part is called; '' of neither.
  label_id       text not null constraint transparency_figure_label_id check (length(label_id) <= 300),
  label_en       text not null constraint transparency_figure_label_en check (length(label_en) <= 300),
  numerator      integer not null constraint transparency_figure_numerator check (numerator >= 0),
  denominator    integer not null constraint transparency_figure_denominator check (denominator >= 0),
  median_minutes integer constraint transparency_figure_median check (median_minutes >= 0),
  p90_minutes    integer constraint transparency_figure_p90 check (p90_minutes >= median_minutes),
  constraint transparency_figure_share check (denominator = 0 or numerator <= denominator),
  constraint transparency_figure_once unique (half, category, measure, part)
);

create trigger transparency_report_only_added before update or delete on transparency_report
  for each row execute function refuse_change();
create trigger transparency_figure_only_added before update or delete on transparency_figure
  for each row execute function refuse_change();

alter table transparency_report enable row level security;
alter table transparency_figure enable row level security;
grant select on transparency_report, transparency_figure to side_company, side_auditor, side_system;
grant select, insert on transparency_report, transparency_figure to side_ministry;
create policy ministry on transparency_report for select to side_ministry using (true);
create policy ministry_administers on transparency_report for insert to side_ministry with check (viewer_administers());
create policy company on transparency_report for select to side_company using (true);
create policy auditor on transparency_report for select to side_auditor using (true);
create policy portal on transparency_report for select to side_system using (true);
create policy ministry on transparency_figure for select to side_ministry using (true);
create policy ministry_administers on transparency_figure for insert to side_ministry with check (viewer_administers());
create policy company on transparency_figure for select to side_company using (true);
create policy auditor on transparency_figure for select to side_auditor using (true);
create policy portal on transparency_figure for select to side_system using (true);
