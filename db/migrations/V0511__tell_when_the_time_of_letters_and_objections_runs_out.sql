-- Two clocks told nobody that half of their time, or all of it, is gone: the ministry's, to say how an objection to a decision
-- ends, and a company's, to do what a letter asks for.
create index letter_by_due on letter (due_at);

-- Whether something is left to do of what a letter asks for, as Letter.state says it.
create function letter_runs(of_letter bigint) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select not exists (select from letter_withdrawal w where w.letter_id = l.id)
    and not exists (select from letter_objection_decision d where d.letter_id = l.id and d.outcome = 'accepted')
    and case
      when l.fine is null then exists (select from letter_item li join item i on i.id = li.item_id
        where li.letter_id = l.id and not li.left_out
          and i.standing not in ('confirmed', 'sampled', 'accepted', 'withdrawn'))
      else exists (select from letter_account a
        where a.letter_id = l.id and a.replaced <> l.items and a.paid + a.credited < a.owed) end
  from letter l where l.id = of_letter;
end;
revoke all on function letter_runs(bigint) from public;

-- Who answers for the company hears of both; who has the case, and who sends the next letter, that it was in vain.
create function hang_letter_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  with reached as (
    select l.id, l.event_id, l.request_id, l.items, l.due_at,
      case when l.due_at <= moment then 'letter_due_passed' else 'letter_half_gone' end as kind
    from letter l
    where l.due_at > moment - interval '30 days' and l.due_at - (l.due_at - l.sent_at) / 2 <= moment
  ), untold as materialized (
    select r.*, w.audience, w.side, r.kind || ':' || r.event_id as mark
    from reached r
      cross join (values ('answerers', 'company'), ('case_officials', 'ministry'), ('supervisors', 'ministry')) w (audience, side)
    where (w.side = 'company' or r.kind = 'letter_due_passed')
      and not exists (select from notice n where n.request_id = r.request_id
        and n.mark = r.kind || ':' || r.event_id and n.side = w.side)
  )
  insert into notice (mark, kind, audience, person_id, side, organisation_id, company_id, request_id, own, tempo, legal,
    items, due_at, told_at)
  select m.mark, m.kind, m.audience, a.id, a.side, a.organisation_id, e.company_id, m.request_id, false, 'at_once', true,
    m.items, m.due_at, moment
  from untold m
    join event e on e.id = m.event_id
    cross join lateral audience_of(e, m.kind, m.audience, moment, '{}') a
    join person p on p.id = a.id
  where p.active and letter_runs(m.id)
  on conflict do nothing;
end;
revoke all on function hang_letter_notices(timestamptz) from public;
grant execute on function hang_letter_notices(timestamptz) to side_mail;

-- Those who may say how it ends, and who prepared the decision: they know the case.
create function hang_objection_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  with waiting as (
    select o.*, case when o.due_at <= moment then 'decision_objection_late' else 'decision_objection_due' end as kind
    from decision_objection o
    where o.due_at > moment - interval '30 days' and o.due_at - (o.due_at - o.filed_at) / 2 <= moment
      and not exists (select from decision_objection_end x where x.decision_id = o.decision_id)
  ), told as (
    select w.event_id, w.kind, 'signers' as audience, h.id as person_id
    from waiting w cross join lateral role_holders(null, array['decision_maker'], moment) h
    where not exists (
      select from (
        select d.event_id from decision_hand d where d.decision_id = w.decision_id
        union select v.event_id from decision_waiver v where v.decision_id = w.decision_id
        union select s.event_id from decision_waiver_second s where s.decision_id = w.decision_id
        union select a.signed_event_id from access_decision a where a.id = w.decision_id) acted
        cross join hands_in(acted.event_id) hand
      where hand in (h.id, h.lender_id))
    union all
    select w.event_id, w.kind, 'preparers', p.id
    from waiting w
      join event e on e.id = w.event_id
      cross join lateral decision_audience_of(e, 'preparers', moment) p
  )
  insert into notice (mark, kind, audience, person_id, side, organisation_id, company_id, own, tempo, legal, items, told_at)
  select t.kind || ':' || t.event_id, t.kind, t.audience, p.id, p.side, p.organisation_id, e.company_id, false, 'at_once', true,
    0, moment
  from told t
    join event e on e.id = t.event_id
    join person p on p.id = t.person_id
  where p.active and not exists (select from notice n
    where n.request_id is null and n.mark = t.kind || ':' || t.event_id and n.person_id = p.id)
  on conflict do nothing;
end;
revoke all on function hang_objection_notices(timestamptz) from public;
grant execute on function hang_objection_notices(timestamptz) to side_mail;

