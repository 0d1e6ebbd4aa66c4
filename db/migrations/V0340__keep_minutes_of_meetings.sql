-- Meetings of the ministry with a company, and visits: what was said there, signed by both sides. The text as signed never
-- changes: what is added or mended later is a further version, and the minutes in force are the last that both signed.

create table meeting (
  id          bigint generated always as identity constraint meeting_pkey primary key,
  platform_id bigint not null,
  company_id  bigint not null,
  side        text not null constraint meeting_side check (side = 'both'),
  event_id    bigint not null,
  held_on     date not null,
  place       text not null constraint meeting_place_length check (length(place) between 1 and 200),
  constraint meeting_id_company_side unique (id, company_id, side),
  constraint meeting_platform foreign key (platform_id, company_id) references platform (id, company_id),
  constraint meeting_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index meeting_by_day on meeting (held_on desc, id desc);
create index meeting_by_company on meeting (company_id, held_on desc, id desc);

-- Who was there is written by function ('direktur jenderal'), never by name.
create table minutes (
  meeting_id       bigint not null,
  number           integer not null constraint minutes_number check (number > 0),
  company_id       bigint not null,
  side             text not null constraint minutes_side check (side = 'both'),
  event_id         bigint not null,
  agenda           text not null constraint minutes_agenda_length check (length(agenda) between 1 and 1000),
  ministry_present text not null constraint minutes_ministry_present_length check (length(ministry_present) between 1 and 1000),
  company_present  text not null constraint minutes_company_present_length check (length(company_present) between 1 and 1000),
  body             text not null constraint minutes_body_length check (length(body) between 1 and 20000),
  reason           text not null constraint minutes_reason_length check (length(reason) <= 1000),
  written_at       timestamptz not null,
  constraint minutes_pkey primary key (meeting_id, number),
  constraint minutes_key unique (meeting_id, number, company_id, side),
  constraint minutes_reasoned check ((number = 1) = (reason = '')),
  constraint minutes_meeting foreign key (meeting_id, company_id, side) references meeting (id, company_id, side),
  constraint minutes_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

create table minutes_signature (
  meeting_id bigint not null,
  number     integer not null,
  of_side    text not null constraint minutes_signature_of_side check (of_side in ('ministry', 'company')),
  company_id bigint not null,
  side       text not null constraint minutes_signature_side check (side = 'both'),
  event_id   bigint not null,
  signed_at  timestamptz not null,
  constraint minutes_signature_pkey primary key (meeting_id, number, of_side),
  constraint minutes_signature_minutes foreign key (meeting_id, number, company_id, side)
    references minutes (meeting_id, number, company_id, side),
  constraint minutes_signature_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

do $$
declare kept text;
begin
  foreach kept in array array['meeting', 'minutes', 'minutes_signature'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('grant select, insert on %I to side_ministry, side_company', kept);
    execute format('grant select on %I to side_auditor', kept);
    execute format('create policy ministry on %I for select to side_ministry using (side in (''both'', ''ministry''))', kept);
    execute format('create policy company on %I for select to side_company
      using (company_id = viewer_company() and side in (''both'', ''company''))', kept);
    execute format('create policy auditor on %I for select to side_auditor
      using (side in (''both'', ''ministry'') and viewer_request() is null)', kept);
    execute format('create trigger %s_only_added before update or delete on %I
      for each row execute function refuse_change()', kept, kept);
  end loop;
  foreach kept in array array['meeting', 'minutes'] loop
    execute format('create policy ministry_writes on %I for insert to side_ministry with check (side = ''both''
      and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()))', kept);
    execute format('create policy company_writes on %I for insert to side_company with check (side = ''both''
      and company_id = viewer_company()
      and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()))', kept);
  end loop;
end
$$;
create policy ministry_signs on minutes_signature for insert to side_ministry with check (side = 'both'
  and of_side = 'ministry' and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));
create policy company_signs on minutes_signature for insert to side_company with check (side = 'both'
  and company_id = viewer_company() and of_side = 'company'
  and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));
