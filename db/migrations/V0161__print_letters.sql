-- A letter is a paper as an order is: printed once, the same bytes for both sides, confirmed by its code. So the table of
-- printed orders takes both; which one a paper is follows from its number.
alter table order_paper rename to paper;
alter table paper rename constraint order_paper_pkey to paper_pkey;
alter table paper rename constraint order_paper_code to paper_code;
alter table paper rename constraint order_paper_addressee_length to paper_addressee_length;
alter table paper rename constraint order_paper_sha256 to paper_sha256;
alter table paper rename constraint order_paper_code_unique to paper_code_unique;
alter table paper drop constraint order_paper_request;
alter trigger order_paper_only_added on paper rename to paper_only_added;
alter table paper
  add column order_number text generated always as (case when number like 'PA-%' then number end) stored
    constraint paper_order references request (number),
  add column letter_number text generated always as (case when number like 'ST-%' then number end) stored
    constraint paper_letter references letter (number),
  add constraint paper_of_something check (num_nonnulls(order_number, letter_number) = 1);

-- The subqueries look with the reader's own eyes.
drop policy ministry on paper;
drop policy company on paper;
drop policy auditor on paper;
create policy ministry on paper for select to side_ministry
  using (exists (select from request r where r.number = paper.order_number)
    or exists (select from letter l where l.number = paper.letter_number));
create policy company on paper for select to side_company
  using (exists (select from request r where r.number = paper.order_number)
    or exists (select from letter l where l.number = paper.letter_number));
create policy auditor on paper for select to side_auditor
  using (exists (select from request r where r.number = paper.order_number)
    or exists (select from letter l where l.number = paper.letter_number));

drop function order_of_code(text);
create function paper_of_code(asked text)
returns table (number text, sent_at timestamptz, addressee text, sha256 bytea, withdrawn_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select p.number, p.sent_at, p.addressee, p.sha256, coalesce(r.withdrawn_at, d.decided_at)
  from paper p
    left join request r on r.number = p.order_number
    left join letter l on l.number = p.letter_number
    left join letter_objection_decision d on d.letter_id = l.id and d.outcome = 'accepted'
  where p.code = asked;
end;
revoke all on function paper_of_code(text) from public;
grant execute on function paper_of_code(text) to side_system;
