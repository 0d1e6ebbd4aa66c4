-- The clock's notices were one for a round, as of its earliest due time: of items that were asked about, or given more time,
-- and so fall due later, nothing was told. Now it is one for each minute in which items of a round fall due, and counts
-- those alone. And of a due time that passed it is told only where no answer came by it: a check that fails later opens an
-- item again with its old due time, and the answer came in time nevertheless.

-- A mark names the round, its minutes and the minute in which it is due. What was told is not told again.
update notice n set mark = n.mark || ':' || extract(epoch from date_trunc('minute', n.due_at))::bigint
where n.kind in ('half_gone', 'nearly_gone', 'due_passed') and n.mark is not null and n.due_at is not null;

-- Whether an item was answered by its due time, for good and not only with a question: in its running round.
create function answered_by_due(asked bigint, due_at timestamptz) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select exists (select from answer a
    where a.item_id = asked and a.class not in ('asks', 'pending') and a.answered_at <= answered_by_due.due_at
      and a.answered_at >= (select max(r.started_at) from item_round r where r.item_id = asked)
      and not exists (select from answer_taken_back t where t.answer_id = a.id));
end;
revoke all on function answered_by_due(bigint, timestamptz) from public;

-- Whether an item still runs that is due in the minute that the clock's notice names.
create or replace function clock_runs(told notice) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select exists (select from item i
    where i.request_id = (told).request_id and i.standing = 'open'
      and date_trunc('minute', i.due_at) = date_trunc('minute', (told).due_at)
      and not ((told).kind = 'due_passed' and answered_by_due(i.id, i.due_at)));
end;

create or replace function hang_clock_notices(moment timestamptz, alone text[]) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  with running as (
    select i.request_id, r.event_id, r.minutes, i.due_at,
      i.due_at <= moment and answered_by_due(i.id, i.due_at) as answered
    from item i
      cross join lateral (
        select o.event_id, o.minutes + coalesce((select sum(x.minutes)::integer from item_extension x
          where x.item_id = i.id and x.round = o.number), 0) as minutes
        from item_round o where o.item_id = i.id order by o.number desc limit 1) r
    where i.standing = 'open' and i.due_at > moment - interval '3 days'
      -- An extension is of thirty days at most.
      and i.due_at <= moment + interval '15 days' + (select max(u.minutes) / 2 * interval '1 minute' from urgency u)
  ), falling_due as (
    -- Of a minute all is told when the last of it is reached.
    select request_id, event_id, minutes, max(due_at) as due_at, count(*)::integer as items
    from running
    where not answered
    group by request_id, event_id, minutes, date_trunc('minute', due_at)
  ), reached as (
    select request_id, event_id, due_at, items,
      ':' || minutes || ':' || extract(epoch from date_trunc('minute', due_at))::bigint as rest,
      case when due_at <= moment then 'due_passed'
        when due_at - minutes / 5.0 * interval '1 minute' <= moment then 'nearly_gone'
        when due_at - minutes / 2.0 * interval '1 minute' <= moment then 'half_gone' end as kind
    from falling_due
    union all
    select q.id, e.id, q.next_due_at, q.open_count, '', 'order_unseen'
    from request q
      join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code
      join event e on e.request_id = q.id and e.kind = 'request.sent'
    where u.mark and q.stage = 'sent' and q.open_count > 0
      and q.sent_at > moment - interval '1 day' and q.sent_at <= moment - interval '15 minutes'
      and not exists (select from event s where s.request_id = q.id and s.kind = 'request.seen')
  ), untold as materialized (
    select r.request_id, r.event_id, r.due_at, r.items, r.kind, r.kind || ':' || r.event_id || r.rest as mark, w.audience,
      w.side
    from reached r cross join (values ('answerers', 'company'), ('case_officials', 'ministry')) w (audience, side)
    where r.kind is not null and (w.side = 'company' or r.kind in ('order_unseen', 'due_passed'))
      and not exists (select from notice n where n.request_id = r.request_id
        and n.mark = r.kind || ':' || r.event_id || r.rest and n.side = w.side)
  )
  insert into notice (mark, kind, audience, person_id, side, organisation_id, company_id, request_id, own, tempo, legal,
    items, due_at, told_at)
  select m.mark, m.kind, m.audience, a.id, a.side, a.organisation_id, e.company_id, m.request_id, false,
    case when u.mark and m.kind = any (alone) then 'alone' else 'at_once' end, true, m.items, m.due_at, moment
  from untold m
    join event e on e.id = m.event_id
    join request q on q.id = m.request_id
    join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code
    cross join lateral audience_of(e, m.kind, m.audience, moment, '{}') a
    join person p on p.id = a.id
  where p.active
  on conflict do nothing;
end;

-- As V0220 has it. What the clock has told since of the same minute says more.
create or replace function still_waits(told notice, act event) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select not overtaken(told, act) and case
    when (told).kind in ('half_gone', 'nearly_gone', 'due_passed') then
      -- To look is enough while there is time; of a time that has passed the next hears as long as an item is open.
      ((told).kind = 'due_passed' or not exists (select from request_visit v
        where v.request_id = (told).request_id and v.person_id = (told).person_id and v.seen_at >= (told).told_at))
      and not exists (select from notice n where n.request_id = (told).request_id and n.side = (told).side
        and n.kind in ('nearly_gone', 'due_passed') and n.kind <> (told).kind
        and date_trunc('minute', n.due_at) = date_trunc('minute', (told).due_at) and n.told_at > (told).told_at)
    -- Where somebody was on duty when the order came, the next hears of the order itself, and not twice.
    when (told).kind = 'order_unseen' then not exists (select from notice n where n.event_id = (act).id
      and n.kind = 'order_sent' and n.organisation_id = (told).organisation_id and n.duty is not null)
    when (told).kind = 'order_sent' then
      not happened_since(act, array['request.seen', 'request.acknowledged', 'request.withdrawn'])
    else true end;
end;
