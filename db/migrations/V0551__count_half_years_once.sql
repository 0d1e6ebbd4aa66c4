-- A half-year is counted once, by the portal itself when it is over, and kept. An administrator looks at what is kept and
-- publishes that: what was seen before is what everybody reads then. Until it is published it is an administrator's to see.
create table transparency_count (
  half       text not null constraint transparency_count_pkey primary key
    constraint transparency_count_half check (half ~ '^[0-9]{4}-H[12]$'),
  to_at      timestamptz not null,
  counted_at timestamptz not null,
  constraint transparency_count_over check (counted_at >= to_at)
);
insert into transparency_count (half, to_at, counted_at) select half, to_at, published_at from transparency_report;
alter table transparency_figure drop constraint transparency_figure_report;
alter table transparency_figure add constraint transparency_figure_count foreign key (half) references transparency_count (half);
alter table transparency_report add constraint transparency_report_count foreign key (half) references transparency_count (half);
create trigger transparency_count_only_added before update or delete on transparency_count
  for each row execute function refuse_change();

alter table transparency_count enable row level security;
grant select on transparency_count to side_ministry, side_auditor;
grant insert on transparency_count, transparency_figure to side_auditor;
revoke insert on transparency_figure from side_ministry;
create policy ministry on transparency_count for select to side_ministry using (viewer_administers());
create policy auditor on transparency_count for select to side_auditor using (viewer_request() is null);
create policy portal_counts on transparency_count for insert to side_auditor with check (viewer_person() is null);
drop policy ministry on transparency_figure;
drop policy ministry_administers on transparency_figure;
drop policy company on transparency_figure;
drop policy auditor on transparency_figure;
drop policy portal on transparency_figure;
create policy ministry on transparency_figure for select to side_ministry
  using (viewer_administers() or exists (select from transparency_report r where r.half = transparency_figure.half));
create policy company on transparency_figure for select to side_company
  using (exists (select from transparency_report r where r.half = transparency_figure.half));
create policy auditor on transparency_figure for select to side_auditor
  using (viewer_request() is null or exists (select from transparency_report r where r.half = transparency_figure.half));
create policy portal on transparency_figure for select to side_system
  using (exists (select from transparency_report r where r.half = transparency_figure.half));
create policy portal_counts on transparency_figure for insert to side_auditor with check (viewer_person() is null);

-- As V0550 has it, and that a half-year was counted.
drop policy auditor_self on event;
create policy auditor_self on event for insert to side_auditor with check (side = 'ministry' and request_id is null
  and ((actor_side = 'ministry' and actor_id = viewer_person() and kind = 'person.password_changed')
    or (actor_side = 'system' and viewer_person() is null
      and kind in ('standings.differ', 'seals.differ', 'rechecks.drawn', 'status.frozen', 'report.counted'))));
