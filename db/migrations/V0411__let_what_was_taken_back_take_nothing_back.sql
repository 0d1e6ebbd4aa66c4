-- As V0375 has it, and as AccessHistory says it now: what was itself taken back before it began takes nothing back. So it is
-- walked from the newest signature down, and only what was kept on the way counts against what was signed before.
create or replace function standing_restore(of_platform bigint, moment timestamptz) returns bigint
language sql stable set search_path = pg_catalog, public
begin atomic
  with recursive decided as (
    -- A freeze and the removal of an app are about something else.
    select d.id, d.signed_at, d.starts_at, d.ends_at, k.effect, k.effect <> 'refusal' as of_access,
      row_number() over (order by d.signed_at desc, d.number collate "C" desc) as place
    from access_decision d
      join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
    where d.platform_id = of_platform and d.stage = 'signed'
      and k.effect in ('partial_block', 'full_block', 'restore', 'revocation', 'refusal')
  ), walked (place, kept) as (
    select 0::bigint, array[]::bigint[]
    union all
    select d.place, case when exists (select from decided later
        where later.id = any (w.kept) and later.signed_at < d.starts_at
          and case when later.of_access then d.of_access else d.effect = 'restore' end)
      then w.kept else w.kept || d.id end
    from walked w join decided d on d.place = w.place + 1
  )
  select case when last.effect = 'restore' then last.id end from (
    select d.id, d.effect from decided d
    where d.of_access and d.id = any ((select w.kept from walked w order by w.place desc limit 1)::bigint[])
      and d.starts_at <= moment and coalesce(d.ends_at > moment, true)
    order by d.starts_at desc, d.place limit 1) last;
end;
