-- As V0513 has it, and only of a result that asked for something: of any other there is nothing to put aside.
create or replace function require_follow_aside_act() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  told event;
begin
  select * into told from event e where e.id = new.event_id;
  if not found or told.kind <> 'verification.follow_put_aside' or told.at <> new.put_at or told.xid <> pg_current_xact_id()
    or told.actor_id is distinct from viewer_person()
    or not exists (select from verification_result r
      where r.id = new.result_id and r.step_number = told.body::jsonb ->> 'verification'
        and r.follow_up in ('new_due', 'letter', 'decision')) then
    raise exception 'what is to follow from result % is put aside by an act of its own, by who says so, at its instant',
      new.result_id
      using errcode = 'integrity_constraint_violation', constraint = 'verification_follow_aside_act';
  end if;
  return null;
end
$$;
