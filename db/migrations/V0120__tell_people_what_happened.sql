-- The outbox: what a person is to be told, one row each, written in the transaction of the act it tells of. What is sent
-- for them is a mail (V0121); here stands only who hears of what, and how soon.

-- A mail tells a person what both sides or the own side know; its reader is named beside the row's company.
alter table person add constraint person_id_side_organisation unique (id, side, organisation_id);

create table notice (
  id              bigint generated always as identity constraint notice_pkey primary key,
  -- The act, or for what the clock tells what was told of, so that it is told once.
  event_id        bigint constraint notice_event references event (id),
  mark            text constraint notice_mark check (length(mark) between 1 and 100),
  kind            text not null constraint notice_kind check (kind ~ '^[a-z_]+$'),
  person_id       bigint not null,
  side            text not null,
  organisation_id bigint not null,
  company_id      bigint,
  request_id      bigint,
  -- Whether the side keeps it to itself.
  own             boolean not null,
  tempo           text not null constraint notice_tempo check (tempo in ('alone', 'at_once', 'later')),
  -- A legal notice waits for no quiet hours.
  legal           boolean not null,
  items           integer not null constraint notice_items check (items >= 0),
  due_at          timestamptz,
  told_at         timestamptz not null,
  -- Nobody to tell any more, or somebody who does not want to hear of such.
  dropped_at      timestamptz,
  constraint notice_of_something check ((event_id is null) = (mark is not null)),
  constraint notice_person foreign key (person_id, side, organisation_id) references person (id, side, organisation_id),
  constraint notice_request foreign key (request_id) references request (id),
  constraint notice_request_company foreign key (request_id, company_id) references request (id, company_id),
  constraint notice_behind_the_wall check (side = 'ministry' or organisation_id = company_id),
  constraint notice_once unique (event_id, kind, person_id),
  constraint notice_mark_once unique (request_id, mark, person_id)
);

-- Who hears of an act. Each branch holds the wall: of what one side keeps to itself nobody of the other hears.
create function audience_of(told event, audience text)
returns table (id bigint, side text, organisation_id bigint)
language sql stable set search_path = pg_catalog, public
begin atomic
  -- Who may approve a draft: whoever had a hand in it may not.
  select p.id, p.side, p.organisation_id from person p
  where audience = 'supervisors' and p.side = 'ministry'
    and exists (select from person_role r where r.person_id = p.id and r.role in ('supervisor', 'decision_maker'))
    and not exists (select from request_author a where a.request_id = (told).request_id and a.person_id = p.id)
  union
  -- Who wrote the request, and who sent it.
  select p.id, p.side, p.organisation_id from person p
  where audience = 'case_officials' and p.side = 'ministry'
    and (p.id in (select a.person_id from request_author a where a.request_id = (told).request_id)
      or p.id = (select q.sent_by from request q where q.id = (told).request_id))
  union
  select p.id, p.side, p.organisation_id from person p
  where audience in ('answerers', 'leads') and p.side = 'company' and p.organisation_id = (told).company_id
    and exists (select from person_role r where r.person_id = p.id
      and (r.role = 'lead' or (audience = 'answerers' and r.role = 'responder')));
end;
revoke all on function audience_of(event, text) from public;

-- Hangs the notices of an act in its own transaction: an event of another is none of the caller's. Neither side may read
-- the other's people, so it finds them as the owner and gives nothing back. 'counterpart' is the other side of an act
-- both see, and the colleagues where it is one side's own.
create function hang_notices(told bigint, kinds text[], audiences text[], hastes text[], legals boolean[]) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  act event;
  urgent boolean;
begin
  select * into strict act from event e where e.id = told and e.xid = pg_current_xact_id();
  select u.mark into urgent from request q
    join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code where q.id = act.request_id;
  insert into notice (event_id, kind, person_id, side, organisation_id, company_id, request_id, own, tempo, legal, items,
    told_at)
  select act.id, n.kind, a.id, a.side, a.organisation_id, act.company_id, act.request_id, act.side <> 'both',
    case when n.haste = 'alone_if_urgent' and urgent then 'alone' when n.haste = 'later' then 'later' else 'at_once' end,
    n.legal, coalesce((act.body::jsonb ->> 'items')::integer, 0), act.at
  from unnest(kinds, audiences, hastes, legals) n (kind, audience, haste, legal)
    cross join lateral audience_of(act, case when n.audience <> 'counterpart' then n.audience
      when (act.actor_side = 'company') = (act.side = 'both') then 'case_officials' else 'answerers' end) a
    join person p on p.id = a.id
  where p.active and p.id is distinct from act.actor_id and act.side in ('both', a.side)
  on conflict do nothing;
end
$$;
revoke all on function hang_notices(bigint, text[], text[], text[], boolean[]) from public;
grant execute on function hang_notices(bigint, text[], text[], text[], boolean[])
  to side_ministry, side_company, side_auditor, side_system;

-- What a mail tells of these notices. Of a restricted category that is the number and the clock; of no item anything.
create function notice_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, items integer, due_at timestamptz, told_at timestamptz, request_id bigint,
  number text, subject text, category_id text, category_en text, platform text, urgent boolean, actor_side text,
  actor_role text, actor_code integer, outcome text)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, n.items, coalesce(n.due_at, q.next_due_at), n.told_at, q.id, q.number,
    case when not c.restricted then q.subject end, case when not c.restricted then c.label_id end,
    case when not c.restricted then c.label_en end, p.name, u.mark, e.actor_side, e.actor_role, e.actor_code,
    coalesce(e.body::jsonb ->> 'outcome', e.body::jsonb ->> 'verdict', '')
  from notice n
    join request q on q.id = n.request_id
    join category c on c.rule_set_id = q.rule_set_id and c.code = q.category_code
    join urgency u on u.rule_set_id = q.rule_set_id and u.code = q.urgency_code
    join platform p on p.id = q.platform_id
    left join event e on e.id = n.event_id
  where n.id = any (ids);
end;
revoke all on function notice_facts(bigint[]) from public;
grant execute on function notice_facts(bigint[]) to side_mail;

alter table notice enable row level security;
-- The worker of the mail has a role of its own: it reads whom to tell and the facts above, and no casework.
grant select on notice to side_mail, side_ministry;
grant update (dropped_at) on notice to side_mail;
create policy mail on notice to side_mail using (true);
create policy ministry_administers on notice for select to side_ministry
  using (viewer_administers() and (side = 'ministry' or not own));

grant select (id, organisation_id, side, name, email, language, time_zone, active) on person to side_mail;
create policy mail on person for select to side_mail using (true);
