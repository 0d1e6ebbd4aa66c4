-- A figure is a predicate over facts that are only added, as of an instant. Where an item stood then follows from eleven
-- tables, which nobody can walk for ten million items. So each row of an event says it as it says the due times: where the
-- item stood before, since when, and where it stands after. What ends one standing begins the next: the rows of an item
-- tile its time, and an item stood there at an instant by exactly one of them, or by the item itself.
alter table event_item
  -- That of its event, for the index; so are the next three only of rows that tell a due time.
  add at              timestamptz,
  add standing_before text constraint event_item_standing_before
    check (standing_before in ('draft', 'open', 'asked', 'claimed', 'contested', 'confirmed', 'sampled', 'accepted', 'withdrawn')),
  add standing_after  text constraint event_item_standing_after
    check (standing_after in ('open', 'asked', 'claimed', 'contested', 'confirmed', 'sampled', 'accepted', 'withdrawn')),
  -- Since when it had stood at what stands before; empty only of a draft.
  add stood_since     timestamptz;

alter table event_item disable trigger event_item_only_added;
update event_item i set at = e.at from event e where e.id = i.event_id and i.due_after is not null;
alter table event_item enable trigger event_item_only_added;

-- A row that moves no item, of a draft of an answer or of a showing, tells nothing of due times and nothing of this. Not asked
-- of what was written before: no week that began earlier is counted.
alter table event_item add constraint event_item_stood check (
  num_nulls(due_after, at, standing_before, standing_after) in (0, 4)
  and (stood_since is null) = (coalesce(standing_before, 'draft') = 'draft')) not valid;

-- The instant is its event's, whoever writes it.
create function refuse_another_instant() returns trigger language plpgsql as $$
begin
  if exists (select from fresh f join event e on e.id = f.event_id where e.at <> f.at) then
    raise exception 'an item of an event has another instant than the event'
      using errcode = 'integrity_constraint_violation', constraint = 'event_item_at';
  end if;
  return null;
end
$$;
create trigger event_item_at after insert on event_item referencing new table as fresh
  for each statement execute function refuse_another_instant();

-- What ended a standing, by when it did: what stood there at an instant ended after it and had begun before.
create index event_item_by_end on event_item (company_id, standing_before, at, stood_since) include (item_id, side)
  where standing_before <> standing_after;
-- The clocks that were set, by when they run out.
create index event_item_by_due on event_item (company_id, due_after) include (item_id, side)
  where due_before is distinct from due_after;

-- What was said in a week.
create index answer_given on answer (company_id, answered_at) where class not in ('asks', 'pending');
create index item_check_by_time on item_check (company_id, checked_at);
create index ruling_by_time on ruling (company_id, ruled_at);
create index clarification_by_time on clarification (company_id, replied_at);
create index objection_by_time on objection (company_id, filed_at);
create index objection_decision_by_time on objection_decision (company_id, decided_at);
create index item_withdrawal_by_time on item_withdrawal (company_id, withdrawn_at);
