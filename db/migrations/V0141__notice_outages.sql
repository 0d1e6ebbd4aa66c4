-- The portal notices by itself when it was away. Each instance gives a sign of life every so often; where none gave one
-- for some minutes, the next to do so writes down since when. That the database was away counts as well: then nothing
-- could be written.
create table heartbeat (
  instance uuid not null constraint heartbeat_pkey primary key,
  beat_at  timestamptz not null
);
create table outage (
  id       bigint generated always as identity constraint outage_pkey primary key,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  event_id bigint not null constraint outage_event references event (id),
  constraint outage_ends check (ended_at > began_at),
  constraint outage_once unique (began_at)
);

-- What a supervisor decided on the time that clocks lost in it. The numbers tell of all companies: the ministry's own.
create table outage_decision (
  outage_id  bigint not null constraint outage_decision_pkey primary key
    constraint outage_decision_outage references outage (id),
  event_id   bigint not null constraint outage_decision_event references event (id),
  granted    boolean not null,
  reason     text not null constraint outage_decision_reason_length check (length(reason) between 1 and 4000),
  requests   integer not null,
  items      integer not null,
  decided_at timestamptz not null,
  constraint outage_decision_numbers check (case when granted then requests > 0 and items >= requests
    else requests = 0 and items = 0 end)
);

-- An item whose clock does not count the outage, but for what a pause had stopped already.
create table item_credit (
  item_id    bigint not null,
  outage_id  bigint not null constraint item_credit_outage references outage (id),
  event_id   bigint not null,
  company_id bigint not null,
  side       text not null constraint item_credit_side check (side = 'both'),
  granted_at timestamptz not null,
  constraint item_credit_pkey primary key (item_id, outage_id),
  constraint item_credit_item foreign key (item_id, company_id, side) references item (id, company_id, side),
  constraint item_credit_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create trigger outage_only_added before update or delete on outage for each row execute function refuse_change();
create trigger outage_decision_only_added before update or delete on outage_decision
  for each row execute function refuse_change();
create trigger item_credit_only_added before update or delete on item_credit for each row execute function refuse_change();

alter table heartbeat enable row level security;
alter table outage enable row level security;
alter table outage_decision enable row level security;
alter table item_credit enable row level security;
grant select, insert, update, delete on heartbeat to side_system;
grant select, insert on outage to side_system;
grant select on outage, item_credit to side_ministry, side_company, side_auditor;
grant select on outage_decision to side_ministry, side_auditor;
grant insert on outage_decision, item_credit to side_ministry;
create policy system on heartbeat to side_system using (true);
create policy system on outage to side_system using (true);
create policy ministry on outage for select to side_ministry using (true);
create policy company on outage for select to side_company using (true);
create policy auditor on outage for select to side_auditor using (true);
create policy ministry on outage_decision to side_ministry using (true);
create policy auditor on outage_decision for select to side_auditor using (viewer_request() is null);
create policy ministry on item_credit to side_ministry using (side in ('both', 'ministry'));
create policy company on item_credit for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on item_credit for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or item_id in (select i.id from item i where i.request_id = viewer_request())));
