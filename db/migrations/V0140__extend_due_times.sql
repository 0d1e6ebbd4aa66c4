-- More time for an item, granted by a supervisor with the reason, before its due time or after it. It adds to the hours
-- of the round it was granted in; an order that is upheld later starts a round of its own, with its full hours.
create table item_extension (
  item_id    bigint not null,
  event_id   bigint not null,
  company_id bigint not null,
  side       text not null constraint item_extension_side check (side = 'both'),
  round      integer not null,
  minutes    integer not null constraint item_extension_minutes check (minutes between 1 and 43200),
  reason     text not null constraint item_extension_reason_length check (length(reason) between 1 and 4000),
  granted_at timestamptz not null,
  constraint item_extension_pkey primary key (item_id, event_id),
  constraint item_extension_item foreign key (item_id, company_id, side) references item (id, company_id, side),
  constraint item_extension_round foreign key (item_id, round) references item_round (item_id, number),
  constraint item_extension_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create trigger item_extension_only_added before update or delete on item_extension
  for each row execute function refuse_change();

alter table item_extension enable row level security;
grant select on item_extension to side_ministry, side_company, side_auditor;
grant insert on item_extension to side_ministry;
create policy ministry on item_extension to side_ministry using (side in ('both', 'ministry'));
create policy company on item_extension for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on item_extension for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or item_id in (select i.id from item i where i.request_id = viewer_request())));
