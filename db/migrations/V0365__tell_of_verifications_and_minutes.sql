-- What people are told of verifications and of minutes: a result to the company, a step to the officer who goes, minutes to
-- those who sign them, and by the clock that something is due again.

-- Passes that are due again by a day: when they lapse, or earlier by the rhythm in which what was promised is checked; of
-- which nothing is planned once more, and nothing was found since. What could not be checked was not found, and another way to
-- check the same promise that is only planned stands for itself.
create function verifications_due_again(by date)
returns table (result_id bigint, event_id bigint, officer_id bigint, rule_set_id bigint, due_on date)
language sql stable set search_path = pg_catalog, public
begin atomic
  select r.id, r.event_id, s.officer_id, r.rule_set_id, least(r.valid_until, r.carried_out_on + k.check_every_days)
  from verification_result r
    join verification_step s on s.number = r.step_number
    left join commitment c on c.id = r.commitment_id
    left join commitment_kind k on k.rule_set_id = c.rule_set_id and k.code = c.kind_code
  where r.result = 'pass' and least(r.valid_until, r.carried_out_on + k.check_every_days) <= by
    and (c.id is null or c.stage = 'agreed')
    and not exists (select from verification_step n where n.id <> s.id and n.stage in ('planned', 'recorded')
      and (n.again_of = s.id or (n.commitment_id = s.commitment_id and n.method_code = s.method_code)))
    and not exists (select from verification_step n join verification_result f on f.step_number = n.number
      where f.id > r.id and f.result <> 'unchecked' and (n.again_of = s.id or n.commitment_id = s.commitment_id));
end;
revoke all on function verifications_due_again(date) from public;
grant execute on function verifications_due_again(date) to side_ministry, side_auditor;

create function hang_verification_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  insert into notice (mark, kind, audience, person_id, side, organisation_id, company_id, own, tempo, legal, items, told_at)
  select 'verification_due_again:' || e.id, 'verification_due_again', a.audience, p.id, p.side, p.organisation_id,
    e.company_id, true, 'at_once', false, 0, moment
  from (select (moment at time zone 'Asia/Jakarta')::date as today) d
    cross join lateral verifications_due_again(d.today + 366) v
    join rule_set r on r.id = v.rule_set_id and v.due_on <= d.today + r.commitment_soon_days
    join event e on e.id = v.event_id
    cross join lateral (
      select v.officer_id as id, 'holder' as audience
      union all
      select w.id, 'supervisors' from audience_of(e, 'verification_due_again', 'supervisors', moment, '{}') w) a
    join person p on p.id = a.id and p.active
  where not exists (select from notice n where n.request_id is null and n.mark = 'verification_due_again:' || e.id
    and n.person_id = p.id)
  on conflict do nothing;
end;
revoke all on function hang_verification_notices(timestamptz) from public;
grant execute on function hang_verification_notices(timestamptz) to side_mail;

-- What a mail tells of these: number, method and platform. What was found is read in the portal.
create function verification_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, told_at timestamptz, number text, label_id text, label_en text,
  platform text, due_on date, actor_side text, actor_role text, actor_code integer)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, n.told_at, s.number, m.label_id, m.label_en, p.name,
    case n.kind when 'verification_planned' then s.planned_on
      when 'verification_due_again' then (select least(r.valid_until, r.carried_out_on + k.check_every_days)
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
revoke all on function verification_facts(bigint[]) from public;
grant execute on function verification_facts(bigint[]) to side_mail;

create index meeting_by_event on meeting (event_id);
create function meeting_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, told_at timestamptz, number text, label_id text, label_en text,
  platform text, due_on date, actor_side text, actor_role text, actor_code integer)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, n.told_at, m.id::text, 'Risalah', 'Minutes', p.name, m.held_on, e.actor_side, e.actor_role,
    e.actor_code
  from notice n
    join event e on e.id = n.event_id
    join meeting m on m.id = coalesce((e.body::jsonb ->> 'meeting')::bigint,
      (select w.id from meeting w where w.event_id = e.id))
    join platform p on p.id = m.platform_id
  where n.id = any (ids) and n.kind like 'minutes\_%';
end;
revoke all on function meeting_facts(bigint[]) from public;
grant execute on function meeting_facts(bigint[]) to side_mail;
