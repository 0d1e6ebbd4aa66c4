-- Whoever holds the server's console keeps accounts, too (keeps_account), and so ends what is open of one that is closed.
create or replace function end_all_of(leaver bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not keeps_account(leaver) then
    raise exception 'only who keeps an account ends what is open of it' using errcode = 'insufficient_privilege';
  end if;
  delete from session where person_id = leaver;
  delete from kept_form where person_id = leaver;
  delete from item_hold where person_id = leaver;
  delete from one_time_link where person_id = leaver and used_at is null;
end
$$;
grant execute on function end_all_of(bigint) to side_system;
