-- Beside the figures of a week (V0451) is kept what else its status tells: what stood at its end of commitments, letters,
-- decisions and of what waits for whom. Ids, numbers and codes as canonical JSON, read as of the week's end; words are made
-- when it is shown. Page, mail and file draw from these rows alone.
create table status_company (
  week       text not null constraint status_company_week references status_week (code),
  company_id bigint not null constraint status_company_company references organisation (id),
  side       text not null constraint status_company_side check (side = 'both'),
  body       text not null constraint status_company_body check (jsonb_typeof(body::jsonb) = 'object'),
  sha256     bytea not null constraint status_company_sha256 check (sha256 = sha256(convert_to(body, 'UTF8'))),
  constraint status_company_pkey primary key (week, company_id),
  constraint status_company_key unique (week, company_id, side)
);
-- What of it is for the ministry alone: how each company stands, in one reason, and what it has to decide itself.
create table status_ministry (
  week   text not null constraint status_ministry_pkey primary key constraint status_ministry_week references status_week (code),
  side   text not null constraint status_ministry_side check (side = 'ministry'),
  body   text not null constraint status_ministry_body check (jsonb_typeof(body::jsonb) = 'object'),
  sha256 bytea not null constraint status_ministry_sha256 check (sha256 = sha256(convert_to(body, 'UTF8')))
);

-- One hash over all that a week is: its span, every figure, and every text above by its own hash. It is the same on every
-- page and mail of the week, and anybody who sees all rows can make it again.
create table status_seal (
  week   text not null constraint status_seal_pkey primary key constraint status_seal_week references status_week (code),
  sha256 bytea not null constraint status_seal_sha256 check (length(sha256) = 32)
);
create function status_digest(of_week text) returns bytea
language sql stable as $$
  select sha256(convert_to(string_agg(l.line, E'\n' order by l.line collate "C"), 'UTF8')) from (
    select concat_ws('|', 'week', w.code, extract(epoch from w.from_at)::bigint, extract(epoch from w.to_at)::bigint, w.late)
    from status_week w where w.code = of_week
    union all
    select concat_ws('|', 'figure', coalesce(f.company_id, 0), f.category, f.measure, f.part, f.numerator, f.denominator,
      coalesce(f.median_minutes, -1), coalesce(f.p90_minutes, -1)) from figure f where f.week = of_week
    union all
    select concat_ws('|', 'company', c.company_id, encode(c.sha256, 'hex')) from status_company c where c.week = of_week
    union all
    select concat_ws('|', 'ministry', encode(m.sha256, 'hex')) from status_ministry m where m.week = of_week) l (line)
$$;

-- The week in which the portal began to send the status: those before are told to nobody.
create table status_start (
  one  boolean not null default true constraint status_start_pkey primary key constraint status_start_one check (one),
  week text not null constraint status_start_week check (week ~ '^[0-9]{4}-W[0-9]{2}$')
);

-- Who got which mail of a week: one each. The week is told once everybody's is made; who comes later hears of the next.
create table status_mail (
  mail_id      bigint not null constraint status_mail_pkey primary key,
  week         text not null constraint status_mail_week references status_week (code),
  person_id    bigint,
  recipient_id bigint,
  constraint status_mail_to_one check (num_nonnulls(person_id, recipient_id) = 1),
  constraint status_mail_person_once unique (week, person_id),
  constraint status_mail_recipient_once unique (week, recipient_id),
  constraint status_mail_person foreign key (mail_id, person_id) references mail (id, person_id),
  constraint status_mail_recipient foreign key (mail_id, recipient_id) references mail (id, recipient_id)
);
create index status_mail_of_person on status_mail (person_id);
create table status_told (
  week    text not null constraint status_told_pkey primary key constraint status_told_week references status_week (code),
  told_at timestamptz not null
);

