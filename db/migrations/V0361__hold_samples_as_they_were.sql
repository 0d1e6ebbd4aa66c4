-- A sample is as strong as what nobody can do to it: its list is closed with the act that closes it, its draw with the act
-- that draws, each look at it is a row that is only added, whoever looked does not conclude, and once it is drawn it comes to
-- a result, if only that it could not be checked.

-- As V0320 has it, and wherever a list is sampled, whatever the method is called.
create or replace function refuse_own_conclusion() returns trigger language plpgsql as $$
begin
  if exists (
    select from verification_step s
      join check_method m on m.rule_set_id = s.rule_set_id and m.code = s.method_code
      join verification_recorder r on r.step_id = s.id
      cross join hands_in(r.event_id) recorded
    where s.number = new.step_number
      and (m.second_person or exists (select from verification_sample d where d.step_id = s.id))
      and recorded in (select hands_in(new.event_id))) then
    raise exception 'step % may not be concluded by one who recorded it', new.step_number
      using errcode = 'integrity_constraint_violation', constraint = 'verification_result_four_eyes';
  end if;
  return new;
end
$$;

create function refuse_to_call_off_a_draw() returns trigger language plpgsql as $$
begin
  if exists (select from verification_sample d where d.step_id = new.id and d.seed is not null) then
    raise exception 'step % is drawn', new.number
      using errcode = 'integrity_constraint_violation', constraint = 'verification_step_drawn';
  end if;
  return new;
end
$$;
create trigger verification_step_drawn before update of stage on verification_step for each row
  when (new.stage = 'called_off') execute function refuse_to_call_off_a_draw();

-- Once the act that closed the list is done.
create or replace function refuse_to_add_to_a_closed_list() returns trigger language plpgsql as $$
begin
  if not exists (select from verification_sample s join event e on e.id = s.event_id
      where s.step_id = new.step_id and s.seed is null and e.xid = pg_current_xact_id()) then
    raise exception 'the list of step % is closed', new.step_id
      using errcode = 'integrity_constraint_violation', constraint = 'verification_entry_closed';
  end if;
  return new;
end
$$;

alter table verification_entry
  -- How often somebody looked at it.
  add column looks integer not null default 0 constraint verification_entry_looks check (looks >= 0);
grant update (looks) on verification_entry to side_ministry;

create table verification_look (
  step_id     bigint not null,
  ordinal     integer not null,
  look        integer not null constraint verification_look_number check (look > 0),
  company_id  bigint not null,
  side        text not null constraint verification_look_side check (side = 'ministry'),
  event_id    bigint not null,
  verdict     text not null constraint verification_look_verdict check (verdict in ('good', 'failed', 'unchecked')),
  note        text not null constraint verification_look_note_length check (length(note) <= 1000),
  network     text not null constraint verification_look_network_length check (length(network) <= 200),
  country     text not null constraint verification_look_country check (country ~ '^[A-Z]{2}$'),
  surface     text not null constraint verification_look_surface check (surface in ('web', 'app')),
  signed_in   boolean not null,
  observed_at timestamptz not null,
  constraint verification_look_pkey primary key (step_id, ordinal, look),
  constraint verification_look_entry foreign key (step_id, ordinal) references verification_entry (step_id, ordinal),
  constraint verification_look_sample foreign key (step_id, company_id, side)
    references verification_sample (step_id, company_id, side),
  constraint verification_look_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
alter table verification_look enable row level security;
grant select, insert on verification_look to side_ministry;
grant select on verification_look to side_auditor;
create policy ministry on verification_look for select to side_ministry using (side = 'ministry');
create policy ministry_looks on verification_look for insert to side_ministry with check (side = 'ministry'
  and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));
create policy auditor on verification_look for select to side_auditor using (viewer_request() is null
  or step_id in (select s.id from verification_step s where s.request_id = viewer_request()));
create trigger verification_look_only_added before update or delete on verification_look
  for each row execute function refuse_change();

-- As V0321 has it; a place is given by the act that draws and by none after it, and a verdict with a look of its own.
create or replace function hold_entry() returns trigger language plpgsql as $$
begin
  if (new.number, new.item_id, new.answer_id, new.address, new.stratum, new.urgent)
    is distinct from (old.number, old.item_id, old.answer_id, old.address, old.stratum, old.urgent)
    or (new.place is distinct from old.place and (old.place is not null or not exists (
      select from verification_sample s join event e on e.id = s.draw_event_id
      where s.step_id = old.step_id and e.xid = pg_current_xact_id())))
    or (new.verdict is distinct from old.verdict or new.looks <> old.looks) and not exists (
      select from verification_look l where l.step_id = new.step_id and l.ordinal = new.ordinal and l.look = new.looks
        and l.verdict = new.verdict)
    or not exists (select from verification_step s where s.id = old.step_id and s.stage in ('planned', 'recorded')) then
    raise exception 'entry % of step % stays as it is', old.number, old.step_id
      using errcode = 'integrity_constraint_violation', constraint = 'verification_entry_held';
  end if;
  return new;
end
$$;

-- Of a sample that could not be looked at to its end: how many of those drawn, and of what is urgent, nobody looked at.
alter table verification_result
  add column unlooked integer not null default 0 constraint verification_result_unlooked check (unlooked >= 0),
  add column urgent_unlooked integer not null default 0 constraint verification_result_urgent_unlooked check (urgent_unlooked >= 0),
  add constraint verification_result_looked check ((unlooked = 0 and urgent_unlooked = 0) or result = 'unchecked'),
  add constraint verification_result_counted check (failed + unchecked + unlooked <= sample_size
    and urgent_failed + urgent_unchecked + urgent_unlooked <= urgent),
  add constraint verification_result_valid check (valid_until is null or result = 'pass') not valid;
