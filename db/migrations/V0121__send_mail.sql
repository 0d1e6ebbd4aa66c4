-- A mail is one message to one person, made of notices and kept as it was sent. Its Message-ID stands in the row before it
-- is first tried: a worker killed between the server's 'yes' and our commit sends it once more under the same name.
create table mail (
  id              bigint generated always as identity constraint mail_pkey primary key,
  person_id       bigint not null,
  side            text not null,
  organisation_id bigint not null,
  -- Whether it tells something that the side keeps to itself.
  own             boolean not null,
  kind            text not null constraint mail_kind check (kind in ('notices', 'daily', 'weekly')),
  urgent          boolean not null,
  message_id      text not null constraint mail_message_id check (message_id ~ '^<[^<>@ ]+@[^<>@ ]+>$'),
  -- The one request it is about: mails of a case form one conversation.
  request_id      bigint constraint mail_request references request (id),
  -- What ends the news it brings, for who has the mail in hand; none where it is a notice.
  unsubscribe     text,
  -- 'kept' was made while no server was named: to be read here, and sent only when somebody says so.
  state           text not null constraint mail_state check (state in ('kept', 'waiting', 'sent', 'parked')),
  attempts        integer not null default 0,
  made_at         timestamptz not null,
  next_at         timestamptz,
  claimed_until   timestamptz,
  sent_at         timestamptz,
  constraint mail_person foreign key (person_id, side, organisation_id) references person (id, side, organisation_id),
  constraint mail_message_id_unique unique (message_id),
  constraint mail_unsubscribe_unique unique (unsubscribe),
  constraint mail_unsubscribe check ((kind = 'notices') = (unsubscribe is null)),
  constraint mail_next check ((state = 'waiting') = (next_at is not null)),
  constraint mail_sent check ((state = 'sent') = (sent_at is not null)),
  constraint mail_id_person unique (id, person_id),
  constraint mail_id_side_own unique (id, side, own)
);
create index mail_waiting on mail (urgent desc, next_at, id) where state = 'waiting';
create index mail_by_state on mail (state, id desc);

create table mail_content (
  mail_id bigint not null constraint mail_content_pkey primary key,
  side    text not null,
  own     boolean not null,
  language text not null constraint mail_content_language check (language in ('id', 'en')),
  subject text not null constraint mail_content_subject check (length(subject) between 1 and 300),
  html    text not null,
  text    text not null,
  constraint mail_content_mail foreign key (mail_id, side, own) references mail (id, side, own)
);

-- Every attempt is kept. One without an ending was broken off.
create table mail_attempt (
  mail_id  bigint not null constraint mail_attempt_mail references mail (id),
  number   integer not null constraint mail_attempt_number check (number > 0),
  began_at timestamptz not null,
  constraint mail_attempt_pkey primary key (mail_id, number)
);
create table mail_attempt_end (
  mail_id  bigint not null,
  number   integer not null,
  outcome  text not null constraint mail_attempt_end_outcome check (outcome in ('sent', 'failed', 'refused')),
  -- The server's last answer; 0 where it gave none.
  code     integer not null,
  reply    text not null constraint mail_attempt_end_reply check (length(reply) <= 500),
  ended_at timestamptz not null,
  constraint mail_attempt_end_pkey primary key (mail_id, number),
  constraint mail_attempt_end_attempt foreign key (mail_id, number) references mail_attempt (mail_id, number)
);
create trigger mail_content_only_added before update or delete on mail_content for each row execute function refuse_change();
create trigger mail_attempt_only_added before update or delete on mail_attempt for each row execute function refuse_change();
create trigger mail_attempt_end_only_added before update or delete on mail_attempt_end for each row execute function refuse_change();

-- A notice goes into one mail, to its own reader.
alter table notice
  add column mail_id bigint,
  add constraint notice_mail foreign key (mail_id, person_id) references mail (id, person_id);
create index notice_waiting on notice (person_id, tempo, id) where mail_id is null and dropped_at is null;
create index notice_by_mail on notice (mail_id);

-- How a person wants to hear of what no clock hangs on; without a row once a day.
create table notice_setting (
  person_id   bigint not null constraint notice_setting_pkey primary key constraint notice_setting_person references person (id),
  pace        text not null constraint notice_setting_pace check (pace in ('at_once', 'daily', 'weekly', 'never')),
  quiet_from  time,
  quiet_until time,
  constraint notice_setting_quiet check ((quiet_from is null) = (quiet_until is null) and quiet_from <> quiet_until)
);

alter table mail enable row level security;
alter table mail_content enable row level security;
alter table mail_attempt enable row level security;
alter table mail_attempt_end enable row level security;
alter table notice_setting enable row level security;

grant select, insert on mail, mail_content, mail_attempt, mail_attempt_end to side_mail;
grant update (state, attempts, next_at, claimed_until, sent_at) on mail to side_mail;
grant update (mail_id) on notice to side_mail;
create policy mail on mail to side_mail using (true);
create policy mail on mail_content to side_mail using (true);
create policy mail on mail_attempt to side_mail using (true);
create policy mail on mail_attempt_end to side_mail using (true);

-- An administrator sees that mail goes out, and says 'once more'; what a company keeps to itself stays closed.
grant select on mail, mail_content, mail_attempt, mail_attempt_end to side_ministry;
grant update (state, next_at) on mail to side_ministry;
create policy ministry_administers on mail for select to side_ministry using (viewer_administers());
create policy ministry_sends_again on mail for update to side_ministry using (viewer_administers() and state <> 'sent')
  with check (viewer_administers() and state = 'waiting');
create policy ministry_administers on mail_content for select to side_ministry
  using (viewer_administers() and (side = 'ministry' or not own));
create policy ministry_administers on mail_attempt for select to side_ministry using (viewer_administers());
create policy ministry_administers on mail_attempt_end for select to side_ministry using (viewer_administers());

grant select, insert on notice_setting to side_ministry, side_company, side_auditor, side_mail;
grant update (pace, quiet_from, quiet_until) on notice_setting to side_ministry, side_company, side_auditor;
grant update (pace) on notice_setting to side_mail;
create policy ministry_self on notice_setting to side_ministry using (person_id = viewer_person());
create policy company_self on notice_setting to side_company using (person_id = viewer_person());
create policy auditor_self on notice_setting to side_auditor using (person_id = viewer_person());
create policy mail on notice_setting to side_mail using (true);

-- Which job ran when, for the administrator.
grant select (task_name, execution_time, picked, last_success, last_failure, consecutive_failures) on scheduled_tasks
  to side_ministry;
create policy ministry_administers on scheduled_tasks for select to side_ministry using (viewer_administers());
