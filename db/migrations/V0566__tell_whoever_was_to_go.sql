-- As V0372 has it, and in whose place an act names somebody else.
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
      or (audience = 'former' and p.id = ((told).body::jsonb ->> 'was')::bigint)
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

-- As V0365 has it, and of one that was moved for when it is planned now.
create or replace function verification_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, told_at timestamptz, number text, label_id text, label_en text,
  platform text, due_on date, actor_side text, actor_role text, actor_code integer)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, n.told_at, s.number, m.label_id, m.label_en, p.name,
    case when n.kind in ('verification_planned', 'verification_moved') then s.planned_on
      when n.kind = 'verification_due_again' then (select least(r.valid_until, r.carried_out_on + k.check_every_days)
        from verification_result r
          left join commitment c on c.id = r.commitment_id
          left join commitment_kind k on k.rule_set_id = c.rule_set_id and k.code = c.kind_code
        where r.step_number = s.number) end,
    case when n.event_id is not null then e.actor_side end, case when n.event_id is not null then e.actor_role end,
    case when n.event_id is not null then e.actor_code end
  from notice n
    join event e on e.id = coalesce(n.event_id, split_part(n.mark, ':', 2)::bigint)
    join verification_step s on s.number = e.body::jsonb ->> 'verification'
    join check_method m on m.rule_set_id = s.rule_set_id and m.code = s.method_code
    join platform p on p.id = s.platform_id
  where n.id = any (ids) and n.kind like 'verification\_%';
end;

-- As V0392 has it, but: for what the portal measures by itself nobody is asked for evidence.
create or replace function hang_commitment_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  insert into notice (mark, kind, audience, person_id, side, organisation_id, company_id, own, tempo, legal, items, told_at)
  select w.kind || ':' || e.id, w.kind, w.audience, a.id, a.side, a.organisation_id, c.company_id, false, 'at_once',
    w.kind = 'commitment_late', 0, moment
  from commitment c
    join rule_set r on r.id = c.rule_set_id
    join commitment_kind k on k.rule_set_id = c.rule_set_id and k.code = c.kind_code
    join commitment_version v on v.commitment_id = c.id and v.number = c.in_force
    cross join lateral (select (moment at time zone 'Asia/Jakarta')::date) d (today)
    cross join lateral (
      select c.stage = 'agreed' and c.last_result is distinct from 'pass' and not c.claimed,
        c.stage = 'agreed' and c.last_result is distinct from 'pass' and c.claimed and c.claimed_on > c.late_after)
      s (outstanding, claimed_late)
    cross join lateral (
      select 'commitment_due_soon', 'answerers', v.event_id
      where s.outstanding and c.late_after >= d.today and c.due_on - r.commitment_soon_days <= d.today
      union all
      select 'commitment_late', told.audience, v.event_id from unnest(array['answerers', 'supervisors']) told (audience)
      where (s.outstanding or s.claimed_late) and c.late_after between d.today - 30 and d.today - 1
      union all
      select 'commitment_evidence_due', 'answerers', v.event_id
      where s.outstanding and not k.self_measured and c.evidence_files = 0 and c.due_on - r.commitment_soon_days / 2 <= d.today
        and c.late_after >= d.today - 30
      union all
      select 'commitment_evidence_due', 'answerers', (select max(m.event_id) from commitment_report m
        where m.commitment_id = c.id and m.version = c.in_force and m.evidence_until = c.evidence_until)
      where c.evidence_until between d.today - 30 and d.today - 1) w (kind, audience, event_id)
    join event e on e.id = w.event_id
    cross join lateral audience_of(e, w.kind, w.audience, moment, '{}') a
    join person p on p.id = a.id
  where c.stage = 'agreed' and p.active
    and not exists (select from notice n where n.request_id is null and n.mark = w.kind || ':' || e.id
      and n.person_id = a.id)
  on conflict do nothing;
end;
