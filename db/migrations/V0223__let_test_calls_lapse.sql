-- A test call is one of its hour: after it the answer is that nobody answered, and whoever comes on duty later is not rung
-- for it. And where somebody stood in for another, the call says for whom.
alter table test_call
  add column first_for_role text,
  add column first_for_code integer,
  add column second_for_role text,
  add column second_for_code integer,
  add constraint test_call_first_for check ((first_for_role is null) = (first_for_code is null)),
  add constraint test_call_second_for check ((second_for_role is null) = (second_for_code is null)
    and (second_for_role is null or second_code is not null));

-- As V0197 has it, but for the calls.
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
    where c.confirmed_at is null and c.passed_at is null and c.rung_at > moment - interval '1 hour'
      and c.rung_at + make_interval(mins => coalesce(d.urgent_minutes, 15)) <= moment
    order by c.id
    for update of c skip locked
  loop
    select s.person_id, s.side, s.organisation_id, s.code, s.for_role, s.for_code into second from standing_by(moment) s
    where s.organisation_id = left_alone.called_organisation_id and s.code <> left_alone.first_code
    order by s.place limit 1;
    continue when not found;
    update test_call set passed_at = moment, second_role = duty_role(second.person_id), second_code = second.code,
      second_for_role = second.for_role, second_for_code = second.for_code
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
