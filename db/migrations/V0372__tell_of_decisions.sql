-- What people are told of decisions and of requests to open again. Who hears of what is decided in one place (audience_of);
-- of a decision that is who may sign it, who may let something of it be, and who prepared it, each without whom the four
-- eyes exclude, past loans.
create function decision_audience_of(told event, audience text, moment timestamptz)
returns table (id bigint, side text, organisation_id bigint)
language sql stable set search_path = pg_catalog, public
begin atomic
  with decision as (
    -- Of a request to open again it is the one by which access stands.
    select coalesce(((told).body::jsonb ->> 'decision')::bigint, (
      select d.id from access_decision d
      where d.platform_id = ((told).body::jsonb ->> 'platform')::bigint and d.stage = 'signed'
        and (told).kind like 'normalisation.%'
      order by d.starts_at desc, d.id desc limit 1)) as id
  ), hand as (
    select hands_in(h.event_id) as person_id from decision_hand h where h.decision_id = (select d.id from decision d)
  )
  select h.id, h.side, h.organisation_id
  from role_holders(null, case audience when 'signers' then array['decision_maker']
    else array['supervisor', 'decision_maker'] end, moment) h
  where audience in ('signers', 'waivers')
    and not exists (select from hand where hand.person_id in (h.id, h.lender_id))
    -- Who proposed a waiver does not second it, nor does whoever acts for them.
    and (audience = 'signers' or not exists (select from hands_in((told).id) actor where actor in (h.id, h.lender_id)))
  union
  select p.id, p.side, p.organisation_id from person p
  where audience = 'preparers' and p.side = 'ministry' and p.active and p.id in (select hand.person_id from hand);
end;
revoke all on function decision_audience_of(event, text, timestamptz) from public;

-- As V0222 has it, and of decisions.
create or replace function audience_of(told event, notice_kind text, audience text, moment timestamptz,
  told_already bigint[])
returns table (id bigint, side text, organisation_id bigint)
language sql stable set search_path = pg_catalog, public
begin atomic
  with of_case as (
    select a.person_id from request_author a where audience = 'case_officials' and a.request_id = (told).request_id
    union
    select q.sent_by from request q where audience = 'case_officials' and q.id = (told).request_id
  ), officials as (
    select p.id, p.side, p.organisation_id from person p
    where p.side = 'ministry' and p.active and p.id in (select c.person_id from of_case c)
    union
    select h.id, h.side, h.organisation_id
    from role_holders(null, array['supervisor', 'decision_maker'], moment) h
      join person p on p.id = h.id and p.active
    where audience = 'case_officials' and h.lender_id in (select c.person_id from of_case c)
  ), may as (
    -- Who may approve a draft: whoever had a hand in it may not, nor who has the role from somebody who had.
    select h.id, h.side, h.organisation_id
    from role_holders(null, array['supervisor', 'decision_maker'], moment) h
    where audience = 'supervisors' and not exists (select from request_author a
      where a.request_id = (told).request_id and a.person_id in (h.id, h.lender_id))
    union
    select o.id, o.side, o.organisation_id from officials o
    union
    select h.id, h.side, h.organisation_id
    from role_holders(null, array['supervisor', 'decision_maker'], moment) h
    where audience = 'case_officials' and not exists (select from officials)
    union
    select h.id, h.side, h.organisation_id
    from role_holders((told).company_id,
      case audience when 'answerers' then array['lead', 'responder'] else array['lead'] end, moment) h
    where audience in ('answerers', 'leads') and h.side = 'company'
    union
    select d.id, d.side, d.organisation_id from decision_audience_of(told, audience, moment) d
    where audience in ('signers', 'waivers', 'preparers')
    union
    -- Whose account it is, and who watches over the organisation's. At the console acts who holds the server: nobody is
    -- told.
    select p.id, p.side, p.organisation_id from person p
    where (told).actor_side <> 'system' and (
      (audience = 'holder' and p.id = ((told).body::jsonb ->> 'person')::bigint)
      or (audience = 'overseers' and exists (select from person_role r where r.person_id = p.id and case
        when (told).company_id is null then p.side = 'ministry' and r.role in ('supervisor', 'decision_maker')
        else p.organisation_id = (told).company_id and r.role = 'lead' end)))
    union
    -- Who works by the rules, on both sides.
    select p.id, p.side, p.organisation_id from person p
    where audience = 'everybody' and exists (select from person_role r where r.person_id = p.id
      and r.role in ('officer', 'supervisor', 'decision_maker', 'responder', 'lead'))
  ), on_duty as (
    select s.person_id as id, s.side, s.organisation_id, s.place from standing_by(moment) s
    where tells_duty(notice_kind) and s.person_id is distinct from (told).actor_id
      and s.person_id <> all (told_already)
      and case audience
        when 'called' then s.side = (told).body::jsonb ->> 'called'
          and (s.side = 'ministry' or s.organisation_id = (told).company_id)
        -- Beside who has the case. A due time that passed is not for the night.
        when 'case_officials' then s.side = 'ministry' and notice_kind <> 'due_passed'
        else s.person_id in (select m.id from may m) end
  )
  select m.id, m.side, m.organisation_id from may m
  where m.id <> all (told_already) and (audience = 'case_officials' or not exists (select from on_duty))
  union
  (select d.id, d.side, d.organisation_id from on_duty d order by d.place limit 1);
end;

