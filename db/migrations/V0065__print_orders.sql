-- The order as it was printed, once: whoever asks later is given the same bytes. Kept by the portal itself, so that
-- neither side can slip in another; read by who can see the request. Its code and its hash are what the public page
-- confirms, so that a forged order can be told from a real one.

create table order_paper (
  number    text not null constraint order_paper_pkey primary key constraint order_paper_request references request (number),
  code      text not null constraint order_paper_code check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  sent_at   timestamptz not null,
  addressee text not null constraint order_paper_addressee_length check (length(addressee) between 1 and 500),
  sha256    bytea not null constraint order_paper_sha256 check (sha256 = sha256(pdf)),
  pdf       bytea not null,
  made_at   timestamptz not null,
  constraint order_paper_code_unique unique (code)
);
alter table order_paper alter column pdf set storage external;
create trigger order_paper_only_added before update or delete on order_paper for each row execute function refuse_change();

alter table order_paper enable row level security;
grant select on order_paper to side_ministry, side_company, side_auditor;
grant insert on order_paper to side_system;
-- The subqueries look with the reader's own eyes.
create policy ministry on order_paper for select to side_ministry
  using (exists (select from request r where r.number = order_paper.number));
create policy company on order_paper for select to side_company
  using (exists (select from request r where r.number = order_paper.number));
create policy auditor on order_paper for select to side_auditor
  using (exists (select from request r where r.number = order_paper.number));
create policy system on order_paper for insert to side_system with check (true);

-- The public page may ask about one code, and read no row besides.
create function order_of_code(asked text)
returns table (number text, sent_at timestamptz, addressee text, sha256 bytea)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select p.number, p.sent_at, p.addressee, p.sha256 from order_paper p where p.code = asked;
end;
revoke all on function order_of_code(text) from public;
grant execute on function order_of_code(text) to side_system;
