-- An auditor reads what the ministry may read, or one request of it, for good or until a day, and changes nothing
-- but the own account. The role side_auditor holds it: it may read, and write no casework whatever the code
-- above it does. The portal's own nightly check reads with the same eyes.

alter table person_role
  add column request_id bigint constraint person_role_request references request (id),
  add column ends_at timestamptz,
  add constraint person_role_limits check (role = 'auditor' or (request_id is null and ends_at is null));

-- The one request a limited auditor was given; null for everybody else.
create function viewer_request() returns bigint language sql stable parallel safe
  return nullif(current_setting('app.request_id', true), '')::bigint;

grant select on organisation, platform, platform_host, person, person_role, session, rule_set, urgency, category,
  legal_basis, category_legal_basis, measure, answer_type, answer_field, refusal_ground, fulfilment,
  request, request_legal_basis, request_draft, request_author, item, event, event_item, item_round, answer,
  item_check, ruling, clarification, item_withdrawal, message, request_visit to side_auditor;
grant update (language, time_zone, password_hash, version) on person to side_auditor;
grant update (request_id, ends_at) on person_role to side_ministry, side_system;
create policy ministry_administers_roles on person_role for update to side_ministry using (viewer_administers());
grant delete on session to side_auditor;
grant insert on event, request_visit to side_auditor;
grant update (seen_at, previous_at, side) on request_visit to side_auditor;
grant execute on function company_is_staffed(bigint) to side_auditor;

create policy auditor on request for select to side_auditor
  using (side in ('both', 'ministry') and (viewer_request() is null or id = viewer_request()));
create policy auditor on item for select to side_auditor
  using (side in ('both', 'ministry') and (viewer_request() is null or request_id = viewer_request()));
create policy auditor on request_legal_basis for select to side_auditor
  using (side in ('both', 'ministry') and (viewer_request() is null or request_id = viewer_request()));
create policy auditor on request_draft for select to side_auditor
  using (viewer_request() is null or request_id = viewer_request());
create policy auditor on request_author for select to side_auditor
  using (viewer_request() is null or request_id = viewer_request());
create policy auditor on message for select to side_auditor
  using (side in ('both', 'ministry') and (viewer_request() is null or request_id = viewer_request()));

-- The rows of an item: the subquery looks under the policy above.
do $$
declare
  of_item text;
begin
  foreach of_item in array array['event_item', 'item_round', 'answer', 'item_check', 'ruling', 'clarification',
      'item_withdrawal'] loop
    execute format('create policy auditor on %I for select to side_auditor using (side in (''both'', ''ministry'')
      and (viewer_request() is null or item_id in (select i.id from item i where i.request_id = viewer_request())))', of_item);
  end loop;
end
$$;

create policy auditor on event for select to side_auditor
  using (side in ('both', 'ministry')
    and (viewer_request() is null or request_id = viewer_request() or actor_id = viewer_person()));
create policy auditor_self on event for insert to side_auditor
  with check (side = 'ministry' and request_id is null
    and ((actor_side = 'ministry' and actor_id = viewer_person() and kind = 'person.password_changed')
      or (actor_side = 'system' and viewer_person() is null and kind = 'standings.differ')));
create policy auditor_self on request_visit to side_auditor
  using (person_id = viewer_person() and (viewer_request() is null or request_id = viewer_request()));

-- Of the organisations a limited auditor knows the two of the case.
create policy auditor on organisation for select to side_auditor
  using (viewer_request() is null or side = 'ministry' or id in (select r.company_id from request r));
create policy auditor on platform for select to side_auditor
  using (viewer_request() is null or id in (select r.platform_id from request r));
create policy auditor on platform_host for select to side_auditor
  using (viewer_request() is null or platform_id in (select r.platform_id from request r));
create policy auditor on person for select to side_auditor
  using (case when viewer_request() is null then side = 'ministry' else id = viewer_person() end);
create policy auditor_self on person for update to side_auditor using (id = viewer_person());
create policy auditor on person_role for select to side_auditor
  using (exists (select from person p where p.id = person_id));
create policy auditor_self on session to side_auditor using (person_id = viewer_person());
