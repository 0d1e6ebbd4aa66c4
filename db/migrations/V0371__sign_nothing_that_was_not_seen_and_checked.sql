-- What a decision is signed on is held closer: a waiver lets be what was known when it was proposed and nothing found or
-- promised since; nothing is born signed or signed as of another day; the text that was signed is named by its act; and
-- four eyes see past loans (hands_in).
alter table decision_waiver
  add column found text not null default 'missing'
    constraint decision_waiver_found check (found in ('not_met', 'expired', 'missing')),
  add column version integer not null default 0;
alter table decision_waiver alter column found drop default, alter column version drop default;
alter table decision_cell
  add column found text not null default 'met'
    constraint decision_cell_found check (found in ('met', 'not_met', 'expired', 'missing'));
alter table decision_cell alter column found drop default;

drop function hold_waived(bigint, text, date);
create function hold_waived(decision bigint, of_cell text, as_found text, of_version integer, day date) returns boolean
language sql stable as $$
  select exists (select from decision_waiver w join decision_waiver_second s on s.waiver_id = w.id
    where w.decision_id = decision and w.cell = of_cell and w.found = as_found and w.version = of_version and w.until >= day)
$$;

create or replace function refuse_to_sign_decision() returns trigger language plpgsql as $$
declare
  chosen decision_kind;
  told event;
  day date;
  missing text;
begin
  if tg_op = 'INSERT' then
    if new.stage <> 'prepared' then
      raise exception 'a decision is prepared before it is anything else'
        using errcode = 'integrity_constraint_violation', constraint = 'access_decision_born_prepared';
    end if;
    return new;
  end if;
  if old.stage in ('signed', 'withdrawn') then
    raise exception 'decision % is closed', old.id
      using errcode = 'integrity_constraint_violation', constraint = 'access_decision_closed';
  end if;
  if new.stage <> 'signed' then
    return new;
  end if;
  select * into strict chosen from decision_kind k where k.rule_set_id = new.rule_set_id and k.code = new.kind_code;
  select * into strict told from event e where e.id = new.signed_event_id;
  if told.kind <> 'decision.signed' or told.at <> new.signed_at then
    raise exception 'decision % is signed by an act of its own, at its instant', new.id
      using errcode = 'integrity_constraint_violation', constraint = 'access_decision_signing_act';
  end if;
  if not exists (select from decision_dossier d
      where d.decision_id = new.id and encode(d.sha256, 'hex') = told.body::jsonb ->> 'dossier') then
    raise exception 'what the signer of decision % saw is not kept', new.id
      using errcode = 'integrity_constraint_violation', constraint = 'access_decision_dossier_kept';
  end if;
  if exists (select from decision_hand h cross join hands_in(h.event_id) hand
      where h.decision_id = new.id and hand in (select hands_in(new.signed_event_id))) then
    raise exception 'whoever prepared it does not sign it'
      using errcode = 'integrity_constraint_violation', constraint = 'access_decision_four_eyes';
  end if;
  if chosen.effect in ('restore', 'refusal') and new.ends_at is not null and not chosen.needs_end then
    raise exception 'a % does not end by itself', new.kind_code
      using errcode = 'integrity_constraint_violation', constraint = 'access_decision_no_end';
  end if;
  if chosen.effect = 'refusal' then
    return new;
  end if;
  if old.stage <> 'prepared' then
    raise exception 'a question about decision % waits for its reply', new.id
      using errcode = 'integrity_constraint_violation', constraint = 'access_decision_answered_first';
  end if;
  if chosen.effect <> 'restore' and new.reasons_considered = '' then
    raise exception 'what the company said was not considered'
      using errcode = 'integrity_constraint_violation', constraint = 'access_decision_reasons_considered';
  end if;
  day := (new.signed_at at time zone 'Asia/Jakarta')::date;
  if chosen.effect = 'restore' then
    select string_agg(c.number, ', ' order by c.number) into missing from commitment c
    where c.platform_id = new.platform_id and c.condition and c.stage in ('proposed', 'agreed')
      and not (c.stage = 'agreed' and coalesce(c.last_result = 'pass', false) and coalesce(c.verified_until >= day, true))
      and not hold_waived(new.id, 'commitment:' || c.number,
        case when c.stage = 'proposed' then 'missing' when c.last_result = 'pass' then 'expired'
          when c.last_result in ('partly', 'fail') then 'not_met' else 'missing' end,
        coalesce(c.in_force, c.latest), day);
    if missing is not null then
      raise exception 'not verified, nor waived by two: %', missing
        using errcode = 'integrity_constraint_violation', constraint = 'access_decision_conditions';
    end if;
  end if;
  select string_agg(e.code, ', ' order by e.position) into missing from checklist_entry e
  where e.rule_set_id = new.rule_set_id
    and e.list = case chosen.effect when 'restore' then 'before_restore' else 'before_block' end
    and not exists (select from decision_cell c
      where c.decision_id = new.id and c.cell = 'check:' || e.code and (hold_waived(new.id, c.cell, c.found, 0, day)
        -- Where there is no condition nobody has verified any.
        or c.state = 'met' and (e.evidence is distinct from 'conditions_verified' or exists (select from commitment m
          where m.platform_id = new.platform_id and m.condition and m.stage in ('proposed', 'agreed')))));
  if missing is not null then
    raise exception 'neither met nor waived by two: %', missing
      using errcode = 'integrity_constraint_violation', constraint = 'access_decision_checklist';
  end if;
  return new;
end
$$;
drop trigger access_decision_signing on access_decision;
create trigger access_decision_signing before insert or update on access_decision
  for each row execute function refuse_to_sign_decision();

-- Three people for what is let be: who prepared the decision neither proposes nor seconds its waivers.
create function refuse_own_waiver() returns trigger language plpgsql as $$
begin
  if exists (select from decision_hand h cross join hands_in(h.event_id) hand
      where h.decision_id = new.decision_id and hand in (select hands_in(new.event_id))) then
    raise exception 'whoever prepared a decision lets nothing of it be'
      using errcode = 'integrity_constraint_violation', constraint = 'decision_waiver_prepared_by_others';
  end if;
  return new;
end
$$;
create trigger decision_waiver_prepared_by_others before insert on decision_waiver
  for each row execute function refuse_own_waiver();
create trigger decision_waiver_second_prepared_by_others before insert on decision_waiver_second
  for each row execute function refuse_own_waiver();

create or replace function refuse_to_second() returns trigger language plpgsql as $$
begin
  if exists (select from decision_waiver w cross join hands_in(w.event_id) hand
      where w.id = new.waiver_id and hand in (select hands_in(new.event_id))) then
    raise exception 'whoever proposed a waiver does not second it'
      using errcode = 'integrity_constraint_violation', constraint = 'decision_waiver_second_four_eyes';
  end if;
  return new;
end
$$;

-- As V0331 has it; of two last papers at the same moment one waits for the other, and sees it.
create or replace function hold_normalisation_complete() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform from normalisation_request r where r.id = new.normalisation_id for update;
  update normalisation_request r
  set complete_at = new.added_at, due_at = new.added_at + make_interval(hours => s.normalisation_hours)
  from rule_set s
  where r.id = new.normalisation_id and r.complete_at is null and s.id = r.rule_set_id
    and not exists (select from checklist_entry e where e.rule_set_id = r.rule_set_id and e.list = 'normalisation'
      and not exists (select from normalisation_paper p where p.normalisation_id = r.id and p.entry_code = e.code));
  return null;
end
$$;

create index access_decision_open on access_decision (id) where stage in ('prepared', 'asked_back');
create index normalisation_request_by_company on normalisation_request (company_id, id);
