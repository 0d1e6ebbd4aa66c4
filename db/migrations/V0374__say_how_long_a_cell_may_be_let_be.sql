-- For how many days from its proposal a waiver may run at most: what is let be for longer than half a year is no exception
-- any more, which is a proposal.
alter table rule_set
  add column waiver_days integer not null default 180 constraint rule_set_waiver_days check (waiver_days > 0);
alter table rule_set alter column waiver_days drop default;

create function refuse_long_waiver() returns trigger language plpgsql as $$
begin
  if new.until > (select (new.proposed_at at time zone 'Asia/Jakarta')::date + s.waiver_days
      from access_decision d join rule_set s on s.id = d.rule_set_id where d.id = new.decision_id) then
    raise exception 'a waiver until % runs for longer than the rules let it', new.until
      using errcode = 'integrity_constraint_violation', constraint = 'decision_waiver_not_too_long';
  end if;
  return new;
end
$$;
create trigger decision_waiver_not_too_long before insert on decision_waiver
  for each row execute function refuse_long_waiver();
