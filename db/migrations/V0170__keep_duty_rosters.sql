-- Who is on duty when. Each side keeps a list of its own, shifts of a first and of a second; of the other it learns
-- function, code and, where that organisation wants so, the telephone. Gaps are allowed, and shown.
create table duty_setting (
  organisation_id bigint not null constraint duty_setting_pkey primary key,
  side            text not null,
  time_zone       text not null,
  share_phone     boolean not null,
  -- After how long the next is told of what nobody took up, of urgent things and of others.
  urgent_minutes  integer not null constraint duty_setting_urgent_minutes check (urgent_minutes between 5 and 1440),
  other_minutes   integer not null constraint duty_setting_other_minutes check (other_minutes between 5 and 1440),
  version         integer not null,
  constraint duty_setting_organisation foreign key (organisation_id, side) references organisation (id, side)
);

create table duty_shift (
  id              bigint generated always as identity constraint duty_shift_pkey primary key,
  organisation_id bigint not null,
  side            text not null,
  person_id       bigint not null,
  place           text not null constraint duty_shift_place check (place in ('first', 'second')),
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  phone           text not null constraint duty_shift_phone check (length(phone) between 5 and 40),
  constraint duty_shift_person foreign key (person_id, side, organisation_id)
    references person (id, side, organisation_id),
  -- A day on which the clocks are put back has 25 hours.
  constraint duty_shift_length check (ends_at > starts_at and ends_at - starts_at <= interval '25 hours'),
  -- Ranges of one number stand for equality, so that no extension is needed.
  constraint duty_shift_one_first exclude using gist
    (int8range(organisation_id, organisation_id, '[]') with &&, tstzrange(starts_at, ends_at) with &&)
    where (place = 'first'),
  constraint duty_shift_one_second exclude using gist
    (int8range(organisation_id, organisation_id, '[]') with &&, tstzrange(starts_at, ends_at) with &&)
    where (place = 'second'),
  constraint duty_shift_person_once exclude using gist
    (int8range(person_id, person_id, '[]') with &&, tstzrange(starts_at, ends_at) with &&)
);
create index duty_shift_by_end on duty_shift (organisation_id, ends_at);
create index duty_shift_of_person on duty_shift (person_id);

-- A call to try whether who is on duty answers. Of both sides it holds function and code, which each may know.
create table test_call (
  id                     bigint generated always as identity constraint test_call_pkey primary key,
  company_id             bigint,
  side                   text not null constraint test_call_side check (side in ('ministry', 'company', 'both')),
  called_side            text not null,
  called_organisation_id bigint not null,
  event_id               bigint not null constraint test_call_event references event (id),
  rung_at                timestamptz not null,
  first_role             text not null,
  first_code             integer not null,
  -- When it was passed on, because nobody confirmed it, and to whom.
  passed_at              timestamptz,
  second_role            text,
  second_code            integer,
  confirmed_event_id     bigint constraint test_call_confirmed_event references event (id),
  confirmed_at           timestamptz,
  constraint test_call_called foreign key (called_organisation_id, called_side) references organisation (id, side),
  constraint test_call_event_company foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint test_call_confirmed_event_company foreign key (confirmed_event_id, company_id, side)
    references event (id, company_id, side),
  constraint test_call_of_a_company check (side = 'ministry' or company_id is not null),
  constraint test_call_passed check ((passed_at is null) = (second_code is null)
    and (passed_at is null) = (second_role is null)),
  constraint test_call_confirmed check ((confirmed_at is null) = (confirmed_event_id is null))
);
create index test_call_of_company on test_call (company_id, rung_at);
create index test_call_open on test_call (rung_at) where confirmed_at is null and passed_at is null;
create index test_call_by_event on test_call (event_id);

