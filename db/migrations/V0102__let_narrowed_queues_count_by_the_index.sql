-- A queue narrowed to a platform, a category or an urgency asks of each waiting item which request it belongs to. With that in the
-- index its counters read none of the items themselves.
drop index item_by_standing;
create index item_by_standing on item (standing, due_at, id) include (side, request_id);
drop index item_by_standing_of_company;
create index item_by_standing_of_company on item (company_id, standing, due_at, id) include (side, request_id);
