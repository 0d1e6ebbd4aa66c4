-- The ministry takes a letter back by itself, with a reason both sides read, and its fine with it. Whether the clock then
-- proposes one anew is said by whoever withdraws: a slip in the letter is mended by another, a mistake about the items not.
create table letter_withdrawal (
  letter_id      bigint not null constraint letter_withdrawal_pkey primary key,
  company_id     bigint not null,
  side           text not null constraint letter_withdrawal_side check (side = 'both'),
  event_id       bigint not null,
  reason         text not null constraint letter_withdrawal_reason_length check (length(reason) between 1 and 4000),
  proposed_again boolean not null,
  withdrawn_at   timestamptz not null,
  constraint letter_withdrawal_letter foreign key (letter_id, company_id, side) references letter (id, company_id, side),
  constraint letter_withdrawal_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create trigger letter_withdrawal_only_added before update or delete on letter_withdrawal
  for each row execute function refuse_change();
alter table letter_withdrawal enable row level security;
grant select on letter_withdrawal to side_ministry, side_company, side_auditor;
grant insert on letter_withdrawal to side_ministry;
create policy ministry on letter_withdrawal to side_ministry using (side in ('both', 'ministry'));
create policy company on letter_withdrawal for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on letter_withdrawal for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or letter_id in (select l.id from letter l where l.request_id = viewer_request())));

-- As V0160 has it, and withdrawn.
create or replace view letter_wanted with (security_invoker = true) as
select i.request_id, i.id as item_id, i.company_id, i.side, next.code as stage_code,
  greatest(i.due_at, sent.due_at) + next.propose_minutes * interval '1 minute' as since
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
where i.standing = 'open' and not sent.dropped and not sent.contested;

create or replace function paper_of_code(asked text)
returns table (number text, sent_at timestamptz, addressee text, sha256 bytea, withdrawn_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select p.number, p.sent_at, p.addressee, p.sha256, coalesce(r.withdrawn_at, d.decided_at, w.withdrawn_at)
  from paper p
    left join request r on r.number = p.order_number
    left join letter l on l.number = p.letter_number
    left join letter_objection_decision d on d.letter_id = l.id and d.outcome = 'accepted'
    left join letter_withdrawal w on w.letter_id = l.id
  where p.code = asked;
end;

-- Until when something is to be done about a letter: what the company owes it, or the ministry its objection. Others of its
-- notices have no such time, and none of them tells the order's.
create function due_of_letter(told event) returns timestamptz
language sql stable set search_path = pg_catalog, public
begin atomic
  select case
    when exists (select from letter_withdrawal w where w.letter_id = l.id) then null
    when (told).kind = 'letter.sent' or (told).body::jsonb ->> 'outcome' = 'upheld' then l.due_at
    when (told).kind = 'letter.objected' then o.due_at end
  from letter l left join letter_objection o on o.letter_id = l.id
  where l.number = (told).body::jsonb ->> 'letter';
end;
revoke all on function due_of_letter(event) from public;

-- As V0170 has it, and of a letter its own time.
create or replace function notice_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, items integer, due_at timestamptz, told_at timestamptz, request_id bigint,
  number text, subject text, category_id text, category_en text, platform text, urgent boolean, actor_side text,
  actor_role text, actor_code integer, outcome text, duty text)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, case when c.restricted is not true then n.items end,
    case when e.kind like 'letter.%' then due_of_letter(e) else coalesce(n.due_at, q.next_due_at) end,
    n.told_at, coalesce(q.id, 0), q.number, case when not c.restricted then q.subject end,
    case when not c.restricted then c.label_id end, case when not c.restricted then c.label_en end,
    case when not c.restricted then p.name end, coalesce(u.mark, true), e.actor_side, e.actor_role, e.actor_code,
    case when c.restricted is not true then coalesce(e.body::jsonb ->> 'outcome', e.body::jsonb ->> 'verdict', '') end,
    coalesce(n.duty, '')
  from notice n
    left join request q on q.id = n.request_id
    left join category c on c.rule_set_id = q.rule_set_id and c.code = q.category_code
    left join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code
    left join platform p on p.id = q.platform_id
    left join event e on e.id = n.event_id
  where n.id = any (ids) and (q.id is not null or n.kind = 'test_call');
end;