-- In which function somebody is on duty: the highest that the account holds.
create function duty_role(person bigint) returns text
language sql stable set search_path = pg_catalog, public
begin atomic
  select r.role from person_role r
  where r.person_id = person and r.role in ('decision_maker', 'supervisor', 'officer', 'lead', 'responder')
  order by array_position(array['supervisor', 'decision_maker', 'officer', 'lead', 'responder'], r.role) limit 1;
end;
revoke all on function duty_role(bigint) from public;

-- Who is on duty at an instant, whoever asks: for the functions below.
create function standing_by(told_at timestamptz)
returns table (person_id bigint, side text, organisation_id bigint, place text, code integer)
language sql stable set search_path = pg_catalog, public
begin atomic
  select s.person_id, s.side, s.organisation_id, s.place, p.code
  from duty_shift s join person p on p.id = s.person_id
  where s.starts_at <= told_at and s.ends_at > told_at and p.active and duty_role(p.id) is not null;
end;
revoke all on function standing_by(timestamptz) from public;

-- What the viewer may know of the lists, one's own and the other side's: no company hears of another.
create function duty_told(since timestamptz, until timestamptz)
returns table (organisation_id bigint, side text, organisation text, place text, role text, code integer, name text,
  starts_at timestamptz, ends_at timestamptz, phone text)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select s.organisation_id, s.side, o.name, s.place, duty_role(p.id), p.code, case when o.id = me.id then p.name end,
    s.starts_at, s.ends_at, case when o.id = me.id or d.share_phone then s.phone end
  from organisation me
    join organisation o on o.id = me.id or o.side <> me.side
    join duty_shift s on s.organisation_id = o.id
    join person p on p.id = s.person_id
    left join duty_setting d on d.organisation_id = o.id
  where me.id = viewer_company() and viewer_request() is null
    and s.starts_at < until and s.ends_at > since and p.active and duty_role(p.id) is not null
  order by o.side desc, o.name, o.id, s.starts_at, s.place;
end;
revoke all on function duty_told(timestamptz, timestamptz) from public;
grant execute on function duty_told(timestamptz, timestamptz) to side_ministry, side_company, side_auditor;

alter table notice
  -- In which place somebody was on duty who was told; null for everybody else.
  add column duty text constraint notice_duty check (duty in ('first', 'second')),
  add column passed_on_at timestamptz constraint notice_passed_on check (passed_on_at is null or duty is not null);
create index notice_on_duty on notice (told_at) where duty is not null and passed_on_at is null;

-- Of these acts the person on duty is told, and of those on duty only one who may do what is wanted.
alter function audience_of(event, text) rename to role_audience_of;

create function duty_audience_of(told event, audience text, told_at timestamptz)
returns table (id bigint, side text, organisation_id bigint, place text)
language sql stable set search_path = pg_catalog, public
begin atomic
  select s.person_id, s.side, s.organisation_id, s.place from standing_by(told_at) s
  where s.person_id is distinct from (told).actor_id and case
    when audience = 'called' then (told).kind = 'call.rung' and s.side = (told).body::jsonb ->> 'called'
      and (s.side = 'ministry' or s.organisation_id = (told).company_id)
    when (told).kind in ('request.submitted', 'request.sent') then
      s.person_id in (select a.id from role_audience_of(told, audience) a)
    when (told).kind = 'items.answered' and (told).body::jsonb ->> 'class' = 'asks' then
      audience = 'case_officials' and s.side = 'ministry'
    else false end;
end;
revoke all on function duty_audience_of(event, text, timestamptz) from public;

-- Who hears of an act: who is on duty, instead of everybody who has the role, and beside the officials of a case.
create function audience_of(told event, audience text)
returns table (id bigint, side text, organisation_id bigint)
language sql stable set search_path = pg_catalog, public
begin atomic
  select a.id, a.side, a.organisation_id from role_audience_of(told, audience) a
  where audience = 'case_officials' or not exists (select from duty_audience_of(told, audience, (told).at))
  union
  (select d.id, d.side, d.organisation_id from duty_audience_of(told, audience, (told).at) d order by d.place limit 1);
