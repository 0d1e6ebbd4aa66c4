-- A week counts the questions of the period that nobody replied to.
create index answer_asking on answer (company_id, answered_at) where class = 'asks';
