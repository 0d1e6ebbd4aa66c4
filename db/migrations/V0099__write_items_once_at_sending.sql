-- Sending turns a request and its items to both sides. While the request went first, each of its items was written twice:
-- by the cascade, and when its clock started. With the check at the end the items go first, with everything that changes.
alter table item alter constraint item_request deferrable initially immediate;
