-- Object, kind of line, order, line: what db/schema.txt shows. Without what differs between versions
-- of PostgreSQL (18 keeps 'not null' as constraints), without what an owner holds anyway and without what
-- belongs to an extension.
with relation as (
  select oid, relname, relkind, relrowsecurity, relforcerowsecurity, relacl, relowner, reloptions
  from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'S', 'p', 'f')
    and relname <> 'flyway_schema_history'
), privilege as (
  select r.relname as object, a.grantee, a.privilege_type as what
  from relation r, aclexplode(r.relacl) a where a.grantee <> r.relowner
  union all
  select r.relname, a.grantee, a.privilege_type || ' (' || string_agg(c.attname, ', ' order by c.attnum) || ')'
  from relation r join pg_attribute c on c.attrelid = r.oid, aclexplode(c.attacl) a where a.grantee <> r.relowner
  group by r.relname, a.grantee, a.privilege_type
)
select relname, 0, '', case relkind when 'r' then 'table' when 'v' then 'view' when 'm' then 'materialized view'
    when 'S' then 'sequence' else 'relation' end || ' ' || relname
  || case when relrowsecurity then ', row-level security' else '' end
  || case when relforcerowsecurity then ' forced' else '' end
  || coalesce(', ' || array_to_string(reloptions, ', '), '')
from relation where relkind <> 'S' or relacl is not null
union all
select r.relname, 1, to_char(a.attnum, '0000'), a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
  || case when a.attnotnull then ' not null' else '' end
  || case a.attidentity when 'a' then ' identity' when 'd' then ' identity by default' else '' end
  || case when a.attgenerated = 's' then ' generated as ' || pg_get_expr(d.adbin, d.adrelid)
          else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end
from relation r join pg_attribute a on a.attrelid = r.oid left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
where r.relkind <> 'S' and a.attnum > 0 and not a.attisdropped
union all
select r.relname, 2, c.contype::text || c.conname, 'constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
from relation r join pg_constraint c on c.conrelid = r.oid where c.contype <> 'n'
union all
select r.relname, 3, x.relname, replace(pg_get_indexdef(i.indexrelid), ' ON public.' || r.relname, '')
from relation r join pg_index i on i.indrelid = r.oid join pg_class x on x.oid = i.indexrelid
where not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
union all
select r.relname, 4, p.polname, 'policy ' || p.polname
  || case p.polcmd when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update'
     when 'd' then ' for delete' else '' end
  || ' to ' || (select string_agg(case g when 0 then 'public' else g::regrole::text end, ', ') from unnest(p.polroles) g)
  || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
  || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
from relation r join pg_policy p on p.polrelid = r.oid
union all
select r.relname, 5, t.tgname, replace(pg_get_triggerdef(t.oid), ' ON public.' || r.relname, '')
from relation r join pg_trigger t on t.tgrelid = r.oid where not t.tgisinternal
union all
select object, 6, case grantee when 0 then 'public' else grantee::regrole::text end,
  'grant ' || string_agg(what, ', ' order by what) || ' to ' || case grantee when 0 then 'public' else grantee::regrole::text end
from privilege group by object, grantee
union all
select 'function ' || p.proname, 0, p.oid::regprocedure::text,
  'function ' || p.oid::regprocedure::text || ' returns ' || pg_get_function_result(p.oid)
  || case p.provolatile when 'i' then ', immutable' when 's' then ', stable' else ', volatile' end
  || case when p.prosecdef then ', security definer' else '' end
  || coalesce(', set ' || array_to_string(p.proconfig, ', '), '')
  || ', may call: ' || coalesce((select string_agg(case a.grantee when 0 then 'everybody' else a.grantee::regrole::text end, ', ' order by 1)
       from aclexplode(p.proacl) a where a.grantee <> p.proowner), case when p.proacl is null then 'everybody' else 'nobody' end)
from pg_proc p where p.pronamespace = 'public'::regnamespace
  and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
union all
select 'extension ' || extname, 0, '', 'extension ' || extname || ' in ' || extnamespace::regnamespace
from pg_extension where extname <> 'plpgsql'
order by 1, 2, 3