-- The restore by which access to a platform stands, if one does: of the decisions that move access the last that has begun
-- and not ended, as AccessHistory says it.
create function standing_restore(of_platform bigint, moment timestamptz) returns bigint
language sql stable set search_path = pg_catalog, public
begin atomic
  select case when last.effect = 'restore' then last.id end from (
    select d.id, k.effect from access_decision d
      join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
    where d.platform_id = of_platform and d.stage = 'signed' and d.starts_at <= moment
      and coalesce(d.ends_at > moment, true) and k.effect in ('partial_block', 'full_block', 'restore', 'revocation')
    order by d.starts_at desc, d.signed_at desc, d.number desc limit 1) last;
end;
revoke all on function standing_restore(bigint, timestamptz) from public;

-- What only the clock tells: half of the time for deciding is gone, papers are missing since a day, and what an opening hung
-- on is broken or a waiver of it has ended. Of the last the mark names what broke and since when, as its review does.
create function hang_decision_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  with today as (
    select (moment at time zone 'Asia/Jakarta')::date as day
  ), waiting as (
    select n.* from normalisation_request n
    where n.filed_at > moment - interval '30 days' and not exists (select from access_decision d
      join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
      where d.platform_id = n.platform_id and d.stage = 'signed' and k.effect in ('restore', 'refusal')
        and d.signed_at >= n.filed_at)
  ), opening as (
    select d.* from platform p join access_decision d on d.id = standing_restore(p.id, moment)
  ), broken as (
    select o.id, c.number || '/failed/' || c.last_verified_on as what from opening o
      join decision_kind k on k.rule_set_id = o.rule_set_id and k.code = o.kind_code and k.needs_conditions
      join commitment c on c.platform_id = o.platform_id and c.condition and c.stage = 'agreed'
    where c.last_result in ('partly', 'fail')
    union all
    select o.id, c.number || '/expired/' || (c.verified_until + 1) from opening o
      join decision_kind k on k.rule_set_id = o.rule_set_id and k.code = o.kind_code and k.needs_conditions
      join commitment c on c.platform_id = o.platform_id and c.condition and c.stage = 'agreed'
      cross join today t
    where c.last_result = 'pass' and c.verified_until < t.day
    union all
    select o.id, c.number || '/late/' || (c.due_on + 1) from opening o
      join decision_kind k on k.rule_set_id = o.rule_set_id and k.code = o.kind_code and k.needs_conditions
      join commitment c on c.platform_id = o.platform_id and c.condition and c.stage = 'agreed'
      cross join today t
    where coalesce(c.last_result = 'unchecked', true) and c.due_on < t.day
    union all
    select o.id, w.cell || '/waiver/' || w.until from opening o
      join decision_waiver w on w.decision_id = o.id
      join decision_waiver_second s on s.waiver_id = w.id
      cross join today t
    where w.until between t.day - 30 and t.day - 1
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
    from broken b join access_decision d on d.id = b.id cross join (values ('preparers'), ('signer')) a (audience)
    where not exists (select from decision_review r where r.decision_id = d.id and r.broken = b.what)
      and not exists (select from decision_waiver w join decision_waiver_second s on s.waiver_id = w.id cross join today t
        where w.decision_id = d.id and w.until >= t.day and b.what like substr(w.cell, strpos(w.cell, ':') + 1) || '/%')
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
revoke all on function hang_decision_notices(timestamptz) from public;
grant execute on function hang_decision_notices(timestamptz) to side_mail;

-- What a mail tells of these: no ground and no reason, which are read in the portal. One that is not signed has no number,
-- and its id stands in the place.
create function decision_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, told_at timestamptz, number text, label_id text, label_en text,
  platform text, due_on date, actor_side text, actor_role text, actor_code integer)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, n.told_at, coalesce(d.number, d.id::text), k.label_id, k.label_en, p.name, null::date,
    case when n.event_id is not null then e.actor_side end, case when n.event_id is not null then e.actor_role end,
    case when n.event_id is not null then e.actor_code end
  from notice n
    join event e on e.id = coalesce(n.event_id, split_part(n.mark, ':', 2)::bigint)
    join access_decision d on d.id = (e.body::jsonb ->> 'decision')::bigint
    join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
    join platform p on p.id = d.platform_id
  where n.id = any (ids) and n.kind like 'decision\_%';
end;
revoke all on function decision_facts(bigint[]) from public;
grant execute on function decision_facts(bigint[]) to side_mail;

-- Of one that is not complete the mail names what is missing.
create function normalisation_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, told_at timestamptz, number text, label_id text, label_en text,
  platform text, due_on date, actor_side text, actor_role text, actor_code integer)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, n.told_at, r.number, coalesce(missing.id, 'Permohonan normalisasi'),
    coalesce(missing.en, 'Request to open again'), p.name, (r.due_at at time zone 'Asia/Jakarta')::date,
    case when n.event_id is not null then e.actor_side end, case when n.event_id is not null then e.actor_role end,
    case when n.event_id is not null then e.actor_code end
  from notice n
    join event e on e.id = coalesce(n.event_id, split_part(n.mark, ':', 2)::bigint)
    join normalisation_request r on r.number = e.body::jsonb ->> 'normalisation'
    join platform p on p.id = r.platform_id
    left join lateral (
      select string_agg(c.label_id, '; ' order by c.position) as id, string_agg(c.label_en, '; ' order by c.position) as en
      from checklist_entry c
      where n.kind = 'normalisation_incomplete' and c.rule_set_id = r.rule_set_id and c.list = 'normalisation'
        and not exists (select from normalisation_paper x where x.normalisation_id = r.id and x.entry_code = c.code)) missing
      on true
  where n.id = any (ids) and n.kind like 'normalisation\_%';
end;
revoke all on function normalisation_facts(bigint[]) from public;
grant execute on function normalisation_facts(bigint[]) to side_mail;
