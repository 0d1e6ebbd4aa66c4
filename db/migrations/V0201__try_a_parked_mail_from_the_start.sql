-- A mail that was parked and is to be sent again is tried as if it were new: what was tried before does not count any
-- more, or one attempt would park it again. Held here, so that it is so whoever sends it again.
alter table mail add column again_after integer not null default 0;
create function try_from_the_start() returns trigger language plpgsql as $$
begin
  new.again_after := new.attempts;
  return new;
end
$$;
revoke all on function try_from_the_start() from public;
create trigger mail_from_the_start before update of state on mail for each row
  when (old.state = 'parked' and new.state = 'waiting') execute function try_from_the_start();

-- 'failed' tells of the server, 'postponed' of this mail; 'closed' was not tried, because the account was closed.
alter table mail_attempt_end
  drop constraint mail_attempt_end_outcome,
  add constraint mail_attempt_end_outcome check (outcome in ('sent', 'failed', 'postponed', 'refused', 'closed'));
