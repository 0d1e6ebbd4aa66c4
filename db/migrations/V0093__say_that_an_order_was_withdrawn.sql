-- The public page may say of an order that its request was withdrawn, and when.

drop function order_of_code(text);
create function order_of_code(asked text)
returns table (number text, sent_at timestamptz, addressee text, sha256 bytea, withdrawn_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select p.number, p.sent_at, p.addressee, p.sha256, r.withdrawn_at
  from order_paper p join request r on r.number = p.number
  where p.code = asked;
end;
revoke all on function order_of_code(text) from public;
grant execute on function order_of_code(text) to side_system;
