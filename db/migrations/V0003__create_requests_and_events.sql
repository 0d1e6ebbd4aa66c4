-- A request is the envelope, the item the unit of work. Every walled row carries company_id and side, also
-- inside foreign keys: those bypass row-level security, and a company could otherwise attach a row to
-- another's item. Draft rows are the ministry's and turn joint ('both') at sending, their items with them.

create table request (
  id             bigint generated always as identity primary key,
  company_id     bigint not null,
  side           text not null,
  platform_id    bigint not null,
  rule_set_id    bigint not null,
  stage          text not null constraint request_stage check (stage in ('draft', 'awaiting_approval', 'sent', 'withdrawn')),
  number         text constraint request_number_shape check (number ~ '^PA-[0-9]{4}-[0-9]{6,}$'),
  version        integer not null default 1,
  subject        text not null constraint request_subject_length check (length(subject) between 1 and 300),
  category_code  text not null,
  urgency_code   text not null,
  urgency_reason text not null default '' constraint request_urgency_reason_length check (length(urgency_reason) <= 4000),
  requester_kind text not null constraint request_requester_kind check (requester_kind in ('public', 'agency', 'law_enforcement', 'court')),
  requester_body text not null default '' constraint request_requester_body_length check (length(requester_body) <= 300),
  requester_contact text not null default '' constraint request_requester_contact_length check (length(requester_contact) <= 300),
  origin         text not null constraint request_origin check (origin in
    ('cyber_patrol', 'public_report', 'agency_report', 'law_enforcement', 'court_decision')),
  letter_number  text not null default '' constraint request_letter_number_length check (length(letter_number) <= 100),
  letter_date    date,
  analysis       text not null default '' constraint request_analysis_length check (length(analysis) <= 20000),
  measure_code   text not null,
  scope          text not null constraint request_scope check (scope in ('indonesia', 'worldwide', 'account')),
  uploader_may_be_told boolean not null default true,
  redress        text not null default '' constraint request_redress_length check (length(redress) <= 4000),
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  sent_at        timestamptz,
  sent_by        bigint constraint request_sent_by references person (id),
  withdrawn_at   timestamptz,
  -- Derived from items and events by one class (StandingStore), because lists sort and filter by them.
  item_count      integer not null default 0,
  open_count      integer not null default 0,
  asked_count     integer not null default 0,
  claimed_count   integer not null default 0,
  contested_count integer not null default 0,
  settled_count   integer not null default 0,
  next_due_at     timestamptz,
  next_due_count  integer not null default 0,
  acknowledged_at timestamptz,
  constraint request_side check (side = case when stage in ('sent', 'withdrawn') then 'both' else 'ministry' end),
  constraint request_sent check (case when stage in ('sent', 'withdrawn')
    then sent_at is not null and sent_by is not null
    else sent_at is null and sent_by is null and number is null end),
  constraint request_withdrawn check ((stage = 'withdrawn') = (withdrawn_at is not null)),
  constraint request_number_unique unique (number),
  constraint request_id_company unique (id, company_id),
  constraint request_id_company_side unique (id, company_id, side),
  constraint request_platform foreign key (platform_id, company_id) references platform (id, company_id),
  constraint request_category foreign key (rule_set_id, category_code) references category (rule_set_id, code),
  constraint request_urgency foreign key (rule_set_id, urgency_code) references urgency (rule_set_id, code),
  constraint request_measure foreign key (rule_set_id, measure_code) references measure (rule_set_id, code)
);
create index request_by_due on request (next_due_at, id);
create index request_by_due_of_company on request (company_id, next_due_at, id);
create index request_by_sending on request (sent_at desc, id desc);
create index request_by_sending_of_company on request (company_id, sent_at desc, id desc);
create index request_by_platform on request (platform_id);
create index request_by_stage on request (stage, changed_at) where stage in ('draft', 'awaiting_approval');

