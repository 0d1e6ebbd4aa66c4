-- As V0372 has it, and as AccessHistory says it now: what was signed and has not begun gives way to what is signed later.
create or replace function standing_restore(of_platform bigint, moment timestamptz) returns bigint
language sql stable set search_path = pg_catalog, public
begin atomic
  select case when last.effect = 'restore' then last.id end from (
    select d.id, k.effect from access_decision d
      join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
    where d.platform_id = of_platform and d.stage = 'signed' and d.starts_at <= moment
      and coalesce(d.ends_at > moment, true) and k.effect in ('partial_block', 'full_block', 'restore', 'revocation')
      and not exists (select from access_decision later
        join decision_kind of_later on of_later.rule_set_id = later.rule_set_id and of_later.code = later.kind_code
        where later.platform_id = d.platform_id and later.stage = 'signed' and later.signed_at < d.starts_at
          and (later.signed_at, later.number) > (d.signed_at, d.number)
          and (of_later.effect in ('partial_block', 'full_block', 'restore', 'revocation')
            or of_later.effect = 'refusal' and k.effect = 'restore'))
    order by d.starts_at desc, d.signed_at desc, d.number desc limit 1) last;
end;
