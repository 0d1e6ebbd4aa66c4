-- As V0372 has it, but: a request is told of for 30 days from when it was complete, not from when it was filed; and what
-- broke is told as Reviews says it. A waiver covers what was found and promised when it was proposed and nothing since; of one
-- that has ended nobody hears while its condition is met, is waived anew, or is told of as broken. Of an entry of the checklist
-- PostgreSQL does not know whether it is met.
create or replace function hang_decision_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  with today as (
    select (moment at time zone 'Asia/Jakarta')::date as day
  ), waiting as (
    select n.* from normalisation_request n
    where coalesce(n.complete_at, n.filed_at) > moment - interval '30 days' and not exists (select from access_decision d
      join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
      where d.platform_id = n.platform_id and d.stage = 'signed' and k.effect in ('restore', 'refusal')
        and d.signed_at >= n.filed_at)
  ), opening as (
    select d.*, k.needs_conditions from platform p
      join access_decision d on d.id = standing_restore(p.id, moment)
      join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
  ), condition as (
    select o.id as decision_id, o.needs_conditions, 'commitment:' || c.number as cell, c.number, c.last_verified_on, c.verified_until,
      c.due_on, c.stage, t.day, coalesce(c.in_force, c.latest) as version,
      case when c.last_result = 'pass' then case when c.verified_until < t.day then 'expired' else 'met' end
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
      when 'expired' then u.number || '/expired/' || (u.verified_until + 1)
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
    where n.complete_at + (n.due_at - n.complete_at) / 2 <= moment
    union all
    select n.event_id, null, 'normalisation_incomplete', 'leads', 'normalisation_incomplete:' || n.event_id
    from waiting n where n.complete_at is null and n.filed_at + interval '1 day' <= moment
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
