-- A letter was found by its number alone. What it says, what is said against it and why it was taken back are found as what is
-- said in other matters is; what it warns of is the subject of its order, which has its words already. The vectors are stored
-- because a rank is reckoned from them.
alter table letter add column search tsvector not null generated always as (
  search_vector(note) || search_vector(left_out_reason)) stored;
alter table letter_objection add column search tsvector not null generated always as (search_vector(reason)) stored;
alter table letter_objection_decision add column search tsvector not null generated always as (search_vector(reason)) stored;
alter table letter_withdrawal add column search tsvector not null generated always as (search_vector(reason)) stored;
