-- The roles of the wall. They belong to the cluster, not to the schema, so they are made before the
-- first migration: by this file for the embedded server and the tests, by hand (README) elsewhere.
-- Nobody signs in as one of them; the login that serves takes one on for each transaction.
do $$
begin
  if not exists (select from pg_roles where rolname = 'side_ministry') then
    create role side_ministry nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'side_company') then
    create role side_company nologin;
  end if;
  -- An auditor, and the nightly check: reads like the ministry, changes nothing.
  if not exists (select from pg_roles where rolname = 'side_auditor') then
    create role side_auditor nologin;
  end if;
  -- Viewers who are nobody: sign-in, session look-up, health, the console.
  if not exists (select from pg_roles where rolname = 'side_system') then
    create role side_system nologin;
  end if;
  -- Tells people by mail what happened: reads whom to tell, and the facts a mail tells.
  if not exists (select from pg_roles where rolname = 'side_mail') then
    create role side_mail nologin;
  end if;
end
$$;
