-- A visit's minutes are a meeting's and nothing else: whether both sides signed them the portal shows, nobody ticks it, and
-- without them no visit passes. What was noted in the field that a step had of its own stands among the step's notes now.
alter table checklist_entry
  drop constraint checklist_entry_evidence,
  add constraint checklist_entry_evidence check (evidence in ('order_received', 'deadline_passed',
    'letters_served', 'fine_state', 'reasons_considered', 'milder_step', 'bodies_consulted', 'request_complete',
    'conditions_verified', 'items_checked', 'sample_passed', 'contact_tested', 'fines_settled', 'blocks_counted',
    'watch_plan', 'minutes_signed'));
alter table checklist_entry disable trigger user;
update checklist_entry e set evidence = 'minutes_signed'
from check_method m
where m.rule_set_id = e.rule_set_id and m.code = e.list and m.form = 'visit' and e.code = 'minutes' and e.evidence is null;
alter table checklist_entry enable trigger user;

alter table verification_step
  drop constraint verification_step_notes_length,
  add constraint verification_step_notes_length check (length(notes) <= 13000);
alter table verification_step disable trigger user;
update verification_step s
set notes = s.notes || case when s.notes = '' then '' else E'\n\n' end || 'Berita acara (catatan lama): ' || f.value
from verification_field f
where f.step_id = s.id and f.code = 'minutes';
alter table verification_step enable trigger user;
delete from verification_field where code = 'minutes';

create function refuse_visit_without_minutes() returns trigger language plpgsql as $$
begin
  if new.result = 'pass' and exists (
    select from check_method m
      join checklist_entry e on e.rule_set_id = m.rule_set_id and e.list = m.code and e.evidence = 'minutes_signed'
    where m.rule_set_id = new.rule_set_id and m.code = new.method_code and m.form = 'visit')
    and not exists (
      select from meeting_visit v join minutes_signature g on g.meeting_id = v.meeting_id
      where v.visit = new.step_number
      group by g.meeting_id, g.number having count(*) = 2) then
    raise exception 'both sides have not signed the minutes of visit %', new.step_number
      using errcode = 'integrity_constraint_violation', constraint = 'verification_result_minutes';
  end if;
  return new;
end
$$;
create trigger verification_result_minutes before insert on verification_result
  for each row execute function refuse_visit_without_minutes();

-- As V0361 has it, but: that whoever looked does not conclude a sample the rules say, in the row of the method that samples.
create or replace function refuse_own_conclusion() returns trigger language plpgsql as $$
begin
  if exists (
    select from verification_step s
      join check_method m on m.rule_set_id = s.rule_set_id and m.second_person
        and (m.code = s.method_code
          or m.form = 'sample' and exists (select from verification_sample d where d.step_id = s.id))
      join verification_recorder r on r.step_id = s.id
      cross join hands_in(r.event_id) recorded
    where s.number = new.step_number and recorded in (select hands_in(new.event_id))) then
    raise exception 'step % may not be concluded by one who recorded it', new.step_number
      using errcode = 'integrity_constraint_violation', constraint = 'verification_result_four_eyes';
  end if;
  return new;
end
$$;

-- That nothing follows from what did not pass needs a reason; what was concluded before had none.
alter table verification_result
  add column nothing_because text not null default ''
    constraint verification_result_nothing_because_length check (length(nothing_because) <= 1000),
  add constraint verification_result_nothing_because check
    (case when follow_up is distinct from 'none' then nothing_because = ''
      else result not in ('partly', 'fail') or nothing_because <> '' end) not valid;
