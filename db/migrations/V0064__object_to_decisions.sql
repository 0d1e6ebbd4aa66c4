-- An objection (sanggah) contests what the ministry said of an answer: a refusal not accepted, or a check that found
-- it still up. It has a clock of its own, from the rule set; the order stands meanwhile.
alter table rule_set
  add column object_minutes integer not null default 1440
    constraint rule_set_object_minutes check (object_minutes > 0),
  add column decide_objection_minutes integer not null default 4320
    constraint rule_set_decide_objection_minutes check (decide_objection_minutes > 0);
alter table rule_set
  alter column object_minutes drop default,
  alter column decide_objection_minutes drop default;

create table objection (
  answer_id  bigint not null constraint objection_pkey primary key,
  item_id    bigint not null,
  company_id bigint not null,
  side       text not null constraint objection_side check (side = 'both'),
  event_id   bigint not null,
  reason     text not null constraint objection_reason_length check (length(reason) between 1 and 4000),
  filed_at   timestamptz not null,
  due_at     timestamptz not null,
  constraint objection_due check (due_at > filed_at),
  constraint objection_id_item unique (answer_id, item_id, company_id),
  constraint objection_item foreign key (item_id, company_id, side) references item (id, company_id, side),
  constraint objection_answer foreign key (answer_id, item_id, company_id) references answer (id, item_id, company_id),
  constraint objection_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index objection_by_item on objection (item_id);

-- 'withdrawn' is the company's own word; the others are the ministry's.
create table objection_decision (
  answer_id  bigint not null constraint objection_decision_pkey primary key,
  item_id    bigint not null,
  company_id bigint not null,
  side       text not null constraint objection_decision_side check (side = 'both'),
  event_id   bigint not null,
  outcome    text not null constraint objection_decision_outcome
    check (outcome in ('accepted', 'upheld', 'narrowed', 'withdrawn')),
  reason     text not null constraint objection_decision_reason_length check (length(reason) between 1 and 4000),
  decided_at timestamptz not null,
  constraint objection_decision_objection foreign key (answer_id, item_id, company_id)
    references objection (answer_id, item_id, company_id),
  constraint objection_decision_item foreign key (item_id, company_id, side) references item (id, company_id, side),
  constraint objection_decision_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index objection_decision_by_item on objection_decision (item_id);

create trigger objection_only_added before update or delete on objection for each row execute function refuse_change();
create trigger objection_decision_only_added before update or delete on objection_decision
  for each row execute function refuse_change();

-- Nothing is contested that was not decided.
create function refuse_to_object_to_nothing() returns trigger language plpgsql as $$
begin
  if not exists (select from ruling r where r.answer_id = new.answer_id and r.outcome = 'upheld')
    and not exists (select from item_check c where c.answer_id = new.answer_id and c.verdict in ('still_up', 'partly')) then
    raise exception 'answer % was not decided against', new.answer_id
      using errcode = 'integrity_constraint_violation', constraint = 'objection_to_a_decision';
  end if;
  return new;
end
$$;
create trigger objection_to_a_decision before insert on objection
  for each row execute function refuse_to_object_to_nothing();

alter table item_round drop constraint item_round_cause;
alter table item_round add constraint item_round_cause check (cause in ('sent', 'upheld', 'narrowed'));

alter table objection enable row level security;
alter table objection_decision enable row level security;
grant select on objection, objection_decision to side_ministry, side_company, side_auditor;
grant insert on objection to side_company;
grant insert on objection_decision to side_ministry, side_company;
create policy ministry on objection for select to side_ministry using (side in ('both', 'ministry'));
create policy company on objection to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on objection for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or item_id in (select i.id from item i where i.request_id = viewer_request())));
create policy ministry on objection_decision to side_ministry
  using (side in ('both', 'ministry')) with check (side in ('both', 'ministry') and outcome <> 'withdrawn');
create policy company on objection_decision to side_company
  using (company_id = viewer_company() and side in ('both', 'company'))
  with check (company_id = viewer_company() and side in ('both', 'company') and outcome = 'withdrawn');
create policy auditor on objection_decision for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or item_id in (select i.id from item i where i.request_id = viewer_request())));

create or replace function company_may_tell(kind text) returns boolean language sql immutable as $$
  select kind in ('request.seen', 'request.acknowledged', 'items.answered', 'items.answer_taken_back',
    'items.objected', 'items.objection_withdrawn', 'message.written')
$$;
