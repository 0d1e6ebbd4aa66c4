-- How a step looks: by the form of its method, and where it only repeats another, as that one did.
create function form_of_check(step bigint) returns text
language sql stable set search_path = pg_catalog, public
begin atomic
  with recursive looks as (
    select s.again_of, m.form, 1 as place
    from verification_step s
      join check_method m on m.rule_set_id = s.rule_set_id and m.code = s.method_code
    where s.id = step
    union all
    select s.again_of, m.form, l.place + 1
    from looks l
      join verification_step s on s.id = l.again_of
      join check_method m on m.rule_set_id = s.rule_set_id and m.code = s.method_code
    where l.form = 'recheck'
  )
  select l.form from looks l order by l.place desc limit 1;
end;

-- As V0540 has it, and of a visit that is repeated: its list says nothing of minutes, that of any visit speaks for it.
create or replace function refuse_visit_without_minutes() returns trigger language plpgsql as $$
begin
  if new.result = 'pass'
    and (select form_of_check(s.id) from verification_step s where s.number = new.step_number) = 'visit'
    and exists (
      select from check_method own
        join check_method m on m.rule_set_id = own.rule_set_id and m.form = 'visit'
          and (m.code = own.code or own.form <> 'visit')
        join checklist_entry e on e.rule_set_id = m.rule_set_id and e.list = m.code and e.evidence = 'minutes_signed'
      where own.rule_set_id = new.rule_set_id and own.code = new.method_code)
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
