-- An administrator keeps organisations and platforms in the portal. A version tells two who change the same one at once.
alter table organisation
  add column tdpse text constraint organisation_tdpse_length check (length(tdpse) between 1 and 60),
  add column version integer not null default 1;
alter table platform add column version integer not null default 1;

grant update (name, legal_entity, tdpse, language, version) on organisation to side_ministry, side_system;
grant update (name, time_zone, contact_opens, contact_closes, version) on platform to side_ministry, side_system;
grant delete on platform_host to side_ministry, side_system;
create policy ministry_administers_change on organisation for update to side_ministry using (viewer_administers());
create policy ministry_administers_change on platform for update to side_ministry using (viewer_administers());
create policy ministry_administers_change on platform_host for delete to side_ministry using (viewer_administers());
