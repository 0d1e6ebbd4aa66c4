-- The queue counts every item that waits, on each of its pages, and the wall asks for the side of each: with the
-- side in the index PostgreSQL need not fetch the rows. A new one first, so that lists have one at any moment.
create index item_by_standing_and_side on item (standing, due_at, id) include (side);
create index item_by_standing_and_side_of_company on item (company_id, standing, due_at, id) include (side);
drop index item_by_standing;
drop index item_by_standing_of_company;
alter index item_by_standing_and_side rename to item_by_standing;
alter index item_by_standing_and_side_of_company rename to item_by_standing_of_company;
