-- Who there is: one ministry, the companies with their platforms, and the people of both.
-- The wall starts here: row-level security is enabled (not forced: forced, an owner's data migration
-- would update 0 rows without a word) and every policy belongs to one role.

-- The viewer, as the transaction announced it. A custom setting is '' and not null after commit.
create function viewer_company() returns bigint language sql stable parallel safe
  return nullif(current_setting('app.company_id', true), '')::bigint;
create function viewer_person() returns bigint language sql stable parallel safe
  return nullif(current_setting('app.person_id', true), '')::bigint;
create function viewer_administers() returns boolean language sql stable parallel safe
  return coalesce(nullif(current_setting('app.administers', true), '')::boolean, false);

-- For rows that are only ever added: refuses even the owner.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are only added, never changed', tg_table_name
    using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_only_added';
end
$$;

create table organisation (
  id           bigint generated always as identity primary key,
  side         text not null constraint organisation_side check (side in ('ministry', 'company')),
  name         text not null constraint organisation_name_length check (length(name) between 1 and 200),
  legal_entity text constraint organisation_legal_entity_length check (length(legal_entity) <= 200),
  created_at   timestamptz not null,
  constraint organisation_name_unique unique (name),
  constraint organisation_id_side unique (id, side)
);
create unique index organisation_one_ministry on organisation (side) where side = 'ministry';

create table platform (
  id             bigint generated always as identity primary key,
  company_id     bigint not null,
  company_side   text not null default 'company' constraint platform_of_a_company check (company_side = 'company'),
  name           text not null constraint platform_name_length check (length(name) between 1 and 200),
  time_zone      text not null,
  contact_opens  time not null,
  contact_closes time not null,
  created_at     timestamptz not null,
  constraint platform_name_unique unique (name),
  constraint platform_id_company unique (id, company_id),
  constraint platform_company foreign key (company_id, company_side) references organisation (id, side)
);
create index platform_by_company on platform (company_id);

create table platform_host (
  host        text not null constraint platform_host_lower check (host = lower(host) and length(host) between 1 and 253),
  platform_id bigint not null,
  company_id  bigint not null,
  constraint platform_host_pkey primary key (host),
  constraint platform_host_platform foreign key (platform_id, company_id) references platform (id, company_id)
);
create index platform_host_by_platform on platform_host (platform_id);

create table person (
  id              bigint generated always as identity primary key,
  organisation_id bigint not null,
  side            text not null,
  -- What the other side sees in place of a name: 'officer 07'.
  code            integer not null constraint person_code_positive check (code > 0),
  name            text not null constraint person_name_length check (length(name) between 1 and 200),
  email           text not null constraint person_email_shape check (email like '%_@_%' and length(email) <= 254),
  password_hash   text,
  language        text not null constraint person_language check (language in ('id', 'en')),
  time_zone       text not null,
  active          boolean not null default true,
  version         integer not null default 1,
  created_at      timestamptz not null,
  constraint person_code_unique unique (organisation_id, code),
  constraint person_id_side unique (id, side),
  constraint person_organisation foreign key (organisation_id, side) references organisation (id, side)
);
create unique index person_email_unique on person (lower(email));

create table person_role (
  person_id bigint not null,
  side      text not null,
  role      text not null,
  constraint person_role_pkey primary key (person_id, role),
  constraint person_role_person foreign key (person_id, side) references person (id, side),
  constraint person_role_of_side check (
    (side = 'ministry' and role in ('officer', 'supervisor', 'decision_maker', 'administrator', 'auditor'))
    or (side = 'company' and role in ('responder', 'lead', 'viewer')))
);

-- Only hashes of tokens are kept: who reads this table can sign in as nobody.
create table session (
  token_hash bytea not null constraint session_pkey primary key constraint session_token_hash check (length(token_hash) = 32),
  person_id  bigint not null constraint session_person references person (id),
  form_token text not null,
  agent      text not null constraint session_agent_length check (length(agent) <= 200),
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  ends_at    timestamptz not null
);
create index session_by_person on session (person_id);
create index session_by_end on session (ends_at);

