-- A queue narrowed to a platform, a category or an urgency asked of each waiting item which request it belongs to: at ten
-- million items 0.3 to 2.3 s. Sent, none of the three changes any more: they are written into the item at sending, and into
-- the index that a queue walks in the order of its due times. The nightly check compares them with the request's.
alter table item
  add column platform_id bigint,
  add column category_code text,
  add column urgency_code text;
update item i
set platform_id = r.platform_id, category_code = r.category_code, urgency_code = r.urgency_code
from request r
where r.id = i.request_id and i.side = 'both';
alter table item add constraint item_filed_under
  check (num_nulls(platform_id, category_code, urgency_code) = case side when 'both' then 0 else 3 end);

drop index item_by_standing;
create index item_by_standing on item (standing, due_at, id) include (side, platform_id, category_code, urgency_code);
drop index item_by_standing_of_company;
create index item_by_standing_of_company on item (company_id, standing, due_at, id)
  include (side, platform_id, category_code, urgency_code);