create table request_legal_basis (
  request_id  bigint not null,
  company_id  bigint not null,
  side        text not null,
  rule_set_id bigint not null,
  basis_code  text not null,
  constraint request_legal_basis_pkey primary key (request_id, basis_code),
  constraint request_legal_basis_request foreign key (request_id, company_id, side)
    references request (id, company_id, side) on update cascade,
  constraint request_legal_basis_basis foreign key (rule_set_id, basis_code) references legal_basis (rule_set_id, code)
);

-- The draft's private part: what was pasted, and which earlier request it was started from.
create table request_draft (
  request_id bigint not null constraint request_draft_pkey primary key,
  company_id bigint not null,
  side       text not null default 'ministry' constraint request_draft_side check (side = 'ministry'),
  pasted     text not null,
  started_from bigint constraint request_draft_started_from references request (id),
  constraint request_draft_request foreign key (request_id, company_id) references request (id, company_id) on update cascade
);

-- Everybody who changed the draft. None of them may approve it.
create table request_author (
  request_id bigint not null,
  person_id  bigint not null constraint request_author_person references person (id),
  company_id bigint not null,
  side       text not null default 'ministry' constraint request_author_side check (side = 'ministry'),
  constraint request_author_pkey primary key (request_id, person_id),
  constraint request_author_request foreign key (request_id, company_id) references request (id, company_id) on update cascade
);

create function refuse_own_approval() returns trigger language plpgsql as $$
begin
  if exists (select from request_author a where a.request_id = new.id and a.person_id = new.sent_by) then
    raise exception 'request % may not be approved by one who wrote it', new.id
      using errcode = 'integrity_constraint_violation', constraint = 'request_four_eyes';
  end if;
  return new;
end
$$;
create trigger request_four_eyes before update of stage on request
  for each row when (old.stage in ('draft', 'awaiting_approval') and new.stage in ('sent', 'withdrawn'))
  execute function refuse_own_approval();

-- Nothing is born sent: the way leads through the draft, past the four eyes.
create function refuse_birth() returns trigger language plpgsql as $$
begin
  raise exception 'a request begins as a draft'
    using errcode = 'integrity_constraint_violation', constraint = 'request_begins_as_draft';
end
$$;
create trigger request_begins_as_draft before insert on request
  for each row when (new.stage <> 'draft') execute function refuse_birth();

-- The number is taken by the last statement of the sending transaction, so that nobody waits for it long;
-- at commit it must be there.
create function require_number() returns trigger language plpgsql as $$
begin
  if exists (select from request r where r.id = new.id and r.number is null) then
    raise exception 'request % was sent without a number', new.id
      using errcode = 'integrity_constraint_violation', constraint = 'request_numbered';
  end if;
  return null;
end
$$;
create constraint trigger request_numbered after update of stage on request deferrable initially deferred
  for each row when (new.stage in ('sent', 'withdrawn')) execute function require_number();

create table item (
  id            bigint generated always as identity primary key,
  request_id    bigint not null,
  company_id    bigint not null,
  side          text not null,
  ordinal       integer not null constraint item_ordinal check (ordinal > 0),
  kind          text not null default 'url' constraint item_kind check (kind in ('url')),
  url_given     text not null,
  scheme_added  boolean not null default false,
  url           text not null constraint item_url_length check (length(url) <= 4096),
  url_hash      bytea not null constraint item_url_hash check (length(url_hash) = 32),
  canonicaliser integer not null,
  version       integer not null default 1,
  -- Derived (StandingStore), as in request.
  standing      text not null default 'draft' constraint item_standing check (standing in
    ('draft', 'open', 'asked', 'claimed', 'contested', 'confirmed', 'accepted', 'withdrawn')),
  due_at        timestamptz,
  constraint item_ordinal_unique unique (request_id, ordinal),
  constraint item_url_unique unique (request_id, url_hash),
  constraint item_id_company_side unique (id, company_id, side),
  constraint item_request foreign key (request_id, company_id, side)
    references request (id, company_id, side) on update cascade,
  constraint item_running check (standing = 'draft' or due_at is not null)
);
create index item_by_standing on item (standing, due_at, id);
create index item_by_standing_of_company on item (company_id, standing, due_at, id);
create index item_by_hash on item (url_hash);

