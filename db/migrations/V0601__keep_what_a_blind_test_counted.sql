-- How many were uploaded and caught stands in the ministry's own record; the share alone, which both sides read, does not say
-- of how many it is. What was concluded so far is told as it was recorded.
alter table verification_result
  add column uploaded integer,
  add column caught integer,
  add constraint verification_result_uploaded check (num_nonnulls(uploaded, caught) = 0
    or (num_nonnulls(uploaded, caught) = 2 and uploaded > 0 and caught between 0 and uploaded and sample_size is null));

-- Two checks hold only for what was concluded since they came; an update would ask older rows for them, too.
alter table verification_result drop constraint verification_result_nothing_because,
  drop constraint verification_result_valid;
alter table verification_result disable trigger user;
update verification_result r
set uploaded = up.value::integer, caught = down.value::integer
from verification_step s
  join verification_field up on up.step_id = s.id and up.code = 'uploaded' and up.value ~ '^[0-9]{1,9}$'
  join verification_field down on down.step_id = s.id and down.code = 'caught' and down.value ~ '^[0-9]{1,9}$'
where s.number = r.step_number and r.sample_size is null and r.result <> 'unchecked'
  and up.value::integer > 0 and down.value::integer <= up.value::integer;
alter table verification_result enable trigger user;
alter table verification_result
  add constraint verification_result_nothing_because check
    (case when follow_up is distinct from 'none' then nothing_because = ''
      else result not in ('partly', 'fail') or nothing_because <> '' end) not valid,
  add constraint verification_result_valid check (valid_until is null or result = 'pass') not valid;
