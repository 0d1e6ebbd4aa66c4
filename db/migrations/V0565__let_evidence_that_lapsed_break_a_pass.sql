-- A pass stands no longer than the evidence it rests on, as Condition says it: for the signature, and for the task that asks
-- somebody to look anew. A check that was made once it was told that the evidence lapses, or after it had, looked with that in
-- mind and stands for itself.
create function commitment_holds_until(c commitment) returns date
language sql stable set search_path = pg_catalog, public
begin atomic
  select least((c).verified_until,
    case when coalesce((c).last_verified_on + r.commitment_soon_days < (c).evidence_until, true) then (c).evidence_until end)
  from rule_set r where r.id = (c).rule_set_id;
end;

-- As V0371 has it, but for until when a pass holds.
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
      and not (c.stage = 'agreed' and coalesce(c.last_result = 'pass', false) and coalesce(commitment_holds_until(c) >= day, true))
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

-- As V0480 has it, but for until when a pass holds.
create or replace function hang_decision_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  with today as (
    select (moment at time zone 'Asia/Jakarta')::date as day
  ), waiting as (
    select n.*, make_interval(hours => s.normalisation_hours) as allowed
    from normalisation_request n join rule_set s on s.id = n.rule_set_id
    where coalesce(n.complete_at, n.filed_at) > moment - interval '30 days' and not exists (select from access_decision d
      join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
      where d.platform_id = n.platform_id and d.stage = 'signed' and k.effect in ('restore', 'refusal')
        and d.signed_at >= n.filed_at)
      and not exists (select from normalisation_withdrawal w where w.normalisation_id = n.id)
  ), opening as (
    select d.*, k.needs_conditions from platform p
      join access_decision d on d.id = standing_restore(p.id, moment)
      join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
  ), condition as (
    select o.id as decision_id, o.needs_conditions, 'commitment:' || c.number as cell, c.number, c.last_verified_on,
      commitment_holds_until(c) as holds_until, c.due_on, c.stage, t.day, coalesce(c.in_force, c.latest) as version,
      case when c.last_result = 'pass' then case when commitment_holds_until(c) < t.day then 'expired' else 'met' end
        when c.last_result in ('partly', 'fail') then 'not_met' else 'missing' end as found
    from opening o
      join commitment c on c.platform_id = o.platform_id and c.condition and c.stage in ('proposed', 'agreed')
      cross join today t
  ), unmet as (
    select c.* from condition c
    where c.found <> 'met' and not hold_waived(c.decision_id, c.cell, c.found, c.version, c.day)
  ), broken as (
    select u.decision_id, u.cell, case u.found
      when 'not_met' then u.number || '/failed/' || coalesce(u.last_verified_on, u.day)
      when 'expired' then u.number || '/expired/' || (u.holds_until + 1)
      else u.number || '/late/' || (u.due_on + 1) end as what
    from unmet u
    where u.needs_conditions and u.stage = 'agreed' and (u.found <> 'missing' or u.due_on < u.day)
  ), review as (
    select b.decision_id, b.what from broken b
    union all
    select o.id, w.cell || '/waiver/' || w.until from opening o
      join decision_waiver w on w.decision_id = o.id
      join decision_waiver_second s on s.waiver_id = w.id
      cross join today t
    where w.until between t.day - 30 and t.day - 1
      and case when w.cell like 'commitment:%' then exists (select from unmet u where u.decision_id = o.id and u.cell = w.cell)
          and not exists (select from broken b where b.decision_id = o.id and b.cell = w.cell)
        -- What was found of an entry is not known here; of one that is waived anew nothing is told.
        else not exists (select from decision_waiver anew join decision_waiver_second of_it on of_it.waiver_id = anew.id
          where anew.decision_id = o.id and anew.cell = w.cell and anew.found = w.found and anew.until >= t.day) end
  ), told as (
    select n.event_id, null::bigint as decision_id, 'normalisation_due' as kind, a.audience, 'normalisation_due:' || n.event_id as mark
    from waiting n cross join (values ('supervisors'), ('preparers')) a (audience)
    where n.due_at - n.allowed / 2 <= moment
    union all
    select n.event_id, null, 'normalisation_incomplete', 'leads', 'normalisation_incomplete:' || n.event_id
    from waiting n where n.complete_at is null and n.time_left is null and n.filed_at + interval '1 day' <= moment
    union all
    select d.signed_event_id, d.id, 'decision_review_wanted', a.audience,
      'decision_review_wanted:' || d.signed_event_id || ':' || b.what
    from review b join access_decision d on d.id = b.decision_id cross join (values ('preparers'), ('signer')) a (audience)
    where not exists (select from decision_review r where r.decision_id = d.id and r.broken = b.what)
  )
  insert into notice (mark, kind, audience, person_id, side, organisation_id, company_id, own, tempo, legal, items, told_at)
  select t.mark, t.kind, t.audience, a.id, a.side, a.organisation_id, e.company_id, t.kind = 'decision_review_wanted', 'at_once',
    t.kind = 'normalisation_due', 0, moment
  from told t
    join event e on e.id = t.event_id
    cross join lateral (
      select x.id, x.side, x.organisation_id from audience_of(e, t.kind, t.audience, moment, '{}') x
      union
      select p.id, p.side, p.organisation_id from person p
      where t.audience = 'signer' and p.id in (select hands_in(e.id))) a
    join person p on p.id = a.id
  where p.active and not exists (select from notice n where n.request_id is null and n.mark = t.mark and n.person_id = a.id)
  on conflict do nothing;
end;
