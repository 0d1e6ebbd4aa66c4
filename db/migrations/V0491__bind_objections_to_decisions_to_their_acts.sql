-- What is said against a decision, and how that ends, hangs on an act of its own: of the right kind, about this decision, by who
-- says so, in this transaction, at its instant. How long the ministry has for it is no company's to choose at will.
alter table decision_objection
  add constraint decision_objection_due_within check (due_at <= filed_at + interval '60 days');

create function require_objection_act() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  told event;
  needed text;
  moment timestamptz;
begin
  if tg_table_name = 'decision_objection' then
    needed := 'decision.objected';
    moment := new.filed_at;
  else
    needed := case new.outcome when 'withdrawn' then 'decision.objection_withdrawn' else 'decision.objection_decided' end;
    moment := new.ended_at;
  end if;
  select * into told from event e where e.id = new.event_id;
  if not found or told.kind <> needed or told.at <> moment or told.xid <> pg_current_xact_id()
    or told.actor_id is distinct from viewer_person()
    or told.body::jsonb ->> 'decision' is distinct from new.decision_id::text then
    raise exception 'what is said against decision % is an act of its own, by who says so, at its instant', new.decision_id
      using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_act';
  end if;
  return null;
end
$$;
revoke all on function require_objection_act() from public;
-- After the row: the wall has its say first.
create trigger decision_objection_act after insert on decision_objection
  for each row execute function require_objection_act();
create trigger decision_objection_end_act after insert on decision_objection_end
  for each row execute function require_objection_act();

-- As V0482 has it, and: nor does whoever proposed or seconded a waiver that let something of it be.
create or replace function refuse_own_objection() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.outcome <> 'withdrawn' and exists (
      select from (
        select h.event_id from decision_hand h where h.decision_id = new.decision_id
        union select w.event_id from decision_waiver w where w.decision_id = new.decision_id
        union select s.event_id from decision_waiver_second s where s.decision_id = new.decision_id
        union select d.signed_event_id from access_decision d where d.id = new.decision_id) acted
        cross join hands_in(acted.event_id) hand
      where hand in (select hands_in(new.event_id))) then
    raise exception 'whoever had a hand in a decision does not judge the objection to it'
      using errcode = 'integrity_constraint_violation', constraint = 'decision_objection_four_eyes';
  end if;
  return new;
end
$$;
