-- Three people in whatever order: who proposed or seconded a waiver of a decision writes nothing of it after, either. V0371
-- refuses the other order.
create function refuse_hand_of_waiver() returns trigger language plpgsql as $$
begin
  if exists (select from (
        select w.event_id from decision_waiver w where w.decision_id = new.decision_id
        union all
        select s.event_id from decision_waiver_second s where s.decision_id = new.decision_id) waiving
      cross join hands_in(waiving.event_id) hand
      where hand in (select hands_in(new.event_id))) then
    raise exception 'whoever lets something of a decision be does not write it'
      using errcode = 'integrity_constraint_violation', constraint = 'decision_hand_waived_by_others';
  end if;
  return new;
end
$$;
create trigger decision_hand_waived_by_others before insert on decision_hand
  for each row execute function refuse_hand_of_waiver();
