-- What a company has settled for itself: whether answers of a responder wait until a lead releases them. Its own; the
-- ministry sees the answers.
create table release_rule (
  company_id bigint not null constraint release_rule_pkey primary key constraint release_rule_company references organisation (id),
  side       text not null default 'company' constraint release_rule_side check (side = 'company'),
  required   boolean not null,
  event_id   bigint not null,
  set_at     timestamptz not null,
  constraint release_rule_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

-- An answer before it is one. Its content never changes: whoever says something else writes another. At most one of an
-- item lives, that is, waits for a lead or, returned, for its writer.
create table answer_draft (
  id              bigint generated always as identity constraint answer_draft_pkey primary key,
  item_id         bigint not null,
  company_id      bigint not null,
  item_side       text not null default 'both' constraint answer_draft_item_side check (item_side = 'both'),
  side            text not null default 'company' constraint answer_draft_side check (side = 'company'),
  event_id        bigint not null,
  person_id       bigint not null,
  -- The item as the writer saw it.
  item_version    integer not null,
  rule_set_id     bigint not null,
  type_code       text not null,
  ground_code     text,
  details         text not null constraint answer_draft_details check (jsonb_typeof(details::jsonb) = 'object'),
  written_at      timestamptz not null,
  state           text not null constraint answer_draft_state
    check (state in ('open', 'returned', 'released', 'dropped', 'replaced')),
  return_event_id bigint,
  return_reason   text constraint answer_draft_return_reason check (length(return_reason) between 1 and 4000),
  -- The act that ended it: the answer itself, which both sides see, or an act of the company's own.
  end_event_id    bigint,
  end_side        text constraint answer_draft_end_side check (end_side in ('both', 'company')),
  constraint answer_draft_item foreign key (item_id, company_id, item_side) references item (id, company_id, joint),
  constraint answer_draft_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint answer_draft_return_event foreign key (return_event_id, company_id, side)
    references event (id, company_id, side),
  constraint answer_draft_end_event foreign key (end_event_id, company_id, end_side)
    references event (id, company_id, side),
  constraint answer_draft_person foreign key (person_id, side) references person (id, side),
  constraint answer_draft_type foreign key (rule_set_id, type_code) references answer_type (rule_set_id, code),
  constraint answer_draft_ground foreign key (rule_set_id, ground_code) references refusal_ground (rule_set_id, code),
  constraint answer_draft_returned check ((return_event_id is null) = (return_reason is null)
    and (state <> 'returned' or return_event_id is not null)),
  constraint answer_draft_ended check ((state in ('open', 'returned')) = (end_event_id is null)
    and (end_event_id is null) = (end_side is null))
);
create unique index answer_draft_one_live on answer_draft (item_id) where state in ('open', 'returned');
create index answer_draft_by_item on answer_draft (item_id, id);
create index answer_draft_by_state on answer_draft (company_id, state) where state in ('open', 'returned');

-- What ended stays ended.
create function refuse_to_revive_draft() returns trigger language plpgsql as $$
begin
  if old.state not in ('open', 'returned') then
    raise exception 'answer draft % has ended', old.id
      using errcode = 'integrity_constraint_violation', constraint = 'answer_draft_ended_once';
  end if;
  return new;
end
$$;
create trigger answer_draft_ended_once before update on answer_draft
  for each row execute function refuse_to_revive_draft();

alter table release_rule enable row level security;
alter table answer_draft enable row level security;
grant select, insert on release_rule, answer_draft to side_company;
grant update (required, event_id, set_at) on release_rule to side_company;
grant update (state, return_event_id, return_reason, end_event_id, end_side) on answer_draft to side_company;
create policy company on release_rule to side_company using (company_id = viewer_company());
create policy company on answer_draft for select to side_company using (company_id = viewer_company());
create policy company_writes on answer_draft for insert to side_company
  with check (company_id = viewer_company() and person_id = viewer_person());
create policy company_ends on answer_draft for update to side_company
  using (company_id = viewer_company()) with check (company_id = viewer_company());

create or replace function company_may_tell(kind text) returns boolean language sql immutable as $$
  select kind in ('request.seen', 'request.acknowledged', 'items.answered', 'items.answer_taken_back',
    'items.objected', 'items.objection_withdrawn', 'message.written',
    'answers.drafted', 'answers.returned', 'answers.dropped')
$$;
-- And of what a company settles for itself the ministry hears nothing, whatever the code above says.
alter table event add constraint event_of_ones_own
  check (side = 'company' or kind not in ('answers.drafted', 'answers.returned', 'answers.dropped', 'company.release_set'));
