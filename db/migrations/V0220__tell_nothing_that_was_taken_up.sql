-- What a notice asks for may be done before its mail goes out, or before it is passed on: by a colleague at night, or on
-- the other item of the same request. One place says so, for both.

create function happened_since(act event, kinds text[]) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select exists (select from event e
    where e.request_id = (act).request_id and e.id > (act).id and e.kind = any (kinds));
end;
revoke all on function happened_since(event, text[]) from public;

-- Whether an item still runs that is due as the clock's notice says, or before.
create function clock_runs(told notice) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select exists (select from item i
    where i.request_id = (told).request_id and i.standing = 'open' and i.due_at <= (told).due_at);
end;
revoke all on function clock_runs(notice) from public;

-- Whether nothing is left to do of what a notice asks for, or what it says is not so any more. Of what it only tells
-- nothing is ever done: that is told whatever happened since.
create function overtaken(told notice, act event) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select case (told).kind
    when 'half_gone' then not clock_runs(told)
    when 'nearly_gone' then not clock_runs(told)
    when 'due_passed' then not clock_runs(told)
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
revoke all on function overtaken(notice, event) from public;

create or replace function drop_overtaken_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  update notice n set dropped_at = moment
  from event e
  where e.id = coalesce(n.event_id, split_part(n.mark, ':', 2)::bigint)
    -- Nothing of the news is overtaken.
    and n.mail_id is null and n.dropped_at is null and n.tempo <> 'later' and overtaken(n, e);
end;

-- As V0197 has it, by the above.
create or replace function still_waits(told notice, act event) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select not overtaken(told, act) and case
    when (told).kind in ('half_gone', 'nearly_gone', 'due_passed') then
      -- To look is enough while there is time; of a time that has passed the next hears as long as an item is open.
      ((told).kind = 'due_passed' or not exists (select from request_visit v
        where v.request_id = (told).request_id and v.person_id = (told).person_id and v.seen_at >= (told).told_at))
      -- What the clock has told since says more.
      and not exists (select from notice n where n.request_id = (told).request_id and n.side = (told).side
        and n.kind in ('nearly_gone', 'due_passed') and n.kind <> (told).kind and n.due_at = (told).due_at
        and n.told_at > (told).told_at)
    -- Where somebody was on duty when the order came, the next hears of the order itself, and not twice.
    when (told).kind = 'order_unseen' then not exists (select from notice n where n.event_id = (act).id
      and n.kind = 'order_sent' and n.organisation_id = (told).organisation_id and n.duty is not null)
    when (told).kind = 'order_sent' then
      not happened_since(act, array['request.seen', 'request.acknowledged', 'request.withdrawn'])
    else true end;
end;
