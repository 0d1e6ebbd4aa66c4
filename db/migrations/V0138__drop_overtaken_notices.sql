-- A due time may move, and an item be answered, between the moment the clock's notice is hung and the moment the mail is
-- made. What is then not so any more is not told: no item runs that is due as the notice says, or before. The worker of the
-- mail reads no items, so this looks for it.
create function drop_overtaken_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  update notice n set dropped_at = moment
  where n.mail_id is null and n.dropped_at is null and n.kind in ('half_gone', 'nearly_gone', 'due_passed')
    and not exists (select from item i
      where i.request_id = n.request_id and i.standing = 'open' and i.due_at <= n.due_at);
end;
revoke all on function drop_overtaken_notices(timestamptz) from public;
grant execute on function drop_overtaken_notices(timestamptz) to side_mail;
