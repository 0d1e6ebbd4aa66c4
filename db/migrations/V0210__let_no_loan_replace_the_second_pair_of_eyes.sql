-- Two people must have a hand in what takes four eyes. Who acts under a lent role acts for its lender: what either did,
-- the other does not confirm or decide on.
create function hands_in(told bigint) returns setof bigint
language sql stable as $$
  select e.actor_id from event e where e.id = told
  union
  select l.lender_id from event e join role_loan l on l.id = e.loan_id where e.id = told
$$;

-- As V0171 has it, past loans, and for a row that is born confirmed.
create or replace function refuse_own_confirmation() returns trigger language plpgsql as $$
begin
  if exists (select from hands_in(new.confirmed_event_id) h where h in (
    select hands_in(new.event_id)
    union all
    select a.person_id from request_author a where a.request_id = new.request_id)) then
    raise exception 'request % may not be confirmed by one who wrote or sent it', new.request_id
      using errcode = 'integrity_constraint_violation', constraint = 'hasty_sending_four_eyes';
  end if;
  if tg_op = 'UPDATE' then
    if old.confirmed_at is not null then
      raise exception 'the sending of request % is confirmed', new.request_id
        using errcode = 'integrity_constraint_violation', constraint = 'hasty_sending_confirmed_once';
    end if;
  end if;
  return new;
end
$$;
create trigger hasty_sending_born_four_eyes before insert on hasty_sending
  for each row when (new.confirmed_event_id is not null) execute function refuse_own_confirmation();

-- Nobody decides on the objection to a letter of one's own, whatever the code above says.
create function refuse_own_letter_decision() returns trigger language plpgsql as $$
begin
  if exists (select from hands_in(new.event_id) h where h in (
    select hands_in(l.event_id) from letter l where l.id = new.letter_id)) then
    raise exception 'the objection to letter % may not be decided by one who sent it', new.letter_id
      using errcode = 'integrity_constraint_violation', constraint = 'letter_objection_decision_four_eyes';
  end if;
  return new;
end
$$;
create trigger letter_objection_decision_four_eyes before insert on letter_objection_decision
  for each row execute function refuse_own_letter_decision();
