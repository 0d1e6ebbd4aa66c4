-- A list that was uploaded, sent as evidence of a promise, or promised itself: which one it was, so that anyone can hold it
-- against what was drawn. Null of what was pasted, of answered items, and of the list of the step that is repeated.
alter table verification_sample
  add column origin text constraint verification_sample_origin check (origin in ('file', 'evidence', 'promise')),
  add column origin_name text constraint verification_sample_origin_name_length check (length(origin_name) between 1 and 300),
  add column origin_sha256 text constraint verification_sample_origin_sha256 check (origin_sha256 ~ '^[0-9a-f]{64}$'),
  add constraint verification_sample_origin_named check (num_nonnulls(origin, origin_name, origin_sha256) in (0, 3));
