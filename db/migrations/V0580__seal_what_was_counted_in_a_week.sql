-- A seal holds what pages and mails print of a week: from now on also which measures were counted in it (V0520; what was not
-- is told as unknown) and when it was frozen, which a late one says. A week that was sealed before keeps the formula it was
-- sealed by.
alter table status_seal add version smallint not null default 1
  constraint status_seal_version check (version in (1, 2));
alter table status_seal alter version drop default;

create function status_digest(of_week text, of_version smallint) returns bytea
language sql stable as $$
  select sha256(convert_to(string_agg(l.line, E'\n' order by l.line collate "C"), 'UTF8')) from (
    select concat_ws('|', 'week', w.code, extract(epoch from w.from_at)::bigint, extract(epoch from w.to_at)::bigint, w.late)
    from status_week w where w.code = of_week
    union all
    select concat_ws('|', 'counted', extract(epoch from w.frozen_at),
      (select string_agg(m, ',' order by m collate "C") from unnest(w.measures) m))
    from status_week w where w.code = of_week and of_version >= 2
    union all
    select concat_ws('|', 'figure', coalesce(f.company_id, 0), f.category, f.measure, f.part, f.numerator, f.denominator,
      coalesce(f.median_minutes, -1), coalesce(f.p90_minutes, -1)) from figure f where f.week = of_week
    union all
    select concat_ws('|', 'company', c.company_id, encode(c.sha256, 'hex')) from status_company c where c.week = of_week
    union all
    select concat_ws('|', 'ministry', encode(m.sha256, 'hex')) from status_ministry m where m.week = of_week) l (line)
$$;
drop function status_digest(text);
