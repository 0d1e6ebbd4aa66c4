-- What a number may be stands in the rules, for the values of a kind and for what it asks besides: no share beyond a hundred
-- per cent, no day of the month that no month has.
alter table commitment_kind
  add column min_value integer,
  add column max_value integer,
  add constraint commitment_kind_bounds check (direction <> 'done' or num_nonnulls(min_value, max_value) = 0),
  add constraint commitment_kind_bounds_order check (min_value <= max_value);
alter table commitment_field
  add column min_value integer,
  add column max_value integer,
  add constraint commitment_field_bounds check (type in ('number', 'hours') or num_nonnulls(min_value, max_value) = 0),
  add constraint commitment_field_bounds_order check (min_value <= max_value);

alter table commitment_kind disable trigger user;
update commitment_kind set min_value = 0, max_value = 100 where unit_id = 'persen';
alter table commitment_kind enable trigger user;

alter table commitment_field disable trigger user;
update commitment_field f set min_value = v.min_value, max_value = v.max_value
from (values
  ('contact_person', 'reply_hours', 0, 720),
  ('filtering', 'hours_to_load', 0, 720),
  ('clean_up', 'prevalence', 0, 100),
  ('response_time', 'median_hours', 0, 720),
  ('age_limit', 'age_from', 0, 120),
  ('age_limit', 'age_to', 0, 120),
  ('government_channel', 'acknowledge_hours', 0, 720),
  ('reporting', 'day_of_month', 1, 31)
) v (kind_code, code, min_value, max_value)
where f.kind_code = v.kind_code and f.code = v.code and f.type in ('number', 'hours');
alter table commitment_field enable trigger user;
