-- The search knew requests and what is said of their items. What is promised, decided, looked at and said at meetings is found
-- by whoever may read it: these tables are small, so the wall they have holds it, and no function of the owner's. The
-- vectors are stored because a rank is reckoned from them.
alter table commitment_version add column search tsvector not null generated always as (search_vector(text)) stored;
alter table access_decision add column search tsvector not null generated always as (
  setweight(search_vector(recommendation), 'A')
  || setweight(search_vector(grounds) || search_vector(reasons_considered) || search_vector(public_statement), 'C')) stored;
alter table verification_step add column search tsvector not null generated always as (
  setweight(search_vector(claim), 'A') || setweight(search_vector(place) || search_vector(notes), 'C')) stored;
alter table verification_result add column search tsvector not null generated always as (
  setweight(search_vector(claim), 'A') || setweight(search_vector(place) || search_vector(findings), 'C')) stored;
alter table minutes add column search tsvector not null generated always as (
  setweight(search_vector(agenda), 'A') || setweight(search_vector(body), 'C')) stored;
