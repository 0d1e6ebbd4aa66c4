-- What no act tells and the clock does: an urgent order that nobody has opened, half and four fifths of the time gone, a
-- due time passed. One notice for a round, however many items run in it, and each of its marks once; looked for in the
-- index of due times. What passed while the portal was down is told for three days.
create function hang_clock_notices(moment timestamptz, alone text[]) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  with round as (
    select i.request_id, r.event_id, r.minutes, min(i.due_at) as due_at, count(*)::integer as items
    from item i
      cross join lateral (select o.event_id, o.minutes from item_round o where o.item_id = i.id
        order by o.number desc limit 1) r
    where i.standing = 'open' and i.due_at > moment - interval '3 days'
      and i.due_at <= moment + (select max(minutes) / 2 * interval '1 minute' from urgency)
    group by i.request_id, r.event_id, r.minutes
  ), reached as (
    select request_id, event_id, due_at, items,
      case when due_at <= moment then 'due_passed'
        when due_at - minutes / 5.0 * interval '1 minute' <= moment then 'nearly_gone'
        when due_at - minutes / 2.0 * interval '1 minute' <= moment then 'half_gone' end as kind
    from round
    union all
    select q.id, e.id, q.next_due_at, q.open_count, 'order_unseen'
    from request q
      join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code
      join event e on e.request_id = q.id and e.kind = 'request.sent'
    where u.mark and q.stage = 'sent' and q.open_count > 0
      and q.sent_at > moment - interval '1 day' and q.sent_at <= moment - interval '15 minutes'
      and not exists (select from event s where s.request_id = q.id and s.kind = 'request.seen')
  )
  insert into notice (mark, kind, person_id, side, organisation_id, company_id, request_id, own, tempo, legal, items, due_at,
    told_at)
  select m.kind || ':' || m.event_id, m.kind, a.id, a.side, a.organisation_id, e.company_id, m.request_id, false,
    case when u.mark and m.kind = any (alone) then 'alone' else 'at_once' end, true, m.items, m.due_at, moment
  from reached m
    join event e on e.id = m.event_id
    join request q on q.id = m.request_id
    join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code
    cross join lateral (
      select * from audience_of(e, 'answerers')
      union all
      select * from audience_of(e, 'case_officials') where m.kind in ('order_unseen', 'due_passed')) a
    join person p on p.id = a.id
  where m.kind is not null and p.active
    and not exists (select from notice n where n.request_id = m.request_id and n.mark = m.kind || ':' || m.event_id
      and n.person_id = a.id)
  on conflict do nothing;
end;
revoke all on function hang_clock_notices(timestamptz, text[]) from public;
grant execute on function hang_clock_notices(timestamptz, text[]) to side_mail;