end;
revoke all on function audience_of(event, text) from public;

-- Whatever wrote the notice: one for the person on duty is marked so, and goes out in a mail of its own.
create function mark_duty() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  new.duty := (select s.place from standing_by(new.told_at) s where s.person_id = new.person_id);
  if new.duty is not null then
    new.tempo := 'alone';
  end if;
  return new;
end
$$;
revoke all on function mark_duty() from public;
create trigger notice_mark_duty before insert on notice for each row
  when (new.kind in ('approval_wanted', 'order_sent', 'order_unseen', 'clarification_asked', 'test_call'))
  execute function mark_duty();

-- What a mail tells, as V0120 has it: besides in which place the reader was on duty; and a test call is of no request.
drop function notice_facts(bigint[]);
create function notice_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, items integer, due_at timestamptz, told_at timestamptz, request_id bigint,
  number text, subject text, category_id text, category_en text, platform text, urgent boolean, actor_side text,
  actor_role text, actor_code integer, outcome text, duty text)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, case when c.restricted is not true then n.items end, coalesce(n.due_at, q.next_due_at),
    n.told_at, coalesce(q.id, 0), q.number, case when not c.restricted then q.subject end,
    case when not c.restricted then c.label_id end, case when not c.restricted then c.label_en end,
    case when not c.restricted then p.name end, coalesce(u.mark, true), e.actor_side, e.actor_role, e.actor_code,
    case when c.restricted is not true then coalesce(e.body::jsonb ->> 'outcome', e.body::jsonb ->> 'verdict', '') end,
    coalesce(n.duty, '')
  from notice n
    left join request q on q.id = n.request_id
    left join category c on c.rule_set_id = q.rule_set_id and c.code = q.category_code
    left join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code
    left join platform p on p.id = q.platform_id
    left join event e on e.id = n.event_id
  where n.id = any (ids) and (q.id is not null or n.kind = 'test_call');
end;
revoke all on function notice_facts(bigint[]) from public;
grant execute on function notice_facts(bigint[]) to side_mail;

-- Whether nobody has taken up yet what an act asks for.
create function still_waits(told event) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select not exists (select from event e where e.request_id = (told).request_id and e.id > (told).id and e.kind = any (
    case (told).kind
      when 'request.submitted' then array['request.returned', 'request.sent', 'request.discarded']
      when 'request.sent' then array['request.seen', 'request.acknowledged', 'request.withdrawn']
      else array['items.clarified', 'items.withdrawn', 'request.withdrawn'] end));
end;
revoke all on function still_waits(event) from public;

