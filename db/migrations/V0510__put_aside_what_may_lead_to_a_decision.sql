-- Who weighs what may lead to a decision and finds that nothing follows says so with a reason; whatever happens of its kind
-- after that brings it back. The ministry's alone: a company is told of what is decided.
create table decision_cause_aside (
  id          bigint generated always as identity constraint decision_cause_aside_pkey primary key,
  platform_id bigint not null,
  company_id  bigint not null,
  side        text not null constraint decision_cause_aside_side check (side = 'ministry'),
  event_id    bigint not null,
  cause       text not null constraint decision_cause_aside_cause check (cause in ('orders', 'contact', 'commitment', 'sample')),
  reason      text not null constraint decision_cause_aside_reason_length check (length(reason) between 1 and 4000),
  put_at      timestamptz not null,
  constraint decision_cause_aside_platform foreign key (platform_id, company_id) references platform (id, company_id),
  constraint decision_cause_aside_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index decision_cause_aside_by_platform on decision_cause_aside (platform_id, cause, id desc);

-- It hangs on an act of its own: about this platform and this cause, by who says so, in this transaction, at its instant.
create function require_aside_act() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  told event;
begin
  select * into told from event e where e.id = new.event_id;
  if not found or told.kind <> 'decision.cause_put_aside' or told.at <> new.put_at or told.xid <> pg_current_xact_id()
    or told.actor_id is distinct from viewer_person()
    or told.body::jsonb ->> 'platform' is distinct from new.platform_id::text
    or told.body::jsonb ->> 'cause' is distinct from new.cause then
    raise exception 'what is put aside of platform % is an act of its own, by who says so, at its instant', new.platform_id
      using errcode = 'integrity_constraint_violation', constraint = 'decision_cause_aside_act';
  end if;
  return null;
end
$$;
revoke all on function require_aside_act() from public;
create trigger decision_cause_aside_act after insert on decision_cause_aside
  for each row execute function require_aside_act();
create trigger decision_cause_aside_only_added before update or delete on decision_cause_aside
  for each row execute function refuse_change();

alter table decision_cause_aside enable row level security;
grant select, insert on decision_cause_aside to side_ministry;
grant select on decision_cause_aside to side_auditor;
create policy ministry on decision_cause_aside to side_ministry using (side = 'ministry');
create policy auditor on decision_cause_aside for select to side_auditor using (side = 'ministry' and viewer_request() is null);

-- A queue counts urgent orders that were missed in a month: it read every urgent order of that month, and the answers of each
-- item. What ceased to be open after its time is a small part of what is told of items.
create index event_item_late on event_item (at) include (item_id, side)
  where standing_before = 'open' and standing_after <> 'open' and due_before < at;
