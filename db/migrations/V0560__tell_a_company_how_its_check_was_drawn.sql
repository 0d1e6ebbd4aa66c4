-- A sample is the ministry's. How it was drawn a company may hold against the result it reads: the seed, how long the list
-- was and its hash, and of its own items the numbers that were drawn; of pasted addresses those stay where they are. The hash
-- is of the lines of the list in its order: number, stratum and address, between tabs.
create function draw_of_check(asked text)
returns table (seed uuid, list_size integer, sha256 text, numbers text[])
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select s.seed, s.size + s.urgent,
    (select encode(sha256(convert_to(
        string_agg(e.number || E'\t' || e.stratum || E'\t' || e.address, E'\n' order by e.ordinal), 'UTF8')), 'hex')
      from verification_entry e where e.step_id = s.step_id),
    (select coalesce(array_agg(e.number order by e.place), array[]::text[])
      from verification_entry e
      where e.step_id = s.step_id and e.place is not null and not e.urgent and s.source = 'items')
  from verification_result r
    join verification_step v on v.number = r.step_number
    join verification_sample s on s.step_id = v.id
  where r.step_number = asked and s.seed is not null
    and (r.company_id = viewer_company()
      or (exists (select from organisation o where o.id = viewer_company() and o.side = 'ministry')
        and (viewer_request() is null or v.request_id = viewer_request())));
end;
revoke all on function draw_of_check(text) from public;
grant execute on function draw_of_check(text) to side_ministry, side_company, side_auditor;
