-- A verdict is the last look's, to the letter: the next one, with all that was seen of it. And one looks at what was drawn,
-- while the step is open.
create or replace function hold_entry() returns trigger language plpgsql as $$
begin
  if (new.number, new.item_id, new.answer_id, new.address, new.stratum, new.urgent)
    is distinct from (old.number, old.item_id, old.answer_id, old.address, old.stratum, old.urgent)
    or (new.place is distinct from old.place and (old.place is not null or not exists (
      select from verification_sample s join event e on e.id = s.draw_event_id
      where s.step_id = old.step_id and e.xid = pg_current_xact_id())))
    or ((new.verdict, new.note, new.network, new.country, new.surface, new.signed_in, new.observed_at, new.looks)
        is distinct from
        (old.verdict, old.note, old.network, old.country, old.surface, old.signed_in, old.observed_at, old.looks)
      and (new.looks <> old.looks + 1 or not exists (
        select from verification_look l where l.step_id = new.step_id and l.ordinal = new.ordinal and l.look = new.looks
          and (l.verdict, l.note, l.network, l.country, l.surface, l.signed_in, l.observed_at)
            = (new.verdict, new.note, new.network, new.country, new.surface, new.signed_in, new.observed_at))))
    or not exists (select from verification_step s where s.id = old.step_id and s.stage in ('planned', 'recorded')) then
    raise exception 'entry % of step % stays as it is', old.number, old.step_id
      using errcode = 'integrity_constraint_violation', constraint = 'verification_entry_held';
  end if;
  return new;
end
$$;

create function refuse_idle_look() returns trigger language plpgsql as $$
begin
  if not exists (select from verification_entry e join verification_step s on s.id = e.step_id
      where e.step_id = new.step_id and e.ordinal = new.ordinal and e.place is not null and e.looks = new.look - 1
        and s.stage in ('planned', 'recorded')) then
    raise exception 'entry % of step % is not looked at, or not next', new.ordinal, new.step_id
      using errcode = 'integrity_constraint_violation', constraint = 'verification_look_drawn';
  end if;
  return new;
end
$$;
create trigger verification_look_drawn before insert on verification_look
  for each row execute function refuse_idle_look();