-- Counters that slow down guessing, by a hash of the address typed and of the source. No events.
create table sign_in_failure (
  key_hash      bytea not null constraint sign_in_failure_pkey primary key,
  failures      integer not null,
  last_at       timestamptz not null,
  blocked_until timestamptz
);

-- A form that outlived its session, kept for one hour for the same account.
create table kept_form (
  token_hash bytea not null constraint kept_form_pkey primary key,
  person_id  bigint not null constraint kept_form_person references person (id),
  path       text not null,
  body       text not null,
  kept_at    timestamptz not null
);
create index kept_form_by_person on kept_form (person_id);

create table one_time_link (
  token_hash bytea not null constraint one_time_link_pkey primary key,
  person_id  bigint not null constraint one_time_link_person references person (id),
  created_at timestamptz not null,
  ends_at    timestamptz not null,
  used_at    timestamptz
);
create index one_time_link_by_person on one_time_link (person_id);

alter table organisation enable row level security;
alter table platform enable row level security;
alter table platform_host enable row level security;
alter table person enable row level security;
alter table person_role enable row level security;
alter table session enable row level security;
alter table sign_in_failure enable row level security;
alter table kept_form enable row level security;
alter table one_time_link enable row level security;

grant select on organisation, platform, platform_host, person, person_role to side_ministry, side_company, side_system;
grant insert on organisation, platform, platform_host, person, person_role to side_ministry, side_system;
grant update (language, time_zone, password_hash, version) on person to side_ministry, side_company, side_system;
grant select, delete on session to side_ministry, side_company;
grant select, insert, update, delete on session, sign_in_failure, kept_form, one_time_link to side_system;

create policy ministry on organisation for select to side_ministry using (true);
create policy ministry_administers on organisation for insert to side_ministry with check (viewer_administers());
create policy company on organisation for select to side_company using (id = viewer_company() or side = 'ministry');
create policy system on organisation to side_system using (true);

create policy ministry on platform for select to side_ministry using (true);
create policy ministry_administers on platform for insert to side_ministry with check (viewer_administers());
create policy company on platform for select to side_company using (company_id = viewer_company());
create policy system on platform to side_system using (true);

create policy ministry on platform_host for select to side_ministry using (true);
create policy ministry_administers on platform_host for insert to side_ministry with check (viewer_administers());
create policy company on platform_host for select to side_company using (company_id = viewer_company());
create policy system on platform_host to side_system using (true);

-- A person's name and address stay with the own side; the administrator keeps everybody's account.
create policy ministry on person for select to side_ministry using (side = 'ministry' or viewer_administers());
create policy ministry_administers on person for insert to side_ministry with check (viewer_administers());
create policy ministry_self on person for update to side_ministry using (id = viewer_person());
create policy company on person for select to side_company using (organisation_id = viewer_company());
create policy company_self on person for update to side_company using (id = viewer_person());
create policy system on person to side_system using (true);

create policy ministry on person_role for select to side_ministry using (side = 'ministry' or viewer_administers());
create policy ministry_administers on person_role for insert to side_ministry with check (viewer_administers());
create policy company on person_role for select to side_company
  using (exists (select from person p where p.id = person_id));
create policy system on person_role to side_system using (true);

create policy ministry_self on session to side_ministry using (person_id = viewer_person());
create policy company_self on session to side_company using (person_id = viewer_person());
create policy system on session to side_system using (true);
create policy system on sign_in_failure to side_system using (true);
create policy system on kept_form to side_system using (true);
create policy system on one_time_link to side_system using (true);

-- Sending is refused while nobody at the company could answer. The ministry may not read the company's
-- people, so it asks this one question.
create function company_is_staffed(company bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select exists (
    select from person p join person_role r on r.person_id = p.id
    where p.organisation_id = company and p.active and p.side = 'company' and r.role in ('responder', 'lead'));
end;
revoke all on function company_is_staffed(bigint) from public;
grant execute on function company_is_staffed(bigint) to side_ministry, side_system;
