-- What people are told of commitments. What the clock tells hangs on the version that is in force: revised, a due day is
-- told anew. So the second part of a mark is that version's event, as of every mark.
create unique index notice_mark_of_no_request on notice (mark, person_id) where request_id is null and mark is not null;

-- As CommitmentState says it of one: due soon, and late for as long as the news of it is news.
create function hang_commitment_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  insert into notice (mark, kind, audience, person_id, side, organisation_id, company_id, own, tempo, legal, items, told_at)
  select w.kind || ':' || e.id, w.kind, w.audience, a.id, a.side, a.organisation_id, c.company_id, false, 'at_once',
    w.kind = 'commitment_late', 0, moment
  from commitment c
    join rule_set r on r.id = c.rule_set_id
    join commitment_version v on v.commitment_id = c.id and v.number = c.in_force
    join event e on e.id = v.event_id
    cross join lateral (select (moment at time zone 'Asia/Jakarta')::date) d (today)
    cross join lateral (
      select 'commitment_due_soon', 'answerers'
      where c.late_after >= d.today and c.due_on - r.commitment_soon_days <= d.today
      union all
      select 'commitment_late', told.audience from unnest(array['answerers', 'supervisors']) told (audience)
      where c.late_after between d.today - 30 and d.today - 1) w (kind, audience)
    cross join lateral audience_of(e, w.kind, w.audience, moment, '{}') a
    join person p on p.id = a.id
  where c.stage = 'agreed' and not c.claimed and c.last_result is distinct from 'pass' and p.active
    and not exists (select from notice n where n.request_id is null and n.mark = w.kind || ':' || e.id
      and n.person_id = a.id)
  on conflict do nothing;
end;
revoke all on function hang_commitment_notices(timestamptz) from public;
grant execute on function hang_commitment_notices(timestamptz) to side_mail;

-- What a mail tells of these: no text of the promise, which is read in the portal.
create function commitment_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, told_at timestamptz, number text, label_id text, label_en text,
  platform text, due_on date, actor_side text, actor_role text, actor_code integer)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, n.told_at, c.number, k.label_id, k.label_en, p.name, c.due_on,
    case when n.event_id is not null then e.actor_side end, case when n.event_id is not null then e.actor_role end,
    case when n.event_id is not null then e.actor_code end
  from notice n
    join event e on e.id = coalesce(n.event_id, split_part(n.mark, ':', 2)::bigint)
    join commitment c on c.number = e.body::jsonb ->> 'commitment'
    join commitment_kind k on k.rule_set_id = c.rule_set_id and k.code = c.kind_code
    join platform p on p.id = c.platform_id
  where n.id = any (ids) and n.kind like 'commitment\_%';
end;
revoke all on function commitment_facts(bigint[]) from public;
grant execute on function commitment_facts(bigint[]) to side_mail;
