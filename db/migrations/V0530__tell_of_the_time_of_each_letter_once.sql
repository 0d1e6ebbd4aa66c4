-- As V0511 has it; but of a fined letter the account of its own order is reckoned, not that of every order there is.
create or replace function letter_runs(of_letter bigint) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select not exists (select from letter_withdrawal w where w.letter_id = l.id)
    and not exists (select from letter_objection_decision d where d.letter_id = l.id and d.outcome = 'accepted')
    and case
      when l.fine is null then exists (select from letter_item li join item i on i.id = li.item_id
        where li.letter_id = l.id and not li.left_out
          and i.standing not in ('confirmed', 'sampled', 'accepted', 'withdrawn'))
      else exists (select from letter_account a
        where a.request_id = l.request_id and a.letter_id = l.id
          and a.replaced <> l.items and a.paid + a.credited < a.owed) end
  from letter l where l.id = of_letter;
end;

-- As V0511 has it; but of a letter that asked for nothing when its time came, what would be told is kept as dropped: nobody
-- hears of it, and it is not asked about again every minute. What comes undone after that is told as what it is.
create or replace function hang_letter_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  with reached as (
    select l.id, l.event_id, l.request_id, l.items, l.due_at,
      case when l.due_at <= moment then 'letter_due_passed' else 'letter_half_gone' end as kind
    from letter l
    where l.due_at > moment - interval '30 days' and l.due_at - (l.due_at - l.sent_at) / 2 <= moment
  ), untold as materialized (
    select r.*, w.audience, w.side, r.kind || ':' || r.event_id as mark, letter_runs(r.id) as runs
    from reached r
      cross join (values ('answerers', 'company'), ('case_officials', 'ministry'), ('supervisors', 'ministry')) w (audience, side)
    where (w.side = 'company' or r.kind = 'letter_due_passed')
      and not exists (select from notice n where n.request_id = r.request_id
        and n.mark = r.kind || ':' || r.event_id and n.side = w.side)
  )
  insert into notice (mark, kind, audience, person_id, side, organisation_id, company_id, request_id, own, tempo, legal,
    items, due_at, told_at, dropped_at)
  select m.mark, m.kind, m.audience, a.id, a.side, a.organisation_id, e.company_id, m.request_id, false, 'at_once', true,
    m.items, m.due_at, moment, case when not m.runs then moment end
  from untold m
    join event e on e.id = m.event_id
    cross join lateral audience_of(e, m.kind, m.audience, moment, '{}') a
    join person p on p.id = a.id
  where p.active
  on conflict do nothing;
end;
