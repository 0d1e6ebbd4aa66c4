-- As V0190 has it, and with items that were answered late: until that answer is checked or decided, a letter is still
-- proposed for them. Whether an answer was late is judged, as LetterRule does, by the first final one since the round began
-- and since anything was said against the item.
create or replace view letter_wanted with (security_invoker = true) as
select i.request_id, i.id as item_id, i.company_id, i.side, next.code as stage_code,
  greatest(i.due_at, sent.due_at) + next.propose_minutes * interval '1 minute' as since,
  i.due_at, i.standing <> 'open' as answered_late
from item i
  join request r on r.id = i.request_id
  cross join lateral (
    select
      coalesce(max(p.stage) filter (where p.stands), 0) as stage,
      max(p.due_at) filter (where p.stands) as due_at,
      coalesce(bool_or(p.dropped
        and p.round = (select max(n.number) from item_round n where n.item_id = i.id)), false) as dropped,
      coalesce(bool_or(p.stands and p.contested), false) as contested
    from (
      select l.stage, l.due_at, li.round,
        not li.left_out and d.outcome is distinct from 'accepted' and w.letter_id is null as stands,
        li.left_out or coalesce(d.outcome = 'accepted', false) or coalesce(not w.proposed_again, false) as dropped,
        o.letter_id is not null and d.letter_id is null as contested
      from letter_item li
        join letter l on l.id = li.letter_id
        left join letter_objection o on o.letter_id = l.id
        left join letter_objection_decision d on d.letter_id = l.id
        left join letter_withdrawal w on w.letter_id = l.id
      where li.item_id = i.id) p) sent
  cross join lateral (
    select s.code, s.propose_minutes from letter_stage s
    where s.rule_set_id = r.rule_set_id and s.ordinal > sent.stage
    order by s.ordinal limit 1) next
where not sent.dropped and not sent.contested
  and (i.standing = 'open' or (i.standing in ('claimed', 'contested')
    and exists (select from answer e where e.item_id = i.id and e.answered_at > i.due_at)
    and greatest(i.due_at, sent.due_at) < (
      select min(a.answered_at) from answer a
      where a.item_id = i.id and a.class not in ('asks', 'pending')
        and not exists (select from answer_taken_back t where t.answer_id = a.id)
        and a.answered_at >= (select max(n.started_at) from item_round n where n.item_id = i.id)
        and not exists (
          select from answer b
          where b.item_id = i.id and b.id >= a.id and b.class not in ('asks', 'pending')
            and not exists (select from answer_taken_back t where t.answer_id = b.id)
            and (exists (select from ruling u where u.answer_id = b.id and u.outcome = 'upheld')
              or (select c.verdict from item_check c
                where c.answer_id = b.id and not c.again and c.verdict <> 'unchecked'
                  and not exists (select from objection o
                    join objection_decision d on d.answer_id = o.answer_id and d.outcome = 'accepted'
                    where o.answer_id = b.id and c.checked_at <= o.filed_at)
                order by c.id desc limit 1) in ('still_up', 'partly'))))));
