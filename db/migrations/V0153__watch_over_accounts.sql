-- Who keeps accounts is watched by those whose accounts they are: what an administrator does to one is told to its holder
-- and to the ministry's supervisors or the company's leads. Who keeps them does no casework. And a role on loan counts
-- wherever the role does, and ends with what it hangs on.

-- V0120 had only the roles that were given. Who borrows one hears as its lender does, unless the lender could not act.
create or replace function audience_of(told event, audience text)
returns table (id bigint, side text, organisation_id bigint)
language sql stable set search_path = pg_catalog, public
begin atomic
  -- Who may approve a draft: whoever had a hand in it may not.
  select p.id, p.side, p.organisation_id from person p
  where audience = 'supervisors' and p.side = 'ministry'
    and (exists (select from person_role r where r.person_id = p.id and r.role in ('supervisor', 'decision_maker'))
      or exists (select from role_loan l
        join person lender on lender.id = l.lender_id and lender.active
        join person_role r on r.person_id = l.lender_id and r.role = l.role
        where l.person_id = p.id and l.role in ('supervisor', 'decision_maker')
          and l.starts_at <= (told).at and l.ends_at > (told).at and l.ended_at is null
          and not exists (select from request_author a
            where a.request_id = (told).request_id and a.person_id = l.lender_id)))
    and not exists (select from request_author a where a.request_id = (told).request_id and a.person_id = p.id)
  union
  -- Who wrote the request, and who sent it.
  select p.id, p.side, p.organisation_id from person p
  where audience = 'case_officials' and p.side = 'ministry'
    and (p.id in (select a.person_id from request_author a where a.request_id = (told).request_id)
      or p.id = (select q.sent_by from request q where q.id = (told).request_id))
  union
  select p.id, p.side, p.organisation_id from person p
  where audience in ('answerers', 'leads') and p.side = 'company' and p.organisation_id = (told).company_id
    and (exists (select from person_role r where r.person_id = p.id
        and (r.role = 'lead' or (audience = 'answerers' and r.role = 'responder')))
      or exists (select from role_loan l
        join person lender on lender.id = l.lender_id and lender.active
        join person_role r on r.person_id = l.lender_id and r.role = l.role
        where l.person_id = p.id and l.role = 'lead'
          and l.starts_at <= (told).at and l.ends_at > (told).at and l.ended_at is null))
  union
  -- Whose account it is, and who watches over the organisation's. At the console acts who holds the server: nobody is told.
  select p.id, p.side, p.organisation_id from person p
  where (told).actor_side <> 'system' and (
    (audience = 'holder' and p.id = ((told).body::jsonb ->> 'person')::bigint)
    or (audience = 'overseers' and exists (select from person_role r where r.person_id = p.id and case
      when (told).company_id is null then p.side = 'ministry' and r.role in ('supervisor', 'decision_maker')
      else p.organisation_id = (told).company_id and r.role = 'lead' end)));
end;

-- What a mail tells of an act on an account: whose by its code, what by its roles.
create function account_facts(ids bigint[])
returns table (id bigint, kind text, own boolean, told_at timestamptz, account_id bigint, code integer, organisation text,
  actor_side text, actor_role text, actor_code integer, roles text)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select n.id, n.kind, n.own, n.told_at, a.id, a.code, o.name, e.actor_side, e.actor_role, e.actor_code,
    coalesce(e.body::jsonb ->> 'role',
      (select string_agg(r.role, ',' order by r.role)
        from jsonb_array_elements_text(e.body::jsonb -> 'roles') r (role)), '')
  from notice n
    join event e on e.id = n.event_id
    join person a on a.id = (e.body::jsonb ->> 'person')::bigint
    join organisation o on o.id = a.organisation_id
  where n.id = any (ids) and n.kind in ('account_made', 'account_role_given', 'account_link_made');
end;
revoke all on function account_facts(bigint[]) from public;
grant execute on function account_facts(bigint[]) to side_mail;

-- Whoever keeps the portal does no casework. The person's row is locked, so that two roles given at once meet here.
create function refuse_administrator_with_casework() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform from person p where p.id = new.person_id for no key update;
  if exists (select from person_role r where r.person_id = new.person_id
    and r.role is distinct from old.role
    and (r.role = 'administrator') <> (new.role = 'administrator')) then
    raise exception 'an administrator holds no other role'
      using errcode = 'integrity_constraint_violation', constraint = 'person_role_administrator_alone';
  end if;
  return new;
end
$$;
revoke all on function refuse_administrator_with_casework() from public;
create trigger person_role_administrator_alone before insert or update of role on person_role
  for each row execute function refuse_administrator_with_casework();

-- Why a role was lent is the lender's organisation's own, such as a leave.
drop policy ministry on role_loan;
create policy ministry on role_loan for select to side_ministry using (organisation_id = viewer_company());
drop policy ministry_ends on role_loan;
create policy ministry_ends on role_loan for update to side_ministry
  using (organisation_id = viewer_company() and (lender_id = viewer_person() or viewer_administers()));

-- Loans end with the role or the account they hang on, whoever takes that; an administrator still reads no reason.
create function keeps_account(kept bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  -- Nobody in person is the console.
  select viewer_person() is null or (viewer_administers() and exists (
    select from person p, organisation o
    where p.id = kept and o.id = viewer_company() and (o.side = 'ministry' or p.organisation_id = o.id)));
end;
revoke all on function keeps_account(bigint) from public;

create function loans_hanging_on(leaver bigint, taken text, moment timestamptz)
returns table (id bigint, person_id bigint, role text)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select l.id, l.person_id, l.role from role_loan l
  where keeps_account(leaver) and l.ended_at is null and l.ends_at > moment
    and ((l.lender_id = leaver and (taken is null or l.role = taken)) or (l.person_id = leaver and taken is null))
  order by l.id;
end;
revoke all on function loans_hanging_on(bigint, text, timestamptz) from public;
grant execute on function loans_hanging_on(bigint, text, timestamptz) to side_ministry, side_company, side_system;

create function end_hanging_loan(loan bigint, told bigint, moment timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update role_loan l set ended_at = moment, ended_event_id = told
  where l.id = loan and l.ended_at is null and keeps_account(l.lender_id)
    and exists (select from event e
      where e.id = told and e.kind = 'person.loan_ended' and e.xid = pg_current_xact_id());
end
$$;
revoke all on function end_hanging_loan(bigint, bigint, timestamptz) from public;
grant execute on function end_hanging_loan(bigint, bigint, timestamptz) to side_ministry, side_company, side_system;