-- What one side has to say to the other about a number; it stands beside it.
create table status_remark (
  id         bigint generated always as identity constraint status_remark_pkey primary key,
  week       text not null,
  company_id bigint not null,
  side       text not null constraint status_remark_side check (side = 'both'),
  of_side    text not null constraint status_remark_of_side check (of_side in ('ministry', 'company')),
  event_id   bigint not null,
  measure    text not null constraint status_remark_measure check (measure ~ '^[a-z_]{1,40}$'),
  text       text not null constraint status_remark_text_length check (length(text) between 1 and 2000),
  written_at timestamptz not null,
  constraint status_remark_company foreign key (week, company_id, side) references status_company (week, company_id, side),
  constraint status_remark_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index status_remark_by_week on status_remark (company_id, week, id);

do $$
declare
  kept text;
begin
  foreach kept in array array['status_company', 'status_ministry', 'status_seal', 'status_start', 'status_mail',
      'status_told', 'status_remark'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
      kept || '_only_added', kept);
    execute format('alter table %I enable row level security', kept);
  end loop;
end
$$;
grant select on status_company, status_seal, status_told, status_remark to side_ministry, side_company, side_auditor;
grant select on status_ministry to side_ministry, side_auditor;
grant select on status_start to side_auditor, side_mail;
grant insert on status_company, status_ministry, status_seal, status_start to side_auditor;
create policy ministry on status_company for select to side_ministry using (side in ('both', 'ministry'));
create policy company on status_company for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on status_company for select to side_auditor using (viewer_request() is null);
create policy portal on status_company for insert to side_auditor with check (viewer_person() is null);
create policy ministry on status_ministry for select to side_ministry using (true);
create policy auditor on status_ministry for select to side_auditor using (viewer_request() is null);
create policy portal on status_ministry for insert to side_auditor with check (viewer_person() is null);
create policy ministry on status_seal for select to side_ministry using (true);
create policy company on status_seal for select to side_company using (true);
create policy auditor on status_seal for select to side_auditor using (viewer_request() is null);
create policy portal on status_seal for insert to side_auditor with check (viewer_person() is null);
create policy auditor on status_start for select to side_auditor using (viewer_request() is null);
create policy portal on status_start for insert to side_auditor with check (viewer_person() is null);
create policy mail on status_start for select to side_mail using (true);

grant select on status_week to side_mail;
create policy mail on status_week for select to side_mail using (true);
grant select, insert on status_mail, status_told to side_mail;
create policy mail on status_mail to side_mail using (true);
create policy mail on status_told to side_mail using (true);
create policy ministry on status_told for select to side_ministry using (true);
create policy company on status_told for select to side_company using (true);
create policy auditor on status_told for select to side_auditor using (viewer_request() is null);
grant select on status_mail to side_ministry, side_company, side_auditor;
create policy ministry on status_mail for select to side_ministry using (person_id = viewer_person() or viewer_administers());
create policy company on status_mail for select to side_company using (person_id = viewer_person());
create policy auditor on status_mail for select to side_auditor using (person_id = viewer_person());

grant insert on status_remark to side_ministry, side_company;
create policy ministry on status_remark for select to side_ministry using (side in ('both', 'ministry'));
create policy company on status_remark for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on status_remark for select to side_auditor using (viewer_request() is null);
create policy ministry_writes on status_remark for insert to side_ministry with check (side = 'both'
  and of_side = 'ministry' and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));
create policy company_writes on status_remark for insert to side_company with check (side = 'both'
  and company_id = viewer_company() and of_side = 'company'
  and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));

-- Where commitments stood at an instant, from what had been done until then: as keep_one_commitment() says it of now.
create function commitments_at(moment timestamptz)
returns table (id bigint, company_id bigint, platform_id bigint, number text, rule_set_id bigint, kind_code text, stage text,
  latest integer, in_force integer, due_on date, late_after date, condition boolean, target numeric, reported_value numeric,
  reported_on date, claimed_on date, result text, verified_value numeric, verified_on date, verified_until date,
  evidence_files integer, evidence_on date, evidence_until date)
