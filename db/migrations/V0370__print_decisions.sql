-- A decision is a paper, too, and so is what its signer saw. Each is printed once; a decision anew when a provider did
-- something since, as another edition, which leaves the one before as it was: 'KA-2018-0001', after three records
-- 'KA-2018-0001/3'; the dossier is 'KA-2018-0001/B'.
alter table paper
  add column decision_number text
    generated always as (case when number like 'KA-%' then split_part(number, '/', 1) end) stored
    constraint paper_decision references access_decision (number),
  drop constraint paper_of_something,
  add constraint paper_of_something check (num_nonnulls(order_number, letter_number, decision_number) = 1);

-- The subqueries look with the reader's own eyes.
drop policy ministry on paper;
drop policy company on paper;
drop policy auditor on paper;
create policy ministry on paper for select to side_ministry
  using (exists (select from request r where r.number = paper.order_number)
    or exists (select from letter l where l.number = paper.letter_number)
    or exists (select from access_decision d where d.number = paper.decision_number));
create policy company on paper for select to side_company
  using (exists (select from request r where r.number = paper.order_number)
    or exists (select from letter l where l.number = paper.letter_number)
    or exists (select from access_decision d where d.number = paper.decision_number));
create policy auditor on paper for select to side_auditor
  using (exists (select from request r where r.number = paper.order_number)
    or exists (select from letter l where l.number = paper.letter_number)
    or exists (select from access_decision d where d.number = paper.decision_number));
