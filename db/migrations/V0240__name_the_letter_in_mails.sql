-- As V0198 has it, and of a letter what it is called, and its fine: whoever reads that there is one should not have to
-- look for it. What a company did about a letter is told as what it did.
drop function notice_facts(bigint[]);
create function notice_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, items integer, due_at timestamptz, told_at timestamptz, request_id bigint,
  number text, subject text, category_id text, category_en text, platform text, urgent boolean, actor_side text,
  actor_role text, actor_code integer, outcome text, duty text, duty_for_role text, duty_for_code integer,
  letter text, stage_id text, stage_en text, fine bigint)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, case when c.restricted and n.kind in ('answered', 'answer_taken_back', 'check_failed', 'confirmed_down',
      'reappeared', 'refusal_decided', 'objection_filed', 'objection_decided', 'objection_withdrawn', 'evidence_added')
      then 'case_news' else n.kind end,
    n.own, case when c.restricted is not true then n.items end,
    case when e.kind like 'letter.%' then due_of_letter(e) else coalesce(n.due_at, q.next_due_at) end, n.told_at,
    coalesce(q.id, 0), q.number, case when c.code is null then s.version when not c.restricted then q.subject end,
    case when not c.restricted then c.label_id end, case when not c.restricted then c.label_en end,
    case when not c.restricted then p.name end, coalesce(u.mark, n.kind = 'test_call'), e.actor_side, e.actor_role,
    e.actor_code,
    case when c.restricted is not true then coalesce(case n.kind when 'letter_answered' then split_part(e.kind, '.', 2) end,
      e.body::jsonb ->> 'outcome', e.body::jsonb ->> 'verdict', e.body::jsonb ->> 'in_force_from', '') end,
    coalesce(n.duty, ''), n.duty_for_role, n.duty_for_code,
    l.number, case when not c.restricted then g.label_id end, case when not c.restricted then g.label_en end,
    case when not c.restricted then l.fine * l.items end
  from notice n
    left join request q on q.id = n.request_id
    left join category c on c.rule_set_id = q.rule_set_id and c.code = q.category_code
    left join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code
    left join platform p on p.id = q.platform_id
    left join event e on e.id = n.event_id
    left join rule_set s on n.kind = 'rules_released' and s.id = (e.body::jsonb ->> 'rule_set')::bigint
    left join letter l on e.kind like 'letter.%' and l.number = e.body::jsonb ->> 'letter'
    left join letter_stage g on g.rule_set_id = l.rule_set_id and g.code = l.stage_code
  where n.id = any (ids) and (q.id is not null or n.kind in ('test_call', 'rules_released'));
end;
revoke all on function notice_facts(bigint[]) from public;
grant execute on function notice_facts(bigint[]) to side_mail;