create table event (
  id           bigint generated always as identity primary key,
  act_id       uuid not null,
  at           timestamptz not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  xid          xid8 not null default pg_current_xact_id(),
  actor_id     bigint constraint event_actor references person (id),
  actor_side   text not null constraint event_actor_side check (actor_side in ('ministry', 'company', 'system')),
  actor_role   text not null,
  actor_code   integer not null,
  company_id   bigint constraint event_company references organisation (id),
  side         text not null constraint event_side check (side in ('ministry', 'company', 'both')),
  request_id   bigint,
  kind         text not null constraint event_kind check (kind ~ '^[a-z_]+[.][a-z_]+$'),
  body         text not null constraint event_body check (jsonb_typeof(body::jsonb) = 'object'),
  constraint event_act_unique unique (act_id),
  constraint event_id_company_side unique (id, company_id, side),
  constraint event_request foreign key (request_id, company_id) references request (id, company_id)
);
create index event_by_request on event (request_id, id);
-- One organisation sees a request for the first time once, and acknowledges it once.
create unique index event_once on event (request_id, kind) where kind in ('request.seen', 'request.acknowledged');

create table event_item (
  event_id   bigint not null,
  item_id    bigint not null,
  company_id bigint not null,
  side       text not null,
  item_side  text not null default 'both' constraint event_item_item_side check (item_side = 'both'),
  due_before timestamptz,
  due_after  timestamptz,
  constraint event_item_pkey primary key (event_id, item_id),
  constraint event_item_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint event_item_item foreign key (item_id, company_id, item_side) references item (id, company_id, side)
);
create index event_item_by_item on event_item (item_id, event_id);

