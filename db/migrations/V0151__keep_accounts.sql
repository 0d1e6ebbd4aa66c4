-- Accounts are kept in the portal: everybody's by an administrator, those of a company by its lead. app.administers says of
-- either that the viewer keeps accounts; how far that reaches is for each side's policies to say. Nobody gives or
-- takes a role of one's own.

grant update (name, email, active) on person to side_ministry, side_company, side_system;
grant insert on person, person_role to side_company;
grant delete on person_role to side_ministry, side_company, side_system;
grant select, insert, update on one_time_link to side_ministry, side_company;

-- Grants are a whole role's: of the own row everybody may change how one reads, and nobody who one is.
create function refuse_to_rename_oneself() returns trigger language plpgsql as $$
begin
  if viewer_person() is not null and not viewer_administers() then
    raise exception 'an account is kept by others' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger person_kept_by_others before update of name, email, active on person
  for each row execute function refuse_to_rename_oneself();

create policy ministry_administers_change on person for update to side_ministry using (viewer_administers());
create policy company_leads on person for insert to side_company
  with check (viewer_administers() and organisation_id = viewer_company() and side = 'company');
create policy company_leads_change on person for update to side_company
  using (viewer_administers() and organisation_id = viewer_company());

drop policy ministry_administers on person_role;
drop policy ministry_administers_roles on person_role;
create policy ministry_administers on person_role for insert to side_ministry
  with check (viewer_administers() and person_id <> viewer_person());
create policy ministry_administers_roles on person_role for update to side_ministry
  using (viewer_administers() and person_id <> viewer_person());
create policy ministry_administers_take on person_role for delete to side_ministry
  using (viewer_administers() and person_id <> viewer_person());
create policy company_leads on person_role for insert to side_company
  with check (viewer_administers() and person_id <> viewer_person() and role in ('responder', 'lead', 'viewer')
    and exists (select from person p where p.id = person_id and p.organisation_id = viewer_company()));
create policy company_leads_take on person_role for delete to side_company
  using (viewer_administers() and person_id <> viewer_person() and role in ('responder', 'lead', 'viewer')
    and exists (select from person p where p.id = person_id and p.organisation_id = viewer_company()));

create policy ministry_administers on one_time_link to side_ministry using (viewer_administers());
create policy company_leads on one_time_link to side_company
  using (viewer_administers() and exists (select from person p where p.id = person_id and p.organisation_id = viewer_company()));

-- Whoever keeps an account sees neither its sessions nor what it holds, but ends them with it.
create function end_all_of(leaver bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not viewer_administers() or not exists (
    select from person p, organisation o
    where p.id = leaver and o.id = viewer_company() and (o.side = 'ministry' or p.organisation_id = o.id)) then
    raise exception 'only who keeps an account ends what is open of it' using errcode = 'insufficient_privilege';
  end if;
  delete from session where person_id = leaver;
  delete from kept_form where person_id = leaver;
  delete from item_hold where person_id = leaver;
  delete from one_time_link where person_id = leaver and used_at is null;
end
$$;
revoke all on function end_all_of(bigint) from public;
grant execute on function end_all_of(bigint) to side_ministry, side_company;

-- What happened to an account, for its page.
create index event_of_account on event ((body::jsonb ->> 'person'), id)
  where kind in ('person.made', 'person.changed', 'person.role_given', 'person.role_taken', 'person.closed',
    'person.opened', 'link.made', 'person.role_lent', 'person.loan_begun', 'person.loan_ended');