-- As V0220 has it, and: of a letter that asks for nothing any more, and of an objection that ended, no clock is told.
create or replace function overtaken(told notice, act event) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select case (told).kind
    when 'half_gone' then not clock_runs(told)
    when 'nearly_gone' then not clock_runs(told)
    when 'due_passed' then not clock_runs(told)
    when 'letter_half_gone' then not exists (select from letter l where l.event_id = (act).id and letter_runs(l.id))
    when 'letter_due_passed' then not exists (select from letter l where l.event_id = (act).id and letter_runs(l.id))
    when 'decision_objection_due' then exists (select from decision_objection_end x join decision_objection o using (decision_id)
      where o.event_id = (act).id)
    when 'decision_objection_late' then exists (select from decision_objection_end x join decision_objection o using (decision_id)
      where o.event_id = (act).id)
    -- The questions of this act and not those of another: each item has its own reply.
    when 'clarification_asked' then not exists (select from answer a join item i on i.id = a.item_id
      where a.event_id = (act).id and i.standing = 'asked'
        and not exists (select from clarification c where c.answer_id = a.id))
    when 'release_wanted' then not exists (select from answer_draft d where d.event_id = (act).id and d.state = 'open')
    when 'approval_wanted' then happened_since(act, array['request.returned', 'request.sent', 'request.discarded'])
    when 'confirmation_wanted' then happened_since(act, array['request.sending_confirmed', 'request.withdrawn'])
    when 'order_unseen' then happened_since(act, array['request.seen', 'request.acknowledged', 'request.withdrawn'])
    else false end;
end;

-- As V0240 has it, and what the clock tells of a letter names the letter, but nobody who did something.
create or replace function notice_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, items integer, due_at timestamptz, told_at timestamptz, request_id bigint,
  number text, subject text, category_id text, category_en text, platform text, urgent boolean, actor_side text,
  actor_role text, actor_code integer, outcome text, duty text, duty_for_role text, duty_for_code integer,
  letter text, stage_id text, stage_en text, fine bigint)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, case when c.restricted and n.kind in ('answered', 'answer_taken_back', 'check_failed', 'confirmed_down',
      'reappeared', 'refusal_decided', 'objection_filed', 'objection_decided', 'objection_withdrawn', 'evidence_added')
      then 'case_news' else n.kind end,
    n.own, case when c.restricted is not true then n.items end,
    case when e.kind like 'letter.%' then due_of_letter(e) else coalesce(n.due_at, q.next_due_at) end, n.told_at,
    coalesce(q.id, 0), q.number, case when c.code is null then s.version when not c.restricted then q.subject end,
    case when not c.restricted then c.label_id end, case when not c.restricted then c.label_en end,
    case when not c.restricted then p.name end, coalesce(u.mark, n.kind = 'test_call'),
    case when n.event_id is not null then e.actor_side end, case when n.event_id is not null then e.actor_role end,
    case when n.event_id is not null then e.actor_code end,
    case when c.restricted is not true then coalesce(case n.kind when 'letter_answered' then split_part(e.kind, '.', 2) end,
      e.body::jsonb ->> 'outcome', e.body::jsonb ->> 'verdict', e.body::jsonb ->> 'in_force_from', '') end,
    coalesce(n.duty, ''), n.duty_for_role, n.duty_for_code,
    l.number, case when not c.restricted then g.label_id end, case when not c.restricted then g.label_en end,
    case when not c.restricted then l.fine * l.items end
  from notice n
    left join request q on q.id = n.request_id
    left join category c on c.rule_set_id = q.rule_set_id and c.code = q.category_code
    left join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code
    left join platform p on p.id = q.platform_id
    left join event e on e.id = coalesce(n.event_id,
      case when n.kind in ('letter_half_gone', 'letter_due_passed') then split_part(n.mark, ':', 2)::bigint end)
    left join rule_set s on n.kind = 'rules_released' and s.id = (e.body::jsonb ->> 'rule_set')::bigint
    left join letter l on e.kind like 'letter.%' and l.number = e.body::jsonb ->> 'letter'
    left join letter_stage g on g.rule_set_id = l.rule_set_id and g.code = l.stage_code
  where n.id = any (ids) and (q.id is not null or n.kind in ('test_call', 'rules_released'));
end;

-- As V0372 has it, and of an objection until when it is to be decided.
create or replace function decision_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, told_at timestamptz, number text, label_id text, label_en text,
  platform text, due_on date, actor_side text, actor_role text, actor_code integer)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, n.told_at, coalesce(d.number, d.id::text), k.label_id, k.label_en, p.name,
    (o.due_at at time zone 'Asia/Jakarta')::date,
    case when n.event_id is not null then e.actor_side end, case when n.event_id is not null then e.actor_role end,
    case when n.event_id is not null then e.actor_code end
  from notice n
    join event e on e.id = coalesce(n.event_id, split_part(n.mark, ':', 2)::bigint)
    join access_decision d on d.id = (e.body::jsonb ->> 'decision')::bigint
    join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
    join platform p on p.id = d.platform_id
    left join decision_objection o on o.decision_id = d.id
      and n.kind in ('decision_objected', 'decision_objection_due', 'decision_objection_late')
  where n.id = any (ids) and n.kind like 'decision\_%';
end;
