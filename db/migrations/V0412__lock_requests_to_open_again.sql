-- Locks a request to open again until the transaction ends, and tells its id: who adds the last paper says so, and of two who
-- do so at the same moment the second waits. A company may not change the row, so it cannot lock it by itself.
create function lock_normalisation(of_number text) returns bigint
language sql security definer set search_path = pg_catalog, public
begin atomic
  select r.id from normalisation_request r where r.number = of_number and r.company_id = viewer_company() for update;
end;
revoke all on function lock_normalisation(text) from public;
grant execute on function lock_normalisation(text) to side_company;
