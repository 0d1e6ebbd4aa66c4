-- Rows were held to the target alone, could come after the version they belong to, and could be missing where the kind asks
-- for them: what the other side signs was then not what it had read.
create or replace function refuse_another_sum() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  promised record;
  summed record;
begin
  select v.baseline, v.target, e.xid = pg_current_xact_id() as fresh into strict promised
  from commitment_version v join event e on e.id = v.event_id
  where v.commitment_id = new.commitment_id and v.number = new.version;
  if not promised.fresh then
    raise exception 'version % of commitment % was written before its rows', new.version, new.commitment_id
      using errcode = 'integrity_constraint_violation', constraint = 'commitment_version_row_with_version';
  end if;
  select case when bool_and(r.baseline is not null) then sum(r.baseline) end as baseline, sum(r.target) as target into strict summed
  from commitment_version_row r
  where r.commitment_id = new.commitment_id and r.version = new.version;
  if (summed.baseline, summed.target) is distinct from (promised.baseline, promised.target) then
    raise exception 'the rows of version % of commitment % come to another sum', new.version, new.commitment_id
      using errcode = 'integrity_constraint_violation', constraint = 'commitment_version_row_sum';
  end if;
  return null;
end
$$;

create function refuse_without_rows() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from commitment c
      join commitment_kind k on k.rule_set_id = c.rule_set_id and k.code = c.kind_code and k.direction <> 'done'
      join commitment_field f on f.rule_set_id = k.rule_set_id and f.kind_code = k.code and f.per_row
      where c.id = new.commitment_id)
    and not exists (select from commitment_version_row r where r.commitment_id = new.commitment_id and r.version = new.number) then
    raise exception 'version % of commitment % has no rows', new.number, new.commitment_id
      using errcode = 'integrity_constraint_violation', constraint = 'commitment_version_rows';
  end if;
  return null;
end
$$;
revoke all on function refuse_without_rows() from public;
create constraint trigger commitment_version_rows after insert on commitment_version
  deferrable initially deferred for each row execute function refuse_without_rows();
