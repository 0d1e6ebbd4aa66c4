-- Who hears of what is decided in one place, audience_of, whether an act tells it or the clock, at once or as it is passed
-- on. The rule: who may do what is wanted hears of it; of what is for who is on duty (tells_duty) only that person does,
-- first or else second, where it is somebody who may do it. Where nobody is, all who may.

drop function hang_clock_notices(timestamptz, text[]);
drop function audience_of(event, text);
drop function duty_audience_of(event, text, timestamptz);
drop function role_audience_of(event, text);
drop function standing_by(timestamptz);
drop function still_waits(event);

-- What is for who is on duty.
create function tells_duty(kind text) returns boolean
language sql immutable set search_path = pg_catalog, public
begin atomic
  select kind in ('approval_wanted', 'confirmation_wanted', 'order_sent', 'order_unseen', 'half_gone', 'nearly_gone',
    'due_passed', 'clarification_asked', 'test_call');
end;
revoke all on function tells_duty(text) from public;

-- Who has one of these roles at an instant, of a company or, where none is named, of the ministry: who was given it, and
-- who borrowed it from somebody who still has it. Who has it on loan hears of it as its lender does.
create function role_holders(company bigint, roles text[], moment timestamptz)
returns table (id bigint, side text, organisation_id bigint, lender_id bigint)
language sql stable set search_path = pg_catalog, public
begin atomic
  select p.id, p.side, p.organisation_id, l.lender_id
  from person p
    cross join lateral (
      select r.role, null::bigint as lender_id from person_role r where r.person_id = p.id
      union all
      select b.role, b.lender_id from role_loan b
        join person lender on lender.id = b.lender_id and lender.active
        join person_role r on r.person_id = b.lender_id and r.role = b.role
      where b.person_id = p.id and b.starts_at <= moment and b.ends_at > moment and b.ended_at is null) l
  where (p.organisation_id = company or (company is null and p.side = 'ministry')) and l.role = any (roles);
end;
revoke all on function role_holders(bigint, text[], timestamptz) from public;

-- Who stands in a shift at an instant. Whoever has lent the role in which the roster names them has the borrower stand in,
-- with the number of the shift, which is the desk's: the borrower is told, and is named with 'for' the lender. Of several
-- borrowers it is who borrowed last.
create function stands_in(named bigint, moment timestamptz)
returns table (person_id bigint, for_role text, for_code integer)
language sql stable set search_path = pg_catalog, public
begin atomic
  select coalesce(l.person_id, p.id), l.role, l.lender_code
  from person p
    left join lateral (
      select b.person_id, b.role, b.lender_code
      from role_loan b join person borrower on borrower.id = b.person_id and borrower.active
      where b.lender_id = p.id and b.role = duty_role(p.id)
        and b.starts_at <= moment and b.ends_at > moment and b.ended_at is null
      order by b.id desc limit 1) l on true
  where p.id = named and p.active and duty_role(p.id) is not null;
end;
revoke all on function stands_in(bigint, timestamptz) from public;

create function standing_by(told_at timestamptz)
returns table (person_id bigint, side text, organisation_id bigint, place text, code integer, for_role text,
  for_code integer)
language sql stable set search_path = pg_catalog, public
begin atomic
  select p.id, s.side, s.organisation_id, s.place, p.code, i.for_role, i.for_code
  from duty_shift s
    cross join lateral stands_in(s.person_id, told_at) i
    join person p on p.id = i.person_id
  where s.starts_at <= told_at and s.ends_at > told_at;
end;
revoke all on function standing_by(timestamptz) from public;

-- As V0170 has it, with who stands in: of a shift that has not begun, who will when it begins.
drop function duty_told(timestamptz, timestamptz);
create function duty_told(since timestamptz, until timestamptz)
returns table (organisation_id bigint, side text, organisation text, place text, role text, code integer, name text,
  for_role text, for_code integer, starts_at timestamptz, ends_at timestamptz, phone text)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select s.organisation_id, s.side, o.name, s.place, duty_role(p.id), p.code, case when o.id = me.id then p.name end,
    i.for_role, i.for_code, s.starts_at, s.ends_at, case when o.id = me.id or d.share_phone then s.phone end
  from organisation me
    join organisation o on o.id = me.id or o.side <> me.side
    join duty_shift s on s.organisation_id = o.id
    cross join lateral stands_in(s.person_id, greatest(s.starts_at, since)) i
    join person p on p.id = i.person_id
    left join duty_setting d on d.organisation_id = o.id
  where me.id = viewer_company() and viewer_request() is null and s.starts_at < until and s.ends_at > since
  order by o.side desc, o.name, o.id, s.starts_at, s.place;
