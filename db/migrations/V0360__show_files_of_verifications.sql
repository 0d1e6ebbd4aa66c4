-- Files of a step, as V0320 meant them: hung on it by somebody of the ministry from the ministry's own, until the step is over,
-- and read by an auditor through the step. What they show counts as recorded by whoever added them.

create index verification_file_by_file on verification_file (file_id);

drop policy ministry on verification_file;
create policy ministry on verification_file for select to side_ministry using (side = 'ministry');
create policy ministry_adds on verification_file for insert to side_ministry with check (side = 'ministry'
  and exists (select from stored_file f where f.id = file_id and f.organisation_id = viewer_company())
  and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));
create policy auditor_verifications on stored_file for select to side_auditor
  using (id in (select v.file_id from verification_file v where v.file_id = stored_file.id));

-- A step is restricted where its request is, or anything on the list it draws from.
create function is_restricted_verification(step bigint) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select exists (select from verification_step s join item i on i.request_id = s.request_id
      where s.id = step and i.restricted)
    or exists (select from verification_entry e join item i on i.id = e.item_id where e.step_id = step and i.restricted);
end;
revoke all on function is_restricted_verification(bigint) from public;
grant execute on function is_restricted_verification(bigint) to side_ministry, side_auditor;

create function hold_files_of_verification() returns trigger language plpgsql as $$
begin
  if not exists (select from verification_step s where s.id = new.step_id and s.stage in ('planned', 'recorded')) then
    raise exception 'step % is over', new.step_id
      using errcode = 'integrity_constraint_violation', constraint = 'verification_file_open';
  end if;
  -- As of the evidence of such a request: no picture, and nothing that could hold one.
  if is_restricted_verification(new.step_id)
    and exists (select from stored_file f where f.id = new.file_id and f.kind not in ('txt', 'csv')) then
    raise exception 'no picture is kept of this category'
      using errcode = 'integrity_constraint_violation', constraint = 'verification_file_without_pictures';
  end if;
  return new;
end
$$;
create trigger verification_file_held before insert on verification_file
  for each row execute function hold_files_of_verification();