-- A round is a full run of the clock: from delivery, or from an upheld refusal.
create table item_round (
  item_id    bigint not null,
  number     integer not null constraint item_round_number check (number > 0),
  company_id bigint not null,
  side       text not null,
  event_id   bigint not null,
  cause      text not null constraint item_round_cause check (cause in ('sent', 'upheld')),
  started_at timestamptz not null,
  minutes    integer not null constraint item_round_minutes check (minutes > 0),
  constraint item_round_pkey primary key (item_id, number),
  constraint item_round_item foreign key (item_id, company_id, side) references item (id, company_id, side),
  constraint item_round_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

create table answer (
  id          bigint generated always as identity primary key,
  item_id     bigint not null,
  company_id  bigint not null,
  side        text not null constraint answer_side check (side = 'both'),
  event_id    bigint not null,
  rule_set_id bigint not null,
  type_code   text not null,
  class       text not null,
  ground_code text,
  -- What the type asked for: canonical JSON, field code to text.
  details     text not null constraint answer_details check (jsonb_typeof(details::jsonb) = 'object'),
  answered_at timestamptz not null,
  constraint answer_id_item unique (id, item_id, company_id),
  constraint answer_item foreign key (item_id, company_id, side) references item (id, company_id, side),
  constraint answer_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint answer_type foreign key (rule_set_id, type_code) references answer_type (rule_set_id, code),
  constraint answer_ground foreign key (rule_set_id, ground_code) references refusal_ground (rule_set_id, code),
  constraint answer_refused check ((class = 'refused') = (ground_code is not null))
);
create index answer_by_item on answer (item_id, id);

-- What the ministry found. A verdict belongs to the answer it judged.
create table item_check (
  id          bigint generated always as identity primary key,
  item_id     bigint not null,
  company_id  bigint not null,
  side        text not null constraint item_check_side check (side = 'both'),
  event_id    bigint not null,
  answer_id   bigint not null,
  verdict     text not null constraint item_check_verdict check (verdict in ('down', 'still_up', 'partly', 'unchecked')),
  observed_at timestamptz not null,
  checked_at  timestamptz not null,
  network     text not null constraint item_check_network_length check (length(network) between 1 and 200),
  country     text not null constraint item_check_country check (country ~ '^[A-Z]{2}$'),
  surface     text not null constraint item_check_surface check (surface in ('app', 'web')),
  signed_in   boolean not null,
  note        text not null default '' constraint item_check_note_length check (length(note) <= 4000),
  constraint item_check_item foreign key (item_id, company_id, side) references item (id, company_id, side),
  constraint item_check_answer foreign key (answer_id, item_id, company_id) references answer (id, item_id, company_id),
  constraint item_check_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint item_check_observed check (observed_at <= checked_at)
);
create index item_check_by_item on item_check (item_id, id);

-- The ministry's word on an answer that did not act: accepted settles, upheld opens a new round.
create table ruling (
  answer_id  bigint not null constraint ruling_pkey primary key,
  item_id    bigint not null,
  company_id bigint not null,
  side       text not null constraint ruling_side check (side = 'both'),
  event_id   bigint not null,
  outcome    text not null constraint ruling_outcome check (outcome in ('accepted', 'upheld')),
  reason     text not null constraint ruling_reason_length check (length(reason) <= 4000),
  ruled_at   timestamptz not null,
  constraint ruling_item foreign key (item_id, company_id, side) references item (id, company_id, side),
  constraint ruling_answer foreign key (answer_id, item_id, company_id) references answer (id, item_id, company_id),
  constraint ruling_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint ruling_upheld_has_reason check (outcome <> 'upheld' or reason <> '')
);
create index ruling_by_item on ruling (item_id);

-- The ministry's reply to a question about an item: the clock, paused since the question, runs again.
create table clarification (
  answer_id  bigint not null constraint clarification_pkey primary key,
  item_id    bigint not null,
  company_id bigint not null,
  side       text not null constraint clarification_side check (side = 'both'),
  event_id   bigint not null,
  reply      text not null constraint clarification_reply_length check (length(reply) between 1 and 4000),
  replied_at timestamptz not null,
  constraint clarification_item foreign key (item_id, company_id, side) references item (id, company_id, side),
  constraint clarification_answer foreign key (answer_id, item_id, company_id) references answer (id, item_id, company_id),
  constraint clarification_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index clarification_by_item on clarification (item_id);

create table item_withdrawal (
  item_id      bigint not null constraint item_withdrawal_pkey primary key,
  company_id   bigint not null,
  side         text not null constraint item_withdrawal_side check (side = 'both'),
  event_id     bigint not null,
  our_error    boolean not null,
  reason       text not null constraint item_withdrawal_reason_length check (length(reason) between 1 and 4000),
  withdrawn_at timestamptz not null,
  constraint item_withdrawal_item foreign key (item_id, company_id, side) references item (id, company_id, side),
  constraint item_withdrawal_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

-- side says who reads it: both, or one side alone. The note with which a draft is returned is one, too.
create table message (
  id         bigint generated always as identity primary key,
  request_id bigint not null,
  company_id bigint not null,
  side       text not null constraint message_side check (side in ('ministry', 'company', 'both')),
  event_id   bigint not null constraint message_event references event (id),
  text       text not null constraint message_text_length check (length(text) between 1 and 10000),
  written_at timestamptz not null,
  constraint message_request foreign key (request_id, company_id) references request (id, company_id) on update cascade
);
create index message_by_request on message (request_id, id);

-- When a person last looked, so that the page can mark what moved since. No event.
create table request_visit (
  request_id  bigint not null,
  person_id   bigint not null constraint request_visit_person references person (id),
  company_id  bigint not null,
  side        text not null,
  seen_at     timestamptz not null,
  previous_at timestamptz,
  constraint request_visit_pkey primary key (request_id, person_id),
  constraint request_visit_request foreign key (request_id, company_id, side)
    references request (id, company_id, side) on update cascade
);

-- Numbers without gaps: taken by the last statement before commit, one row a year (of WIB).
create table number_counter (
  year integer not null constraint number_counter_pkey primary key,
  last integer not null constraint number_counter_last check (last > 0)
);

create trigger event_only_added before update or delete on event for each row execute function refuse_change();
create trigger event_item_only_added before update or delete on event_item for each row execute function refuse_change();
create trigger item_round_only_added before update or delete on item_round for each row execute function refuse_change();
create trigger answer_only_added before update or delete on answer for each row execute function refuse_change();
create trigger item_check_only_added before update or delete on item_check for each row execute function refuse_change();
create trigger ruling_only_added before update or delete on ruling for each row execute function refuse_change();
create trigger clarification_only_added before update or delete on clarification for each row execute function refuse_change();
create trigger item_withdrawal_only_added before update or delete on item_withdrawal for each row execute function refuse_change();

do $$
declare
  walled text;
begin
  foreach walled in array array['request', 'request_legal_basis', 'item', 'event_item', 'item_round', 'answer',
      'item_check', 'ruling', 'clarification', 'item_withdrawal'] loop
    execute format('alter table %I enable row level security', walled);
    -- One policy per role: a single one with OR makes the planner read every company's rows.
    execute format('create policy ministry on %I to side_ministry using (side in (''both'', ''ministry''))', walled);
    execute format('create policy company on %I to side_company
      using (company_id = viewer_company() and side in (''both'', ''company''))', walled);
  end loop;
end
$$;

alter table request_draft enable row level security;
alter table request_author enable row level security;
alter table event enable row level security;
alter table message enable row level security;
alter table request_visit enable row level security;
alter table number_counter enable row level security;

create policy ministry on request_draft to side_ministry using (true);
create policy ministry on request_author to side_ministry using (true);
create policy ministry on number_counter to side_ministry using (true);
create policy ministry_self on request_visit to side_ministry using (person_id = viewer_person());
create policy company_self on request_visit to side_company
  using (person_id = viewer_person() and company_id = viewer_company() and side = 'both');

-- The subquery runs under the writer's own wall: nobody writes about a request they cannot see.
-- And nobody signs for another, nor tells of what only the other side does.
create policy ministry on event to side_ministry
  using (side in ('both', 'ministry'))
  with check (side in ('both', 'ministry') and actor_side = 'ministry' and actor_id = viewer_person());
create policy company on event to side_company
  using (company_id = viewer_company() and side in ('both', 'company'))
  with check (company_id = viewer_company() and side in ('both', 'company')
    and actor_side = 'company' and actor_id = viewer_person()
    and (request_id is null
      or (kind in ('request.seen', 'request.acknowledged', 'items.answered', 'message.written')
        and exists (select from request r where r.id = request_id))));
create policy system on event to side_system using (request_id is null);
create policy ministry on message to side_ministry using (side in ('both', 'ministry'));
create policy company on message to side_company
  using (company_id = viewer_company() and side in ('both', 'company'))
  with check (company_id = viewer_company() and side in ('both', 'company')
    and exists (select from request r where r.id = request_id));

-- What each side may write. A company answers; it cannot file, check or rule, whatever the code above it does.
grant select on request, request_legal_basis, item, event, event_item, item_round, answer, item_check, ruling,
  clarification, item_withdrawal, message, request_visit to side_ministry, side_company;
grant insert on event, event_item, message, request_visit to side_ministry, side_company;
grant select, insert on event to side_system;
grant update (seen_at, previous_at, side) on request_visit to side_ministry, side_company;
grant insert, update on request to side_ministry;
grant insert, update, delete on item, request_legal_basis to side_ministry;
grant select, insert, update on request_draft, number_counter to side_ministry;
grant select, insert on request_author to side_ministry;
grant insert on item_round, item_check, ruling, clarification, item_withdrawal to side_ministry;
grant insert on answer to side_company;
grant update (version, open_count, asked_count, claimed_count, contested_count, settled_count, next_due_at,
  next_due_count, acknowledged_at) on request to side_company;
grant update (version, standing, due_at) on item to side_company;