end;
revoke all on function duty_told(timestamptz, timestamptz) from public;
grant execute on function duty_told(timestamptz, timestamptz) to side_ministry, side_company, side_auditor;

-- The place that decides. Each audience holds the wall: of what one side keeps to itself nobody of the other hears. Who
-- has been told of it already is left out, so that the next hears when it is passed on.
create function audience_of(told event, notice_kind text, audience text, moment timestamptz, told_already bigint[])
returns table (id bigint, side text, organisation_id bigint)
language sql stable set search_path = pg_catalog, public
begin atomic
  with may as (
    -- Who may approve a draft: whoever had a hand in it may not, nor who has the role from somebody who had.
    select h.id, h.side, h.organisation_id
    from role_holders(null, array['supervisor', 'decision_maker'], moment) h
    where audience = 'supervisors' and not exists (select from request_author a
      where a.request_id = (told).request_id and a.person_id in (h.id, h.lender_id))
    union
    -- Who wrote the request, and who sent it.
    select p.id, p.side, p.organisation_id from person p
    where audience = 'case_officials' and p.side = 'ministry'
      and (p.id in (select a.person_id from request_author a where a.request_id = (told).request_id)
        or p.id = (select q.sent_by from request q where q.id = (told).request_id))
    union
    select h.id, h.side, h.organisation_id
    from role_holders((told).company_id,
      case audience when 'answerers' then array['lead', 'responder'] else array['lead'] end, moment) h
    where audience in ('answerers', 'leads') and h.side = 'company'
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
revoke all on function audience_of(event, text, text, timestamptz, bigint[]) from public;

alter table notice
  -- To whom it went, for when it is passed on.
  add column audience text,
  -- For whom the reader stood in; null for who was on duty in a role of one's own.
  add column duty_for_role text,
  add column duty_for_code integer;
update notice set audience = case kind when 'approval_wanted' then 'supervisors' when 'order_sent' then 'answerers'
  when 'test_call' then 'called' when 'order_unseen' then case side when 'company' then 'answerers' else 'case_officials' end
  else 'case_officials' end
where duty is not null;
alter table notice
  add constraint notice_duty_audience check (duty is null or audience is not null),
  add constraint notice_duty_for check ((duty_for_role is null) = (duty_for_code is null)
    and (duty_for_role is null or duty is not null));

-- Whatever wrote the notice: one for the person on duty is marked so. It goes out in a mail of its own, but for what the
-- clock tells of a time that was known; that waits its five minutes for more of its kind.
create or replace function mark_duty() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select s.place, s.for_role, s.for_code into new.duty, new.duty_for_role, new.duty_for_code
  from standing_by(new.told_at) s where s.person_id = new.person_id order by s.place limit 1;
  if new.duty is not null and new.kind not in ('half_gone', 'nearly_gone', 'due_passed') then
    new.tempo := 'alone';
  end if;
  return new;
end
$$;
drop trigger notice_mark_duty on notice;
create trigger notice_mark_duty before insert on notice for each row
  when (tells_duty(new.kind)) execute function mark_duty();

-- As V0120 has it, by the audience above.
create or replace function hang_notices(told bigint, kinds text[], audiences text[], hastes text[], legals boolean[])
returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  act event;
  urgent boolean;
begin
  select * into strict act from event e where e.id = told and e.xid = pg_current_xact_id();
  select u.mark into urgent from request q
    join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code where q.id = act.request_id;
  insert into notice (event_id, kind, audience, person_id, side, organisation_id, company_id, request_id, own, tempo, legal,
    items, told_at)
  select act.id, n.kind, w.audience, a.id, a.side, a.organisation_id,
    -- What concerns every company stands, told to one, behind its own wall.
    coalesce(act.company_id, case when a.side = 'company' then a.organisation_id end), act.request_id, act.side <> 'both',
    case when n.haste = 'alone_if_urgent' and urgent then 'alone' when n.haste = 'later' then 'later' else 'at_once' end,
    n.legal, coalesce((act.body::jsonb ->> 'items')::integer, 0), act.at
  from unnest(kinds, audiences, hastes, legals) n (kind, audience, haste, legal)
    cross join lateral (select case when n.audience <> 'counterpart' then n.audience
      when (act.actor_side = 'company') = (act.side = 'both') then 'case_officials' else 'answerers' end) w (audience)
    cross join lateral audience_of(act, n.kind, w.audience, act.at, '{}') a
    join person p on p.id = a.id
  where p.active and p.id is distinct from act.actor_id and act.side in ('both', a.side)
  on conflict do nothing;
end
$$;

-- As V0122 has it, by the audience above. Each mark is told once to each side, whoever comes on duty after; and once more
-- when more time was granted, because half of the time is another then. So a mark names the round and its minutes.
update notice n set mark = n.mark || ':' || coalesce((select min(o.minutes) from item_round o
  where o.event_id = split_part(n.mark, ':', 2)::bigint), 0)
where n.kind in ('half_gone', 'nearly_gone', 'due_passed') and n.mark is not null;

create function hang_clock_notices(moment timestamptz, alone text[]) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  with round as (
    select i.request_id, r.event_id, (array_agg(r.minutes order by i.due_at, i.id))[1] as minutes,
      min(i.due_at) as due_at, count(*)::integer as items
    from item i
      cross join lateral (
        select o.event_id, o.minutes + coalesce((select sum(x.minutes)::integer from item_extension x
          where x.item_id = i.id and x.round = o.number), 0) as minutes
        from item_round o where o.item_id = i.id order by o.number desc limit 1) r
    where i.standing = 'open' and i.due_at > moment - interval '3 days'
      -- An extension is of thirty days at most.
      and i.due_at <= moment + interval '15 days' + (select max(u.minutes) / 2 * interval '1 minute' from urgency u)
    group by i.request_id, r.event_id
  ), reached as (
    select request_id, event_id, due_at, items, minutes::text as total,
      case when due_at <= moment then 'due_passed'
        when due_at - minutes / 5.0 * interval '1 minute' <= moment then 'nearly_gone'
        when due_at - minutes / 2.0 * interval '1 minute' <= moment then 'half_gone' end as kind
    from round
    union all
    select q.id, e.id, q.next_due_at, q.open_count, null, 'order_unseen'
    from request q
      join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code
      join event e on e.request_id = q.id and e.kind = 'request.sent'
    where u.mark and q.stage = 'sent' and q.open_count > 0
      and q.sent_at > moment - interval '1 day' and q.sent_at <= moment - interval '15 minutes'
      and not exists (select from event s where s.request_id = q.id and s.kind = 'request.seen')
  ), untold as materialized (
    select r.request_id, r.event_id, r.due_at, r.items, r.kind, concat_ws(':', r.kind, r.event_id, r.total) as mark,
      w.audience, w.side
    from reached r cross join (values ('answerers', 'company'), ('case_officials', 'ministry')) w (audience, side)
    where r.kind is not null and (w.side = 'company' or r.kind in ('order_unseen', 'due_passed'))
      and not exists (select from notice n where n.request_id = r.request_id
        and n.mark = concat_ws(':', r.kind, r.event_id, r.total) and n.side = w.side)
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
revoke all on function hang_clock_notices(timestamptz, text[]) from public;
grant execute on function hang_clock_notices(timestamptz, text[]) to side_mail;

-- Whether nobody has taken up yet what a notice asks of who is on duty.
create function still_waits(told notice, act event) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select case
    when (told).kind in ('half_gone', 'nearly_gone', 'due_passed') then
      exists (select from item i
        where i.request_id = (told).request_id and i.standing = 'open' and i.due_at <= (told).due_at)
      -- To look is enough while there is time; of a time that has passed the next hears as long as an item is open.
      and ((told).kind = 'due_passed' or not exists (select from request_visit v
        where v.request_id = (told).request_id and v.person_id = (told).person_id and v.seen_at >= (told).told_at))
      -- What the clock has told since says more.
      and not exists (select from notice n where n.request_id = (told).request_id and n.side = (told).side
        and n.kind in ('nearly_gone', 'due_passed') and n.kind <> (told).kind and n.due_at = (told).due_at
        and n.told_at > (told).told_at)
    -- Where somebody was on duty when the order came, the next hears of the order itself, and not twice.
    when (told).kind = 'order_unseen' and exists (select from notice n where n.event_id = (act).id
      and n.kind = 'order_sent' and n.organisation_id = (told).organisation_id and n.duty is not null) then false
    else not exists (select from event e
      where e.request_id = (act).request_id and e.id > (act).id and e.kind = any (case (told).kind
        when 'approval_wanted' then array['request.returned', 'request.sent', 'request.discarded']
        when 'confirmation_wanted' then array['request.sending_confirmed', 'request.withdrawn']
        when 'clarification_asked' then array['items.clarified', 'items.withdrawn', 'request.withdrawn']
        else array['request.seen', 'request.acknowledged', 'request.withdrawn'] end)) end;
end;
revoke all on function still_waits(notice, event) from public;

-- Tells the next on duty of what the one told before left alone, and when no other is on duty everybody of the audience.
-- Gives how many were told.
create or replace function pass_on_duty(moment timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  left_alone record;
  second record;
  count_of_this integer;
  total integer := 0;
begin
  for left_alone in
    select n as told, e as act, coalesce(u.mark, false) as urgent
    from notice n
      -- The clock's mark names the act from which it runs.
      join event e on e.id = coalesce(n.event_id, split_part(n.mark, ':', 2)::bigint)
      join request q on q.id = n.request_id
      left join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code
      left join duty_setting d on d.organisation_id = n.organisation_id
    where n.duty is not null and n.passed_on_at is null and n.kind <> 'test_call'
      -- A sending in haste may be confirmed the next day.
      and n.told_at + make_interval(mins => case when u.mark and n.kind <> 'confirmation_wanted'
        then coalesce(d.urgent_minutes, 15) else coalesce(d.other_minutes, 60) end) <= moment
    order by n.id
    for update of n skip locked
  loop
    update notice set passed_on_at = moment where id = (left_alone.told).id;
    continue when not still_waits(left_alone.told, left_alone.act);
    insert into notice (event_id, mark, kind, audience, person_id, side, organisation_id, company_id, request_id, own, tempo,
      legal, items, due_at, told_at)
    select n.event_id, n.mark, n.kind, n.audience, a.id, a.side, a.organisation_id, n.company_id, n.request_id, n.own,
      case when left_alone.urgent then 'alone' else 'at_once' end, n.legal, n.items, n.due_at, moment
    from notice n
      cross join lateral audience_of(left_alone.act, n.kind, n.audience, moment, array(
        select x.person_id from notice x
        where (x.event_id = n.event_id and x.kind = n.kind) or (x.request_id = n.request_id and x.mark = n.mark))) a
      join person p on p.id = a.id and p.active
    where n.id = (left_alone.told).id
    on conflict do nothing;
    get diagnostics count_of_this = row_count;
    total := total + count_of_this;
  end loop;

  for left_alone in
    select c.* from test_call c left join duty_setting d on d.organisation_id = c.called_organisation_id
    where c.confirmed_at is null and c.passed_at is null and c.rung_at > moment - interval '1 day'
      and c.rung_at + make_interval(mins => coalesce(d.urgent_minutes, 15)) <= moment
    order by c.id
    for update of c skip locked
  loop
    select s.person_id, s.side, s.organisation_id, s.code into second from standing_by(moment) s
    where s.organisation_id = left_alone.called_organisation_id and s.code <> left_alone.first_code
    order by s.place limit 1;
    continue when not found;
    update test_call set passed_at = moment, second_role = duty_role(second.person_id), second_code = second.code
    where id = left_alone.id;
    insert into notice (event_id, kind, audience, person_id, side, organisation_id, company_id, own, tempo, legal, items,
      told_at)
    values (left_alone.event_id, 'test_call', 'called', second.person_id, second.side, second.organisation_id,
      left_alone.company_id, left_alone.side <> 'both', 'alone', false, 0, moment)
    on conflict do nothing;
    total := total + 1;
  end loop;
  return total;
end
$$;