-- Tells the next on duty of what the one told before left alone, and when no other is on duty everybody of the role. Gives
-- how many were told.
create function pass_on_duty(moment timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  left_alone record;
  second record;
  count_of_this integer;
  total integer := 0;
begin
  for left_alone in
    select n.id, n.kind, n.event_id, e as act, coalesce(u.mark, false) as urgent,
      case n.kind when 'approval_wanted' then 'supervisors' when 'order_sent' then 'answerers'
        else 'case_officials' end as audience
    from notice n
      join event e on e.id = n.event_id
      join request q on q.id = n.request_id
      left join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code
      left join duty_setting d on d.organisation_id = n.organisation_id
    where n.duty is not null and n.passed_on_at is null
      and n.kind in ('approval_wanted', 'order_sent', 'clarification_asked')
      and n.told_at + make_interval(mins =>
        case when u.mark then coalesce(d.urgent_minutes, 15) else coalesce(d.other_minutes, 60) end) <= moment
    order by n.id
    for update of n skip locked
  loop
    update notice set passed_on_at = moment where id = left_alone.id;
    continue when not still_waits(left_alone.act);
    with told as (
      select x.person_id from notice x where x.event_id = left_alone.event_id and x.kind = left_alone.kind
    ), next as (
      select d.id, d.side, d.organisation_id
      from duty_audience_of(left_alone.act, left_alone.audience, moment) d
      where d.id not in (select t.person_id from told t) order by d.place limit 1
    ), whom as (
      select x.id, x.side, x.organisation_id from next x
      union all
      select r.id, r.side, r.organisation_id from role_audience_of(left_alone.act, left_alone.audience) r
        join person p on p.id = r.id
      where p.active and not exists (select from next) and r.id not in (select t.person_id from told t)
    )
    insert into notice (event_id, kind, person_id, side, organisation_id, company_id, request_id, own, tempo, legal, items,
      due_at, told_at)
    select n.event_id, n.kind, w.id, w.side, w.organisation_id, n.company_id, n.request_id, n.own,
      case when left_alone.urgent then 'alone' else 'at_once' end, n.legal, n.items, n.due_at, moment
    from notice n cross join whom w where n.id = left_alone.id
    on conflict do nothing;
    get diagnostics count_of_this = row_count;
    total := total + count_of_this;
  end loop;

  for left_alone in
    select c.* from test_call c left join duty_setting d on d.organisation_id = c.called_organisation_id
    where c.confirmed_at is null and c.passed_at is null and c.rung_at > moment - interval '1 day'
      and c.rung_at + make_interval(mins => coalesce(d.urgent_minutes, 15)) <= moment
    order by c.id
    for update of c skip locked
  loop
    select s.person_id, s.side, s.organisation_id, s.code into second from standing_by(moment) s
    where s.organisation_id = left_alone.called_organisation_id and s.code <> left_alone.first_code
    order by s.place limit 1;
    continue when not found;
    update test_call set passed_at = moment, second_role = duty_role(second.person_id), second_code = second.code
    where id = left_alone.id;
    insert into notice (event_id, kind, person_id, side, organisation_id, company_id, own, tempo, legal, items, told_at)
    values (left_alone.event_id, 'test_call', second.person_id, second.side, second.organisation_id,
      left_alone.company_id, left_alone.side <> 'both', 'alone', false, 0, moment)
    on conflict do nothing;
    total := total + 1;
  end loop;
  return total;
end
$$;
revoke all on function pass_on_duty(timestamptz) from public;
grant execute on function pass_on_duty(timestamptz) to side_mail;

alter table duty_setting enable row level security;
alter table duty_shift enable row level security;
alter table test_call enable row level security;
grant select, insert on duty_setting, duty_shift, test_call to side_ministry, side_company;
grant select on duty_setting, duty_shift, test_call to side_auditor;
grant update (time_zone, share_phone, urgent_minutes, other_minutes, version) on duty_setting to side_ministry, side_company;
grant update (ends_at), delete on duty_shift to side_ministry, side_company;
grant update (confirmed_event_id, confirmed_at) on test_call to side_ministry, side_company;

create policy ministry on duty_setting to side_ministry using (organisation_id = viewer_company());
create policy company on duty_setting to side_company using (organisation_id = viewer_company());
create policy auditor on duty_setting for select to side_auditor
  using (organisation_id = viewer_company() and viewer_request() is null);
create policy ministry on duty_shift to side_ministry using (organisation_id = viewer_company());
create policy company on duty_shift to side_company using (organisation_id = viewer_company());
create policy auditor on duty_shift for select to side_auditor
  using (organisation_id = viewer_company() and viewer_request() is null);

create policy ministry on test_call for select to side_ministry using (side in ('both', 'ministry'));
create policy ministry_rings on test_call for insert to side_ministry with check (side in ('both', 'ministry'));
create policy ministry_confirms on test_call for update to side_ministry
  using (side in ('both', 'ministry') and called_organisation_id = viewer_company());
create policy company on test_call for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy company_rings on test_call for insert to side_company
  with check (company_id = viewer_company() and side in ('both', 'company'));
create policy company_confirms on test_call for update to side_company
  using (called_organisation_id = viewer_company() and company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on test_call for select to side_auditor
  using (side in ('both', 'ministry') and viewer_request() is null);
