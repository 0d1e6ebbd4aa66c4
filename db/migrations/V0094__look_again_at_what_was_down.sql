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

-- A look again judges the answer whose content was found down before; it moves nothing: what came back is asked for anew.
alter table item_check
  add column again boolean not null default false,
  add column sample_id bigint,
  add constraint item_check_of_sample foreign key (sample_id, company_id) references recheck_sample (id, company_id),
  add constraint item_check_sampled check (sample_id is null or again);
create index item_check_again on item_check (item_id, id) where again;
create index item_check_down on item_check (company_id, checked_at) where verdict = 'down' and not again;
create index item_check_by_sample on item_check (sample_id) where sample_id is not null;

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
  add column reappeared_from bigint constraint item_reappeared_from references item (id),
  add constraint item_reappeared_from_other check (reappeared_from < id);
create index item_by_reappeared_from on item (reappeared_from) where reappeared_from is not null;

alter table recheck_sample enable row level security;
alter table recheck enable row level security;
grant select on recheck_sample, recheck to side_ministry, side_auditor;
grant insert, update, delete on recheck to side_ministry;
grant insert on recheck_sample, recheck to side_auditor;
create policy ministry on recheck_sample for select to side_ministry using (side = 'ministry');
create policy ministry on recheck to side_ministry using (side = 'ministry');
create policy auditor on recheck_sample for select to side_auditor using (viewer_request() is null);
create policy auditor on recheck for select to side_auditor using (
  viewer_request() is null or item_id in (select i.id from item i where i.request_id = viewer_request()));
-- The portal itself draws the sample; a person who audits writes none.
create policy portal on recheck_sample for insert to side_auditor with check (viewer_person() is null);
create policy portal on recheck for insert to side_auditor with check (viewer_person() is null and sample_id is not null);
drop policy auditor_self on event;
create policy auditor_self on event for insert to side_auditor
  with check (side = 'ministry' and request_id is null
    and ((actor_side = 'ministry' and actor_id = viewer_person() and kind = 'person.password_changed')
      or (actor_side = 'system' and viewer_person() is null and kind in ('standings.differ', 'rechecks.drawn'))));
