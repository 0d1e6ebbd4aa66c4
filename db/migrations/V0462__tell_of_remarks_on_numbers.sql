-- What a mail tells of a remark on a number of a week: whose week it is, and not what was said.
create function status_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, told_at timestamptz, number text, label_id text, label_en text,
  platform text, due_on date, actor_side text, actor_role text, actor_code integer)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, n.told_at, e.body::jsonb ->> 'week', 'Status mingguan', 'Weekly status', o.name, null::date,
    e.actor_side, e.actor_role, e.actor_code
  from notice n
    join event e on e.id = n.event_id
    join organisation o on o.id = e.company_id
  where n.id = any (ids) and n.kind = 'status_remark';
end;
revoke all on function status_facts(bigint[]) from public;
grant execute on function status_facts(bigint[]) to side_mail;