language sql stable as $$
  select c.id, c.company_id, c.platform_id, c.number, c.rule_set_id, c.kind_code,
    case when cancels.company > 0 and cancels.ministry >= case when v.condition then 2 else 1 end then 'cancelled'
      when f.in_force is not null then 'agreed'
      when exists (select from commitment_refusal m join event e on e.id = m.event_id and e.at < moment
        where m.commitment_id = c.id and m.version = f.latest) then 'cancelled'
      else 'proposed' end,
    f.latest, f.in_force, v.due_on, v.due_on + v.grace_days, v.condition, v.target, report.value, report.as_of,
    (select (e.at at time zone 'Asia/Jakarta')::date from event e where e.id = claim.event_id),
    coalesce(measured.result, case when measured.on_day is null then coalesce(judged.result, finding.result) end),
    case when measured.on_day is not null then measured.value else judged.value end,
    coalesce(measured.on_day, judged.as_of),
    case when measured.on_day is not null then measured.until else judged.valid_until end,
    (select count(*)::integer from commitment_evidence p join commitment_report r on r.id = p.report_id
      join event e on e.id = r.event_id and e.at < moment where p.commitment_id = c.id and r.version = f.in_force),
    proof.evidence_on, proof.evidence_until
  from commitment c
    join event born on born.id = c.event_id and born.at < moment
    join commitment_kind k on k.rule_set_id = c.rule_set_id and k.code = c.kind_code
    cross join lateral (
      select max(m.number) as latest, max(m.number) filter (where (
        select count(*) from commitment_signature s join event e on e.id = s.event_id and e.at < moment
        where s.commitment_id = c.id and s.version = m.number) = case when m.two_hands then 3 else 2 end) as in_force
      from commitment_version m join event e on e.id = m.event_id and e.at < moment where m.commitment_id = c.id) f
    join commitment_version v on v.commitment_id = c.id and v.number = coalesce(f.in_force, f.latest)
    cross join lateral (
      select count(*) filter (where m.of_side = 'company') as company, count(*) filter (where m.of_side = 'ministry') as ministry
      from commitment_cancel m join event e on e.id = m.event_id and e.at < moment
      where m.commitment_id = c.id
        and not exists (select from commitment_cancel_taken_back t join event te on te.id = t.event_id and te.at < moment
          where t.commitment_id = c.id and t.of_side = m.of_side and t.event_id > m.event_id)
        and m.event_id > (select coalesce(max(s.event_id), 0) from commitment_signature s
          join event se on se.id = s.event_id and se.at < moment
          where s.commitment_id = c.id and s.version = f.in_force)) cancels
    left join lateral (select m.value, m.as_of from commitment_report m join event e on e.id = m.event_id and e.at < moment
      where m.commitment_id = c.id order by m.as_of desc, m.id desc limit 1) report on true
    left join lateral (select m.result from commitment_finding m join event e on e.id = m.event_id and e.at < moment
      where m.commitment_id = c.id and m.version = f.in_force order by m.as_of desc, m.id desc limit 1) finding on true
    left join lateral (select m.* from commitment_finding m join event e on e.id = m.event_id and e.at < moment
      where m.commitment_id = c.id and m.version = f.in_force and m.result <> 'unchecked'
      order by m.as_of desc, m.id desc limit 1) judged on true
    left join lateral (select m.event_id from commitment_report m join event e on e.id = m.event_id and e.at < moment
      where m.commitment_id = c.id and m.version = f.in_force and m.claims_met and not k.self_measured
        and (judged.id is null or ((m.as_of, m.event_id) > (judged.as_of, judged.event_id)
          and (judged.result <> 'pass' or m.as_of > judged.valid_until)))
      order by m.id limit 1) claim on true
    left join lateral (select m.evidence_on, m.evidence_until
      from commitment_report m join event e on e.id = m.event_id and e.at < moment
      where m.commitment_id = c.id and m.version = f.in_force
        and exists (select from commitment_evidence p where p.report_id = m.id)
      order by m.evidence_on desc nulls last, m.id desc limit 1) proof on true
    left join lateral (
      select n.on_day, n.value, n.result, case when n.result = 'pass' then n.on_day + k.check_every_days end as until
      from (select m.on_day, m.value, case
          when m.value >= v.target and (m.most_hours is null or m.median_hours is null or m.median_hours <= m.most_hours)
            then 'pass'
          when m.on_day > v.due_on + v.grace_days then 'fail' end as result
        from commitment_measure m
        where k.self_measured and m.commitment_id = c.id and m.version = f.in_force and m.measured_at < moment
        order by m.on_day desc limit 1) n) measured on true
