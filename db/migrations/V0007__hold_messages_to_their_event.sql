-- A message names the event it was written by, and foreign keys see over the wall: a company could have hung
-- its message on another's event and been signed as that one. The subquery looks with the writer's own eyes.
drop policy company on message;
create policy company on message to side_company
  using (company_id = viewer_company() and side in ('both', 'company'))
  with check (company_id = viewer_company() and side in ('both', 'company')
    and exists (select from request r where r.id = request_id)
    and exists (select from event e where e.id = event_id and e.request_id = message.request_id and e.side = message.side));
