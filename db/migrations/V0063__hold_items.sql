-- Who works on an item: one person of a side at a time, for some hours. A note for colleagues and no act: it ends by
-- itself, is not kept, and the other side never sees it.
create table item_hold (
  item_id    bigint not null,
  company_id bigint not null,
  item_side  text not null constraint item_hold_item_side check (item_side = 'both'),
  side       text not null constraint item_hold_side check (side in ('ministry', 'company')),
  person_id  bigint not null,
  held_at    timestamptz not null,
  ends_at    timestamptz not null,
  constraint item_hold_pkey primary key (item_id, side),
  constraint item_hold_item foreign key (item_id, company_id, item_side) references item (id, company_id, side),
  constraint item_hold_person foreign key (person_id, side) references person (id, side),
  constraint item_hold_ends check (ends_at > held_at and ends_at <= held_at + interval '8 hours')
);
create index item_hold_by_person on item_hold (person_id, ends_at);

alter table item_hold enable row level security;
grant select, insert, update, delete on item_hold to side_ministry, side_company;
grant select on item_hold to side_auditor;
create policy ministry on item_hold to side_ministry using (side = 'ministry');
create policy company on item_hold to side_company
  using (company_id = viewer_company() and side = 'company')
  with check (company_id = viewer_company() and side = 'company'
    and exists (select from person p where p.id = person_id and p.organisation_id = viewer_company()));
create policy auditor on item_hold for select to side_auditor using (side = 'ministry'
  and (viewer_request() is null or item_id in (select i.id from item i where i.request_id = viewer_request())));
