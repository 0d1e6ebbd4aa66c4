-- The weekly status is a mail like the others. Besides people it goes to offices that have no account here (a minister's,
-- say), which an administrator keeps: an address and whose it is, never a name. They get the ministry's week alone.
create table status_recipient (
  id       bigint generated always as identity constraint status_recipient_pkey primary key,
  side     text not null constraint status_recipient_side check (side = 'ministry'),
  address  text not null constraint status_recipient_address
    check (address ~ '^[^@[:space:]]+@[^@[:space:]]+[.][^@[:space:]]+$' and length(address) <= 254),
  office   text not null constraint status_recipient_office_length check (length(office) between 1 and 120),
  language text not null constraint status_recipient_language check (language in ('id', 'en')),
  -- Who is not written to any more stays, for the mails that went out.
  active   boolean not null,
  version  integer not null default 1,
  constraint status_recipient_id_side unique (id, side)
);
create unique index status_recipient_address_unique on status_recipient (lower(address));
alter table status_recipient enable row level security;
grant select, insert on status_recipient to side_ministry;
grant update (address, office, language, active, version) on status_recipient to side_ministry;
grant select on status_recipient to side_mail;
create policy ministry_administers on status_recipient for select to side_ministry using (viewer_administers());
create policy ministry_administers_make on status_recipient for insert to side_ministry with check (viewer_administers());
create policy ministry_administers_change on status_recipient for update to side_ministry using (viewer_administers());
create policy mail on status_recipient for select to side_mail using (true);

-- A mail goes to one of the two. One click ends the status for a person; for an office an administrator does.
alter table mail
  alter column person_id drop not null,
  add column recipient_id bigint,
  add constraint mail_recipient foreign key (recipient_id, side) references status_recipient (id, side),
  add constraint mail_organisation foreign key (organisation_id, side) references organisation (id, side),
  add constraint mail_to_one check (num_nonnulls(person_id, recipient_id) = 1),
  add constraint mail_id_recipient unique (id, recipient_id),
  drop constraint mail_kind,
  add constraint mail_kind check (kind in ('notices', 'news', 'daily', 'weekly', 'status')),
  add constraint mail_outside check (recipient_id is null or kind = 'status'),
  drop constraint mail_unsubscribe,
  add constraint mail_unsubscribe check (case kind
    when 'notices' then unsubscribe is null
    when 'status' then (unsubscribe is null) = (recipient_id is not null)
    else unsubscribe is not null end),
  -- A status goes out once more at its reader's word; when it was sent first stays known meanwhile.
  drop constraint mail_sent,
  add constraint mail_sent check (case when state = 'sent' then sent_at is not null
    else sent_at is null or kind = 'status' end);

drop trigger mail_from_the_start on mail;
create trigger mail_from_the_start before update of state on mail for each row
  when (old.state in ('parked', 'sent') and new.state = 'waiting') execute function try_from_the_start();

-- Who is written to, and whose mail it is.
grant select (id, side, name) on organisation to side_mail;
grant select (person_id, role, request_id, ends_at) on person_role to side_mail;
create policy mail on organisation for select to side_mail using (true);
create policy mail on person_role for select to side_mail using (true);

-- Whether a person wants it.
alter table notice_setting add column weekly_status boolean not null default true;
grant update (weekly_status) on notice_setting to side_ministry, side_company, side_auditor, side_mail;

-- A reader sees the own status as it was sent and what became of it, and has it sent once more.
grant select on mail, mail_content, mail_attempt, mail_attempt_end to side_company, side_auditor;
grant update (state, next_at) on mail to side_company;
create function own_status(mail bigint) returns boolean
language sql stable set search_path = pg_catalog, public
begin atomic
  select exists (select from mail m where m.id = own_status.mail and m.kind = 'status' and m.person_id = viewer_person());
end;
do $$
declare
  side text;
begin
  foreach side in array array['ministry', 'company', 'auditor'] loop
    execute format('create policy %s_own_status on mail for select to side_%s
      using (kind = ''status'' and person_id = viewer_person())', side, side);
    execute format('create policy %s_own_status on mail_content for select to side_%s using (own_status(mail_id))', side, side);
    execute format('create policy %s_own_status on mail_attempt for select to side_%s using (own_status(mail_id))', side, side);
    execute format('create policy %s_own_status on mail_attempt_end for select to side_%s using (own_status(mail_id))', side, side);
  end loop;
  foreach side in array array['ministry', 'company'] loop
    execute format('create policy %s_own_status_again on mail for update to side_%s
      using (kind = ''status'' and person_id = viewer_person() and state in (''kept'', ''sent'', ''parked''))
      with check (kind = ''status'' and person_id = viewer_person() and state = ''waiting'')', side, side);
  end loop;
end
$$;