$$;

-- Letters that were sent and not taken back by an instant, with what had been paid; open while something of them is to be
-- done. Whose fine a later letter's took the place of, or whose items were all settled, is not.
create function letters_at(moment timestamptz)
returns table (id bigint, company_id bigint, number text, rule_set_id bigint, stage_code text, sent_at timestamptz,
  due_at timestamptz, items integer, fine bigint, paid bigint, contested_until timestamptz, open boolean)
language sql stable as $$
  select l.id, l.company_id, l.number, l.rule_set_id, l.stage_code, l.sent_at, l.due_at, l.items, l.fine * l.items, s.paid,
    (select o.due_at from letter_objection o where o.letter_id = l.id and o.filed_at < moment
      and not exists (select from letter_objection_decision d where d.letter_id = l.id and d.decided_at < moment)),
    case when l.fine is null then exists (
        select from letter_item i where i.letter_id = l.id and not i.left_out and coalesce(
          (select e.standing_after from event_item e where e.item_id = i.item_id and e.at < moment
            order by e.at desc, e.event_id desc limit 1),
          (select m.standing from item m where m.id = i.item_id)) not in ('confirmed', 'sampled', 'accepted', 'withdrawn'))
      else s.paid < l.fine * l.items and not (not rules.adds_up and exists (
        select from letter later where later.request_id = l.request_id and later.id > l.id and later.fine is not null
          and later.sent_at < moment and not exists (select from letter_withdrawal w
            where w.letter_id = later.id and w.withdrawn_at < moment)
          and not exists (select from letter_item i where i.letter_id = l.id and not i.left_out
            and not exists (select from letter_item j where j.letter_id = later.id and j.item_id = i.item_id and not j.left_out)))) end
  from letter l
    left join fine rules on rules.rule_set_id = l.rule_set_id
    cross join lateral (select coalesce(sum(p.amount), 0)::bigint as paid from letter_payment p
      where p.letter_id = l.id and p.recorded and p.told_at < moment
        and not exists (select from letter_payment_reversal r where r.payment_id = p.id and r.reversed_at < moment)) s
  where l.sent_at < moment
    and not exists (select from letter_withdrawal w where w.letter_id = l.id and w.withdrawn_at < moment)
    and not exists (select from letter_objection_decision d
      where d.letter_id = l.id and d.outcome = 'accepted' and d.decided_at < moment)
$$;

-- How many of the coming hours somebody of a company is on duty: the list itself is the company's own.
create function duty_hours(company bigint, since timestamptz, until timestamptz) returns integer
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select coalesce(extract(epoch from sum(upper(r.span) - lower(r.span))) / 3600, 0)::integer
  from (select unnest(range_agg(tstzrange(greatest(s.starts_at, since), least(s.ends_at, until)))) as span
    from duty_shift s join person p on p.id = s.person_id
    where s.organisation_id = company and p.active and s.starts_at < until and s.ends_at > since
      -- The portal itself and the ministry may ask of every company, a company of itself.
      and (viewer_company() is null or viewer_company() = company
        or exists (select from organisation o where o.id = viewer_company() and o.side = 'ministry'))) r;
end;
revoke all on function duty_hours(bigint, timestamptz, timestamptz) from public;
grant execute on function duty_hours(bigint, timestamptz, timestamptz) to side_ministry, side_company, side_auditor;

-- The portal itself tells that a week is frozen.
drop policy auditor_self on event;
create policy auditor_self on event for insert to side_auditor with check (side = 'ministry' and request_id is null
  and ((actor_side = 'ministry' and actor_id = viewer_person() and kind = 'person.password_changed')
    or (actor_side = 'system' and viewer_person() is null
      and kind in ('standings.differ', 'rechecks.drawn', 'status.frozen'))));

-- One query reads a mail for whoever may: of the offices outside, others than those who keep them see none.
grant select on status_recipient to side_company, side_auditor;
create policy company on status_recipient for select to side_company using (false);
create policy auditor on status_recipient for select to side_auditor using (false);
