-- Persons by role, language and shift were three lines of free text beside one number. A kind whose fields are asked row by row
-- now has as many rows as it needs, each with its own baseline and target; what is promised is their sum. What was signed
-- before stays as it was signed.
alter table commitment_field
  add column per_row boolean not null default false,
  add constraint commitment_field_per_row check (not per_row or type = 'text');
alter table commitment_field disable trigger user;
update commitment_field set per_row = true where kind_code = 'staffing' and code in ('role', 'language', 'shift') and type = 'text';
alter table commitment_field enable trigger user;

create table commitment_version_row (
  commitment_id bigint not null,
  version       integer not null,
  company_id    bigint not null,
  side          text not null constraint commitment_version_row_side check (side = 'both'),
  ordinal       integer not null constraint commitment_version_row_ordinal check (ordinal between 1 and 60),
  -- In the order in which the kind asks for them: the rules of a commitment never change.
  cells         text[] not null constraint commitment_version_row_cells
    check (cardinality(cells) between 1 and 6 and array_position(cells, null) is null and array_position(cells, '') is null
      and length(array_to_string(cells, ' ')) <= 1300),
  baseline      numeric(20, 4) constraint commitment_version_row_baseline check (baseline >= 0),
  target        numeric(20, 4) not null constraint commitment_version_row_target check (target >= 0),
  constraint commitment_version_row_pkey primary key (commitment_id, version, ordinal),
  constraint commitment_version_row_version foreign key (commitment_id, version, company_id, side)
    references commitment_version (commitment_id, number, company_id, side)
);
create trigger commitment_version_row_as_signed before insert on commitment_version_row
  for each row execute function refuse_to_add_to_signed();
create trigger commitment_version_row_only_added before update or delete on commitment_version_row
  for each row execute function refuse_change();

-- Once the transaction has written all of them: their sum is what the version promises.
create function refuse_another_sum() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (select sum(r.target) from commitment_version_row r
      where r.commitment_id = new.commitment_id and r.version = new.version)
    is distinct from (select v.target from commitment_version v
      where v.commitment_id = new.commitment_id and v.number = new.version) then
    raise exception 'the rows of version % of commitment % come to another sum', new.version, new.commitment_id
      using errcode = 'integrity_constraint_violation', constraint = 'commitment_version_row_sum';
  end if;
  return null;
end
$$;
revoke all on function refuse_another_sum() from public;
create constraint trigger commitment_version_row_sum after insert on commitment_version_row
  deferrable initially deferred for each row execute function refuse_another_sum();

alter table commitment_version_row enable row level security;
grant select on commitment_version_row to side_ministry, side_company, side_auditor;
grant insert on commitment_version_row to side_ministry, side_company;
create policy ministry on commitment_version_row for select to side_ministry using (side in ('both', 'ministry'));
create policy company on commitment_version_row for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on commitment_version_row for select to side_auditor
  using (side in ('both', 'ministry') and viewer_request() is null);
create policy ministry_acts on commitment_version_row for insert to side_ministry with check (side = 'both'
  and exists (select from commitment_version v join event e on e.id = v.event_id
    where v.commitment_id = commitment_version_row.commitment_id and v.number = version and e.actor_id = viewer_person()));
create policy company_acts on commitment_version_row for insert to side_company with check (side = 'both'
  and company_id = viewer_company() and exists (select from commitment_version v join event e on e.id = v.event_id
    where v.commitment_id = commitment_version_row.commitment_id and v.number = version and e.actor_id = viewer_person()));
