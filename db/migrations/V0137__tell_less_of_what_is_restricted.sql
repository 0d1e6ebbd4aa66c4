-- Of an order of a restricted category a mail tells the number and the clock. What else could be told is taken out here,
-- so that the worker of the mail never has it: whose platform, how many items, and what was found or decided.
create or replace function notice_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, items integer, due_at timestamptz, told_at timestamptz, request_id bigint,
  number text, subject text, category_id text, category_en text, platform text, urgent boolean, actor_side text,
  actor_role text, actor_code integer, outcome text)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, case when not c.restricted then n.items end, coalesce(n.due_at, q.next_due_at), n.told_at,
    q.id, q.number, case when not c.restricted then q.subject end, case when not c.restricted then c.label_id end,
    case when not c.restricted then c.label_en end, case when not c.restricted then p.name end, u.mark, e.actor_side,
    e.actor_role, e.actor_code,
    case when not c.restricted then coalesce(e.body::jsonb ->> 'outcome', e.body::jsonb ->> 'verdict', '') end
  from notice n
    join request q on q.id = n.request_id
    join category c on c.rule_set_id = q.rule_set_id and c.code = q.category_code
    join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code
    join platform p on p.id = q.platform_id
    left join event e on e.id = n.event_id
  where n.id = any (ids);
end;
