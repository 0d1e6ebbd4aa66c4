-- The ministry's queue found what came back by looking through every look again, at each page: 2 s at ten million items. It has
-- a row now from the look that found it up until an item that asks for it again is sent, or a later look finds it down; and
-- once more when that item is withdrawn. A plan of the ministry's like recheck: the nightly check compares it with the looks.
create table reappearance (
  item_id    bigint not null constraint reappearance_pkey primary key,
  company_id bigint not null,
  item_side  text not null constraint reappearance_item_side check (item_side = 'both'),
  side       text not null constraint reappearance_side check (side = 'ministry'),
  looked_at  timestamptz not null,
  constraint reappearance_item foreign key (item_id, company_id, item_side) references item (id, company_id, joint)
);
create index reappearance_by_look on reappearance (looked_at, item_id);

insert into reappearance (item_id, company_id, item_side, side, looked_at)
select i.id, i.company_id, 'both', 'ministry', looks.last
from item i
join (
  select c.item_id, max(c.checked_at) as last,
    (array_agg(c.verdict order by c.id desc) filter (where c.verdict <> 'unchecked'))[1] as verdict
  from item_check c
  where c.again
  group by c.item_id
) looks on looks.item_id = i.id and looks.verdict in ('still_up', 'partly')
where i.standing = 'confirmed'
  and not exists (select from item fresh where fresh.reappeared_from = i.id and fresh.standing <> 'withdrawn');

-- Read by nothing else.
drop index item_check_up_again;

alter table reappearance enable row level security;
grant select on reappearance to side_ministry, side_auditor;
grant insert, delete on reappearance to side_ministry;
create policy ministry on reappearance to side_ministry using (side = 'ministry');
create policy auditor on reappearance for select to side_auditor using (
  viewer_request() is null or item_id in (select i.id from item i where i.request_id = viewer_request()));
