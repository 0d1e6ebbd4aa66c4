-- Somebody else may be named to mind a commitment: a colleague whose account is open, never anybody of the other side.
drop policy ministry_acts on commitment_owner;
create policy ministry_acts on commitment_owner for insert to side_ministry with check (side = 'both'
  and of_side = 'ministry' and exists (select from event e where e.id = event_id and e.actor_id = viewer_person())
  and exists (select from person p where p.id = person_id and p.side = 'ministry' and p.active));
drop policy company_acts on commitment_owner;
create policy company_acts on commitment_owner for insert to side_company with check (side = 'both'
  and company_id = viewer_company() and of_side = 'company'
  and exists (select from event e where e.id = event_id and e.actor_id = viewer_person())
  and exists (select from person p where p.id = person_id and p.organisation_id = viewer_company() and p.active));
