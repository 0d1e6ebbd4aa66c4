-- Where fines do not add up, a later letter's fine takes the place of those before it for the same items. What was paid
-- beyond what the letters before still ask for is credited to those that took their place, the oldest first, within the
-- request. Only letters with a fine that stand are here; nothing that was paid for a withdrawn one counts.
create function letter_is_withdrawn(asked bigint) returns boolean
language sql stable as $$
  select exists (select from letter_withdrawal w where w.letter_id = asked)
    or exists (select from letter_objection_decision d where d.letter_id = asked and d.outcome = 'accepted')
$$;

create view letter_account with (security_invoker = true) as
select s.letter_id, s.request_id, s.company_id, s.side, s.replaced, s.replaced_by, s.owed, s.paid,
  case when s.replaces then least(s.short, greatest(0, s.pool - s.short_before)) else 0 end::bigint as credited
from (
  select f.*,
    coalesce(sum(greatest(0, f.paid - f.owed)) filter (where f.replaced > 0) over (partition by f.request_id), 0) as pool,
    coalesce(sum(f.short) filter (where f.replaces) over (partition by f.request_id order by f.letter_id
      rows between unbounded preceding and 1 preceding), 0) as short_before
  from (
    select l.id as letter_id, l.request_id, l.company_id, l.side, after.replaced, after.replaced_by,
      l.fine * (l.items - after.replaced) as owed, sums.paid, before.replaces,
      greatest(0, l.fine * (l.items - after.replaced) - sums.paid) as short
    from letter l
      join fine rules on rules.rule_set_id = l.rule_set_id
      cross join lateral (
        select count(distinct mine.item_id)::integer as replaced, coalesce(max(later.number), '') as replaced_by
        from letter_item mine
          join letter_item its on its.item_id = mine.item_id and its.letter_id > l.id and not its.left_out
          join letter later on later.id = its.letter_id and later.fine is not null
        where mine.letter_id = l.id and not mine.left_out and not rules.adds_up and not letter_is_withdrawn(later.id)) after
      cross join lateral (
        select exists (select from letter_item mine
          join letter_item its on its.item_id = mine.item_id and its.letter_id < l.id and not its.left_out
          join letter earlier on earlier.id = its.letter_id and earlier.fine is not null
          where mine.letter_id = l.id and not mine.left_out and not rules.adds_up and not letter_is_withdrawn(earlier.id))
          as replaces) before
      cross join lateral (
        select coalesce(sum(p.amount), 0)::bigint as paid from letter_payment p
        where p.letter_id = l.id and p.recorded
          and not exists (select from letter_payment_reversal r where r.payment_id = p.id)) sums
    where l.fine is not null and not letter_is_withdrawn(l.id)) f) s;
grant select on letter_account to side_ministry, side_company, side_auditor;
