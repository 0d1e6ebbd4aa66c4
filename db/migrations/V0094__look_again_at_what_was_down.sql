-- What was confirmed down is looked at again: urgent items one by one, after the times of their urgency; of the rest a
-- sample per company and week. An empty list of times puts an urgency's items into that sample.
alter table urgency
  add column recheck_minutes integer[] not null default '{}'
    constraint urgency_recheck_minutes check (0 < all (recheck_minutes) and array_position(recheck_minutes, null) is null);
update urgency set recheck_minutes = '{1440, 10080, 43200}' where mark;
alter table urgency alter column recheck_minutes drop default;
-- How many items a company's sample holds at most, and how many days back a confirmation may lie. Proposals.
alter table rule_set
  add column recheck_sample integer not null default 20
    constraint rule_set_recheck_sample check (recheck_sample between 1 and 1000),
  add column recheck_sample_days integer not null default 30
    constraint rule_set_recheck_sample_days check (recheck_sample_days between 7 and 366);
alter table rule_set
  alter column recheck_sample drop default,
  alter column recheck_sample_days drop default;

-- A company's sample of one week, from Monday in the ministry's zone. The population is closed before the seed is drawn:
-- what was confirmed before that Monday. The same order shows again who was drawn:
-- order by sha256(convert_to(seed || '/' || request.number || '/' || item.ordinal, 'UTF8')).
create table recheck_sample (
  id         bigint generated always as identity primary key,
  company_id bigint not null,
  side       text not null constraint recheck_sample_side check (side = 'ministry'),
  week       date not null constraint recheck_sample_week check (extract(isodow from week) = 1),
  drawn_at   timestamptz not null,
  seed       uuid not null,
  population integer not null constraint recheck_sample_population check (population > 0),
  size       integer not null constraint recheck_sample_size check (size between 1 and population),
  constraint recheck_sample_once unique (company_id, week),
  constraint recheck_sample_id_company unique (id, company_id),
  constraint recheck_sample_company foreign key (company_id) references organisation (id)
);
create trigger recheck_sample_only_added before update or delete on recheck_sample
  for each row execute function refuse_change();

-- When an item is to be looked at next: a plan of the ministry's, and no fact. What was found stands in item_check.
create table recheck (
  item_id    bigint not null constraint recheck_pkey primary key,
  company_id bigint not null,
  item_side  text not null constraint recheck_item_side check (item_side = 'both'),
  side       text not null constraint recheck_side check (side = 'ministry'),
  due_at     timestamptz not null,
  sample_id  bigint,
  constraint recheck_item foreign key (item_id, company_id, item_side) references item (id, company_id, side),
  constraint recheck_of_sample foreign key (sample_id, company_id) references recheck_sample (id, company_id)
);
create index recheck_by_due on recheck (due_at, item_id);
create index recheck_by_sample on recheck (sample_id) where sample_id is not null;

-- Who was drawn, for good: the order above shows that nobody chose them.
create table recheck_drawn (
  sample_id  bigint not null,
  item_id    bigint not null,
  company_id bigint not null,
  item_side  text not null constraint recheck_drawn_item_side check (item_side = 'both'),
  side       text not null constraint recheck_drawn_side check (side = 'ministry'),
  constraint recheck_drawn_pkey primary key (sample_id, item_id),
  constraint recheck_drawn_sample foreign key (sample_id, company_id) references recheck_sample (id, company_id),
  constraint recheck_drawn_item foreign key (item_id, company_id, item_side) references item (id, company_id, side)
);
create index recheck_drawn_by_item on recheck_drawn (item_id);
create trigger recheck_drawn_only_added before update or delete on recheck_drawn
  for each row execute function refuse_change();

-- What was urgent and confirmed before is looked at, too: a late look stands for those that were missed.
insert into recheck (item_id, company_id, item_side, side, due_at)
select i.id, i.company_id, 'both', 'ministry', min(c.checked_at + m.minutes * interval '1 minute')
from item i
join request r on r.id = i.request_id
join urgency u on u.rule_set_id = r.rule_set_id and u.code = r.urgency_code
join item_check c on c.item_id = i.id and c.verdict = 'down'
cross join unnest(u.recheck_minutes) m (minutes)
where i.standing = 'confirmed'
group by i.id;

-- A look again judges the answer whose content was found down before; it moves nothing: what came back is asked for anew.
alter table item_check
  add column again boolean not null default false;
create index item_check_again on item_check (item_id, id) where again;
create index item_check_up_again on item_check (item_id, id) where again and verdict in ('still_up', 'partly');
create index item_check_down on item_check (checked_at) where verdict = 'down' and not again;

create function refuse_to_look_again_at_nothing() returns trigger language plpgsql as $$
begin
  if not exists (select from item_check c where c.answer_id = new.answer_id and c.verdict = 'down' and not c.again) then
    raise exception 'answer % was not confirmed', new.answer_id
      using errcode = 'integrity_constraint_violation', constraint = 'item_check_again_after_down';
  end if;
  return new;
end
$$;
create trigger item_check_again_after_down before insert on item_check
  for each row when (new.again) execute function refuse_to_look_again_at_nothing();

-- What a later look finds is no decision that one could contest: the new item is.
create or replace function refuse_to_object_to_nothing() returns trigger language plpgsql as $$
begin
  if not exists (select from ruling r where r.answer_id = new.answer_id and r.outcome = 'upheld')
    and not exists (select from item_check c
      where c.answer_id = new.answer_id and c.verdict in ('still_up', 'partly') and not c.again) then
    raise exception 'answer % was not decided against', new.answer_id
      using errcode = 'integrity_constraint_violation', constraint = 'objection_to_a_decision';
  end if;
  return new;
end
$$;

-- An item of an address that had been down is the old one come back.
alter table item
  add column reappeared_from bigint,
  add constraint item_reappeared_from foreign key (reappeared_from, company_id, side) references item (id, company_id, side),
  add constraint item_reappeared_from_other check (reappeared_from <> id);
create index item_by_reappeared_from on item (reappeared_from) where reappeared_from is not null;

alter table recheck_sample enable row level security;
alter table recheck enable row level security;
alter table recheck_drawn enable row level security;
grant select on recheck_sample, recheck, recheck_drawn to side_ministry, side_auditor;
grant insert, update, delete on recheck to side_ministry;
grant insert on recheck_sample, recheck, recheck_drawn to side_auditor;
create policy ministry on recheck_sample for select to side_ministry using (side = 'ministry');
create policy ministry on recheck to side_ministry using (side = 'ministry');
create policy ministry on recheck_drawn for select to side_ministry using (side = 'ministry');
create policy auditor on recheck_drawn for select to side_auditor using (viewer_request() is null);
create policy auditor on recheck_sample for select to side_auditor using (viewer_request() is null);
create policy auditor on recheck for select to side_auditor using (
  viewer_request() is null or item_id in (select i.id from item i where i.request_id = viewer_request()));
-- The portal itself draws the sample; a person who audits writes none.
create policy portal on recheck_sample for insert to side_auditor with check (viewer_person() is null);
create policy portal on recheck_drawn for insert to side_auditor with check (viewer_person() is null);
create policy portal on recheck for insert to side_auditor with check (viewer_person() is null and sample_id is not null);
drop policy auditor_self on event;
create policy auditor_self on event for insert to side_auditor
  with check (side = 'ministry' and request_id is null
    and ((actor_side = 'ministry' and actor_id = viewer_person() and kind = 'person.password_changed')
      or (actor_side = 'system' and viewer_person() is null and kind in ('standings.differ', 'rechecks.drawn'))));
