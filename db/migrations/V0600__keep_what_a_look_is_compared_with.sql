-- What was seen at the last look is not enough to mark what changed: a page that is opened again has
-- to mark the same. Looks of one visit are compared with the last of the visit before, or the first.
alter table decision_visit
  add column previous_at timestamptz,
  add column previous text constraint decision_visit_previous check (jsonb_typeof(previous::jsonb) = 'object');
update decision_visit set previous_at = seen_at, previous = seen;
alter table decision_visit
  alter column previous_at set not null,
  alter column previous set not null;
grant update (previous_at, previous) on decision_visit to side_ministry;
