-- An act of answering can be taken back whole until one of its items is judged: a second event. The answer stays in
-- the history and counts for nothing; the item stands as it did before.
create table answer_taken_back (
  answer_id     bigint not null constraint answer_taken_back_pkey primary key,
  item_id       bigint not null,
  company_id    bigint not null,
  side          text not null constraint answer_taken_back_side check (side = 'both'),
  event_id      bigint not null,
  reason        text not null constraint answer_taken_back_reason_length check (length(reason) between 1 and 4000),
  taken_back_at timestamptz not null,
  constraint answer_taken_back_item foreign key (item_id, company_id, side) references item (id, company_id, side),
  constraint answer_taken_back_answer foreign key (answer_id, item_id, company_id) references answer (id, item_id, company_id),
  constraint answer_taken_back_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index answer_taken_back_by_item on answer_taken_back (item_id);
create index answer_by_event on answer (event_id);
create trigger answer_taken_back_only_added before update or delete on answer_taken_back
  for each row execute function refuse_change();

-- What was judged stays said, whoever asks.
create function refuse_to_take_back_judged() returns trigger language plpgsql as $$
begin
  if exists (select from item_check c where c.answer_id = new.answer_id)
    or exists (select from ruling r where r.answer_id = new.answer_id)
    or exists (select from clarification c where c.answer_id = new.answer_id) then
    raise exception 'answer % was judged', new.answer_id
      using errcode = 'integrity_constraint_violation', constraint = 'answer_taken_back_unjudged';
  end if;
  return new;
end
$$;
create trigger answer_taken_back_unjudged before insert on answer_taken_back
  for each row execute function refuse_to_take_back_judged();

alter table answer_taken_back enable row level security;
grant select on answer_taken_back to side_ministry, side_company, side_auditor;
grant insert on answer_taken_back to side_company;
create policy ministry on answer_taken_back to side_ministry using (side in ('both', 'ministry'));
create policy company on answer_taken_back to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on answer_taken_back for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or item_id in (select i.id from item i where i.request_id = viewer_request())));

-- What a company may tell of a request: one place, since more will come.
create function company_may_tell(kind text) returns boolean language sql immutable as $$
  select kind in ('request.seen', 'request.acknowledged', 'items.answered', 'items.answer_taken_back',
    'message.written')
$$;
drop policy company on event;
create policy company on event to side_company
  using (company_id = viewer_company() and side in ('both', 'company'))
  with check (company_id = viewer_company() and side in ('both', 'company')
    and actor_side = 'company' and actor_id = viewer_person()
    and (request_id is null
      or (company_may_tell(kind) and exists (select from request r where r.id = request_id))));
grant execute on function company_may_tell(text) to side_company;
