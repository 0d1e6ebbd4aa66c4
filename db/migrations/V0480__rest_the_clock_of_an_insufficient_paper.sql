-- A paper that says too little is called so, with a reason, and counts no more; the clock that began with completeness rests
-- until a better one comes, and goes on with what was left. The company may take its request back while nobody has decided.

create table normalisation_lack (
  id               bigint generated always as identity constraint normalisation_lack_pkey primary key,
  normalisation_id bigint not null,
  company_id       bigint not null,
  side             text not null constraint normalisation_lack_side check (side = 'both'),
  event_id         bigint not null,
  -- What was handed in for this entry until now says too little; what comes after counts.
  entry_code       text not null,
  reason           text not null constraint normalisation_lack_reason_length check (length(reason) between 1 and 4000),
  called_at        timestamptz not null,
  constraint normalisation_lack_request foreign key (normalisation_id, company_id, side)
    references normalisation_request (id, company_id, side),
  constraint normalisation_lack_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index normalisation_lack_by_request on normalisation_lack (normalisation_id, id);

create table normalisation_withdrawal (
  normalisation_id bigint not null constraint normalisation_withdrawal_pkey primary key,
  company_id       bigint not null,
  side             text not null constraint normalisation_withdrawal_side check (side = 'both'),
  event_id         bigint not null,
  reason           text not null constraint normalisation_withdrawal_reason_length check (length(reason) between 1 and 4000),
  withdrawn_at     timestamptz not null,
  constraint normalisation_withdrawal_request foreign key (normalisation_id, company_id, side)
    references normalisation_request (id, company_id, side),
  constraint normalisation_withdrawal_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

-- What is left of the time for deciding while the clock rests; of one that rests after its time had passed it is negative.
alter table normalisation_request
  add column time_left interval,
  drop constraint normalisation_request_due,
  add constraint normalisation_request_due check ((complete_at is null) = (due_at is null)
    and (complete_at is null or time_left is null));

-- As V0371 has it, but: a paper counts only while nothing called it insufficient after it came.
create or replace function hold_normalisation_complete() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform from normalisation_request r where r.id = new.normalisation_id for update;
  update normalisation_request r
  set complete_at = new.added_at,
    due_at = new.added_at + coalesce(r.time_left, make_interval(hours => s.normalisation_hours)), time_left = null
  from rule_set s
  where r.id = new.normalisation_id and r.complete_at is null and s.id = r.rule_set_id
    and not exists (select from checklist_entry e where e.rule_set_id = r.rule_set_id and e.list = 'normalisation'
      and not exists (select from normalisation_paper p where p.normalisation_id = r.id and p.entry_code = e.code
        and not exists (select from normalisation_lack l
          where l.normalisation_id = r.id and l.entry_code = e.code and l.event_id > p.event_id)));
  return null;
end
$$;

create function rest_normalisation_clock() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update normalisation_request r
  set time_left = r.due_at - new.called_at, complete_at = null, due_at = null
  where r.id = new.normalisation_id and r.complete_at is not null;
  return null;
end
$$;
revoke all on function rest_normalisation_clock() from public;
create trigger normalisation_lack_rests after insert on normalisation_lack
  for each row execute function rest_normalisation_clock();
create trigger normalisation_lack_only_added before update or delete on normalisation_lack
  for each row execute function refuse_change();
create trigger normalisation_withdrawal_only_added before update or delete on normalisation_withdrawal
  for each row execute function refuse_change();

alter table normalisation_lack enable row level security;
alter table normalisation_withdrawal enable row level security;
grant select on normalisation_lack, normalisation_withdrawal to side_ministry, side_company, side_auditor;
grant insert on normalisation_lack to side_ministry;
grant insert on normalisation_withdrawal to side_company;
create policy ministry on normalisation_lack to side_ministry using (side in ('both', 'ministry'));
create policy ministry on normalisation_withdrawal for select to side_ministry using (side in ('both', 'ministry'));
create policy company on normalisation_lack for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy company on normalisation_withdrawal to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on normalisation_lack for select to side_auditor
  using (side in ('both', 'ministry') and viewer_request() is null);
create policy auditor on normalisation_withdrawal for select to side_auditor
  using (side in ('both', 'ministry') and viewer_request() is null);

-- As V0412 has it, and for the ministry, whose word on a paper and the company's next paper wait for each other.
create or replace function lock_normalisation(of_number text) returns bigint
language sql security definer set search_path = pg_catalog, public
begin atomic
  select r.id from normalisation_request r
  where r.number = of_number and (r.company_id = viewer_company()
    or exists (select from organisation o where o.id = viewer_company() and o.side = 'ministry'))
  for update of r;
end;
grant execute on function lock_normalisation(text) to side_ministry;

-- As V0372 has it, and: of a paper that was called insufficient the mail names which.
create or replace function normalisation_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, told_at timestamptz, number text, label_id text, label_en text,
  platform text, due_on date, actor_side text, actor_role text, actor_code integer)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, n.told_at, r.number, coalesce(missing.id, called.label_id, 'Permohonan normalisasi'),
    coalesce(missing.en, called.label_en, 'Request to open again'), p.name, (r.due_at at time zone 'Asia/Jakarta')::date,
    case when n.event_id is not null then e.actor_side end, case when n.event_id is not null then e.actor_role end,
    case when n.event_id is not null then e.actor_code end
  from notice n
    join event e on e.id = coalesce(n.event_id, split_part(n.mark, ':', 2)::bigint)
    join normalisation_request r on r.number = e.body::jsonb ->> 'normalisation'
    join platform p on p.id = r.platform_id
    left join checklist_entry called on n.kind = 'normalisation_lacking' and called.rule_set_id = r.rule_set_id
      and called.list = 'normalisation' and called.code = e.body::jsonb ->> 'paper'
    left join lateral (
      select string_agg(c.label_id, '; ' order by c.position) as id, string_agg(c.label_en, '; ' order by c.position) as en
      from checklist_entry c
      where n.kind = 'normalisation_incomplete' and c.rule_set_id = r.rule_set_id and c.list = 'normalisation'
        and not exists (select from normalisation_paper x where x.normalisation_id = r.id and x.entry_code = c.code
          and not exists (select from normalisation_lack l
            where l.normalisation_id = r.id and l.entry_code = c.code and l.event_id > x.event_id))) missing
      on true
  where n.id = any (ids) and n.kind like 'normalisation\_%';
end;

-- As V0413 has it, but: of a request that was taken back nobody hears any more; half of the time for deciding is reckoned from
-- its end, for it may have rested; and of one that rests its leads heard when the paper was called insufficient.
create or replace function hang_decision_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  with today as (
    select (moment at time zone 'Asia/Jakarta')::date as day
  ), waiting as (
    select n.*, make_interval(hours => s.normalisation_hours) as allowed
    from normalisation_request n join rule_set s on s.id = n.rule_set_id
    where coalesce(n.complete_at, n.filed_at) > moment - interval '30 days' and not exists (select from access_decision d
      join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
      where d.platform_id = n.platform_id and d.stage = 'signed' and k.effect in ('restore', 'refusal')
        and d.signed_at >= n.filed_at)
      and not exists (select from normalisation_withdrawal w where w.normalisation_id = n.id)
  ), opening as (
    select d.*, k.needs_conditions from platform p
      join access_decision d on d.id = standing_restore(p.id, moment)
      join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
  ), condition as (
    select o.id as decision_id, o.needs_conditions, 'commitment:' || c.number as cell, c.number, c.last_verified_on, c.verified_until,
      c.due_on, c.stage, t.day, coalesce(c.in_force, c.latest) as version,
      case when c.last_result = 'pass' then case when c.verified_until < t.day then 'expired' else 'met' end
        when c.last_result in ('partly', 'fail') then 'not_met' else 'missing' end as found
    from opening o
      join commitment c on c.platform_id = o.platform_id and c.condition and c.stage in ('proposed', 'agreed')
      cross join today t
  ), unmet as (
    select c.* from condition c
    where c.found <> 'met' and not hold_waived(c.decision_id, c.cell, c.found, c.version, c.day)
  ), broken as (
    select u.decision_id, u.cell, case u.found
      when 'not_met' then u.number || '/failed/' || coalesce(u.last_verified_on, u.day)
      when 'expired' then u.number || '/expired/' || (u.verified_until + 1)
      else u.number || '/late/' || (u.due_on + 1) end as what
    from unmet u
    where u.needs_conditions and u.stage = 'agreed' and (u.found <> 'missing' or u.due_on < u.day)
  ), review as (
    select b.decision_id, b.what from broken b
    union all
    select o.id, w.cell || '/waiver/' || w.until from opening o
      join decision_waiver w on w.decision_id = o.id
      join decision_waiver_second s on s.waiver_id = w.id
      cross join today t
    where w.until between t.day - 30 and t.day - 1
      and case when w.cell like 'commitment:%' then exists (select from unmet u where u.decision_id = o.id and u.cell = w.cell)
          and not exists (select from broken b where b.decision_id = o.id and b.cell = w.cell)
        -- What was found of an entry is not known here; of one that is waived anew nothing is told.
        else not exists (select from decision_waiver anew join decision_waiver_second of_it on of_it.waiver_id = anew.id
          where anew.decision_id = o.id and anew.cell = w.cell and anew.found = w.found and anew.until >= t.day) end
  ), told as (
    select n.event_id, null::bigint as decision_id, 'normalisation_due' as kind, a.audience, 'normalisation_due:' || n.event_id as mark
    from waiting n cross join (values ('supervisors'), ('preparers')) a (audience)
    where n.due_at - n.allowed / 2 <= moment
    union all
    select n.event_id, null, 'normalisation_incomplete', 'leads', 'normalisation_incomplete:' || n.event_id
    from waiting n where n.complete_at is null and n.time_left is null and n.filed_at + interval '1 day' <= moment
    union all
    select d.signed_event_id, d.id, 'decision_review_wanted', a.audience,
      'decision_review_wanted:' || d.signed_event_id || ':' || b.what
    from review b join access_decision d on d.id = b.decision_id cross join (values ('preparers'), ('signer')) a (audience)
    where not exists (select from decision_review r where r.decision_id = d.id and r.broken = b.what)
  )
  insert into notice (mark, kind, audience, person_id, side, organisation_id, company_id, own, tempo, legal, items, told_at)
  select t.mark, t.kind, t.audience, a.id, a.side, a.organisation_id, e.company_id, t.kind = 'decision_review_wanted', 'at_once',
    t.kind = 'normalisation_due', 0, moment
  from told t
    join event e on e.id = t.event_id
    cross join lateral (
      select x.id, x.side, x.organisation_id from audience_of(e, t.kind, t.audience, moment, '{}') x
      union
      select p.id, p.side, p.organisation_id from person p
      where t.audience = 'signer' and p.id in (select hands_in(e.id))) a
    join person p on p.id = a.id
  where p.active and not exists (select from notice n where n.request_id is null and n.mark = t.mark and n.person_id = a.id)
  on conflict do nothing;
end;
