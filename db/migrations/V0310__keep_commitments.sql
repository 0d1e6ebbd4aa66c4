-- Commitments: what a company promises, with a number and a date, signed by both sides. The text as signed never changes: a
-- revision is a further version. What was done to one are rows only added, each with its event; what lists narrow and sort
-- by stands on the commitment, written by keep_commitment() and nobody else, so that no side can call its own promise kept.

create table commitment_counter (
  year integer not null constraint commitment_counter_pkey primary key,
  last integer not null constraint commitment_counter_last check (last > 0)
);
alter table commitment_counter enable row level security;
grant select on commitment_counter to side_ministry;
create policy ministry on commitment_counter for select to side_ministry using (true);

-- Either side proposes, so either takes a number, and neither says which.
create function take_commitment_number(moment timestamptz) returns text
language sql security definer set search_path = pg_catalog, public
begin atomic
  insert into commitment_counter as c (year, last)
  values (extract(year from moment at time zone 'Asia/Jakarta')::integer, 1)
  on conflict (year) do update set last = c.last + 1
  returning 'KM-' || c.year || '-' || lpad(c.last::text, greatest(4, length(c.last::text)), '0');
end;
revoke all on function take_commitment_number(timestamptz) from public;
grant execute on function take_commitment_number(timestamptz) to side_ministry, side_company;

create table commitment (
  id               bigint generated always as identity constraint commitment_pkey primary key,
  platform_id      bigint not null,
  company_id       bigint not null,
  side             text not null constraint commitment_side check (side = 'both'),
  event_id         bigint not null,
  number           text not null constraint commitment_number_shape check (number ~ '^KM-[0-9]{4}-[0-9]{4,}$'),
  rule_set_id      bigint not null,
  kind_code        text not null,
  proposed_by_side text not null constraint commitment_proposed_by_side check (proposed_by_side in ('ministry', 'company')),
  -- Where it comes from, and which meeting, letter or decision that was.
  source           text not null constraint commitment_source check (source in ('meeting', 'letter', 'decision', 'own')),
  source_text      text not null constraint commitment_source_text_length check (length(source_text) <= 500),
  -- Raised by each act, so that nobody acts on what changed meanwhile.
  version          integer not null default 1,
  -- What follows from the rows below.
  latest           integer not null default 1,
  in_force         integer,
  stage            text not null default 'proposed' constraint commitment_stage check (stage in ('proposed', 'agreed', 'cancelled')),
  due_on           date,
  late_after       date,
  condition        boolean not null default false,
  reported_value   numeric(20, 4),
  reported_on      date,
  -- The company says it is met and nobody has found anything since; on which day it first said so.
  claimed          boolean not null default false,
  claimed_on       date,
  last_result      text constraint commitment_last_result check (last_result in ('pass', 'partly', 'fail', 'unchecked')),
  last_verified_value numeric(20, 4),
  last_verified_on date,
  verified_until   date,
  evidence_files   integer not null default 0,
  evidence_on      date,
  evidence_until   date,
  constraint commitment_agreed check (stage <> 'agreed' or in_force is not null),
  constraint commitment_source_named check (source = 'own' or source_text <> ''),
  constraint commitment_number_unique unique (number),
  constraint commitment_id_company_side unique (id, company_id, side),
  constraint commitment_platform foreign key (platform_id, company_id) references platform (id, company_id),
  constraint commitment_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint commitment_kind_of_set foreign key (rule_set_id, kind_code) references commitment_kind (rule_set_id, code)
);
create index commitment_by_company on commitment (company_id, id desc);
create index commitment_by_platform on commitment (platform_id, id);

-- A version as it was written, by whom the event says. Version 1 is the proposal; each further one says why.
create table commitment_version (
  commitment_id bigint not null,
  number        integer not null constraint commitment_version_number check (number > 0),
  company_id    bigint not null,
  side          text not null constraint commitment_version_side check (side = 'both'),
  of_side       text not null constraint commitment_version_of_side check (of_side in ('ministry', 'company')),
  event_id      bigint not null,
  text          text not null constraint commitment_version_text_length check (length(text) between 1 and 4000),
  baseline      numeric(20, 4) constraint commitment_version_baseline check (baseline between 0 and 1e15),
  target        numeric(20, 4) constraint commitment_version_target check (target between 0 and 1e15),
  due_on        date not null,
  -- So many days after its due date it counts as late.
  grace_days    integer not null constraint commitment_version_grace check (grace_days between 0 and 365),
  -- Whether access to the platform hangs on it.
  condition     boolean not null,
  reason        text not null constraint commitment_version_reason_length check (length(reason) <= 4000),
  constraint commitment_version_pkey primary key (commitment_id, number),
  constraint commitment_version_reasoned check ((number = 1) = (reason = '')),
  constraint commitment_version_baseline_of check (baseline is null or target is not null),
  constraint commitment_version_key unique (commitment_id, number, company_id, side),
  constraint commitment_version_commitment foreign key (commitment_id, company_id, side)
    references commitment (id, company_id, side),
  constraint commitment_version_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

create table commitment_version_field (
  commitment_id bigint not null,
  version       integer not null,
  company_id    bigint not null,
  side          text not null constraint commitment_version_field_side check (side = 'both'),
  code          text not null,
  value         text not null constraint commitment_version_field_length check (length(value) between 1 and 1000),
  constraint commitment_version_field_pkey primary key (commitment_id, version, code),
  constraint commitment_version_field_version foreign key (commitment_id, version, company_id, side)
    references commitment_version (commitment_id, number, company_id, side)
);

create table commitment_milestone (
  commitment_id bigint not null,
  version       integer not null,
  company_id    bigint not null,
  side          text not null constraint commitment_milestone_side check (side = 'both'),
  on_day        date not null,
  value         numeric(20, 4) not null constraint commitment_milestone_value check (value between 0 and 1e15),
  constraint commitment_milestone_pkey primary key (commitment_id, version, on_day),
  constraint commitment_milestone_version foreign key (commitment_id, version, company_id, side)
    references commitment_version (commitment_id, number, company_id, side)
);

create table commitment_signature (
  commitment_id bigint not null,
  version       integer not null,
  company_id    bigint not null,
  side          text not null constraint commitment_signature_side check (side = 'both'),
  of_side       text not null constraint commitment_signature_of_side check (of_side in ('ministry', 'company')),
  event_id      bigint not null,
  constraint commitment_signature_pkey primary key (commitment_id, version, of_side),
  constraint commitment_signature_version foreign key (commitment_id, version, company_id, side)
    references commitment_version (commitment_id, number, company_id, side),
  constraint commitment_signature_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

-- A version that one side will not sign, or takes back. Refused before any was in force, there is no commitment.
create table commitment_refusal (
  commitment_id bigint not null,
  version       integer not null,
  company_id    bigint not null,
  side          text not null constraint commitment_refusal_side check (side = 'both'),
  of_side       text not null constraint commitment_refusal_of_side check (of_side in ('ministry', 'company')),
  event_id      bigint not null,
  reason        text not null constraint commitment_refusal_reason_length check (length(reason) between 1 and 4000),
  constraint commitment_refusal_pkey primary key (commitment_id, version),
  constraint commitment_refusal_version foreign key (commitment_id, version, company_id, side)
    references commitment_version (commitment_id, number, company_id, side),
  constraint commitment_refusal_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

-- What both signed, both must cancel: it counts when each side has said so.
create table commitment_cancel (
  commitment_id bigint not null,
  company_id    bigint not null,
  side          text not null constraint commitment_cancel_side check (side = 'both'),
  of_side       text not null constraint commitment_cancel_of_side check (of_side in ('ministry', 'company')),
  event_id      bigint not null,
  reason        text not null constraint commitment_cancel_reason_length check (length(reason) between 1 and 4000),
  constraint commitment_cancel_pkey primary key (commitment_id, of_side),
  constraint commitment_cancel_commitment foreign key (commitment_id, company_id, side)
    references commitment (id, company_id, side),
  constraint commitment_cancel_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

-- Who minds it, on each side; the last one named counts. The other side knows a person by role and code alone.
create table commitment_owner (
  commitment_id bigint not null,
  company_id    bigint not null,
  side          text not null constraint commitment_owner_side check (side = 'both'),
  of_side       text not null constraint commitment_owner_of_side check (of_side in ('ministry', 'company')),
  event_id      bigint not null,
  person_id     bigint not null,
  role          text not null,
  code          integer not null,
  constraint commitment_owner_pkey primary key (event_id),
  constraint commitment_owner_person foreign key (person_id) references person (id),
  constraint commitment_owner_commitment foreign key (commitment_id, company_id, side)
    references commitment (id, company_id, side),
  constraint commitment_owner_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index commitment_owner_by_commitment on commitment_owner (commitment_id, event_id);

-- What the company says of its progress, under the version that was in force then.
create table commitment_report (
  id             bigint generated always as identity constraint commitment_report_pkey primary key,
  commitment_id  bigint not null,
  version        integer not null,
  company_id     bigint not null,
  side           text not null constraint commitment_report_side check (side = 'both'),
  event_id       bigint not null,
  value          numeric(20, 4) constraint commitment_report_value check (value between 0 and 1e15),
  as_of          date not null,
  note           text not null constraint commitment_report_note_length check (length(note) <= 4000),
  claims_met     boolean not null,
  -- The day the evidence itself bears, and until when it holds.
  evidence_on    date,
  evidence_until date,
  constraint commitment_report_evidence check (evidence_until is null or evidence_on is null or evidence_until >= evidence_on),
  constraint commitment_report_key unique (id, commitment_id, company_id, side),
  constraint commitment_report_version foreign key (commitment_id, version, company_id, side)
    references commitment_version (commitment_id, number, company_id, side),
  constraint commitment_report_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index commitment_report_by_commitment on commitment_report (commitment_id, id);

create table commitment_evidence (
  id              bigint generated always as identity constraint commitment_evidence_pkey primary key,
  report_id       bigint not null,
  commitment_id   bigint not null,
  company_id      bigint not null,
  side            text not null constraint commitment_evidence_side check (side = 'both'),
  file_id         bigint not null,
  name            text not null constraint commitment_evidence_name_length check (length(name) between 1 and 200),
  constraint commitment_evidence_once unique (report_id, file_id),
  constraint commitment_evidence_report foreign key (report_id, commitment_id, company_id, side)
    references commitment_report (id, commitment_id, company_id, side),
  constraint commitment_evidence_file foreign key (file_id, company_id) references stored_file (id, organisation_id)
);
create index commitment_evidence_by_commitment on commitment_evidence (commitment_id, id);
create index commitment_evidence_by_file on commitment_evidence (file_id);

-- What somebody else than the company found, under the version in force; written when a verification concludes.
create table commitment_finding (
  id                  bigint generated always as identity constraint commitment_finding_pkey primary key,
  commitment_id       bigint not null,
  version             integer not null,
  company_id          bigint not null,
  side                text not null constraint commitment_finding_side check (side = 'both'),
  event_id            bigint not null,
  result              text not null constraint commitment_finding_result check (result in ('pass', 'partly', 'fail', 'unchecked')),
  value               numeric(20, 4) constraint commitment_finding_value check (value between 0 and 1e15),
  as_of               date not null,
  valid_until         date,
  findings            text not null constraint commitment_finding_length check (length(findings) between 1 and 4000),
  verification_number text constraint commitment_finding_verification check (length(verification_number) between 1 and 40),
  constraint commitment_finding_valid check (valid_until is null or (result = 'pass' and valid_until >= as_of)),
  constraint commitment_finding_version foreign key (commitment_id, version, company_id, side)
    references commitment_version (commitment_id, number, company_id, side),
  constraint commitment_finding_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index commitment_finding_by_commitment on commitment_finding (commitment_id, id);

-- What the portal measures by itself, each night: no act of anybody, so no event. What it counted stands beside.
create table commitment_measure (
  commitment_id bigint not null,
  on_day        date not null,
  version       integer not null,
  company_id    bigint not null,
  side          text not null constraint commitment_measure_side check (side = 'both'),
  value         numeric(20, 4) not null constraint commitment_measure_value check (value between 0 and 1e15),
  numerator     integer not null,
  denominator   integer not null,
  measured_at   timestamptz not null,
  constraint commitment_measure_pkey primary key (commitment_id, on_day),
  constraint commitment_measure_share check (numerator between 0 and denominator and denominator > 0),
  constraint commitment_measure_version foreign key (commitment_id, version, company_id, side)
    references commitment_version (commitment_id, number, company_id, side)
);

-- Writes what follows. The rows of one commitment are added one act after the other (its version is raised first, which
-- locks it), so a later event has the higher id here.
create function keep_commitment() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  c commitment;
  k commitment_kind;
  v commitment_version;
  report commitment_report;
  claim commitment_report;
  finding commitment_finding;
  judged commitment_finding;
  measure commitment_measure;
  proof commitment_report;
begin
  select * into strict c from commitment m where m.id = new.commitment_id;
  select * into strict k from commitment_kind m where m.rule_set_id = c.rule_set_id and m.code = c.kind_code;
  select max(m.number) into c.latest from commitment_version m where m.commitment_id = c.id;
  c.latest := coalesce(c.latest, 1);
  select max(m.number) into c.in_force from commitment_version m where m.commitment_id = c.id
    and (select count(*) from commitment_signature s where s.commitment_id = c.id and s.version = m.number) = 2;
  c.stage := case
    when (select count(*) from commitment_cancel m where m.commitment_id = c.id) = 2 then 'cancelled'
    when c.in_force is not null then 'agreed'
    when exists (select from commitment_refusal m where m.commitment_id = c.id and m.version = c.latest) then 'cancelled'
    else 'proposed' end;
  select * into v from commitment_version m
    where m.commitment_id = c.id and m.number = coalesce(c.in_force, c.latest);
  select * into report from commitment_report m where m.commitment_id = c.id order by m.id desc limit 1;
  select * into finding from commitment_finding m
    where m.commitment_id = c.id and m.version = c.in_force order by m.id desc limit 1;
  -- Could not be checked: nothing was found, and what was found before still stands.
  select * into judged from commitment_finding m
    where m.commitment_id = c.id and m.version = c.in_force and m.result <> 'unchecked' order by m.id desc limit 1;
  select * into claim from commitment_report m where m.commitment_id = c.id and m.version = c.in_force and m.claims_met
    and m.event_id > coalesce(judged.event_id, 0) order by m.id limit 1;
  select * into proof from commitment_report m where m.commitment_id = c.id
    and exists (select from commitment_evidence e where e.report_id = m.id) order by m.id desc limit 1;
  c.last_result := coalesce(judged.result, finding.result);
  c.last_verified_value := judged.value;
  c.last_verified_on := judged.as_of;
  c.verified_until := judged.valid_until;
  if k.self_measured then
    select * into measure from commitment_measure m
      where m.commitment_id = c.id and m.version = c.in_force order by m.on_day desc limit 1;
    if measure.on_day is not null then
      c.last_result := case when measure.value >= v.target then 'pass'
        when measure.on_day > v.due_on + v.grace_days then 'fail' end;
      c.last_verified_value := measure.value;
      c.last_verified_on := measure.on_day;
      c.verified_until := null;
    end if;
  end if;
  update commitment m set latest = c.latest, in_force = c.in_force, stage = c.stage, due_on = v.due_on,
    late_after = v.due_on + v.grace_days, condition = coalesce(v.condition, false), reported_value = report.value,
    reported_on = report.as_of, claimed = claim.id is not null,
    claimed_on = (select (e.at at time zone 'Asia/Jakarta')::date from event e where e.id = claim.event_id),
    last_result = c.last_result, last_verified_value = c.last_verified_value, last_verified_on = c.last_verified_on,
    verified_until = c.verified_until,
    evidence_files = (select count(*) from commitment_evidence e where e.commitment_id = c.id),
    evidence_on = proof.evidence_on, evidence_until = proof.evidence_until
  where m.id = c.id;
  return null;
end
$$;
revoke all on function keep_commitment() from public;

-- What is signed never changes, nor does anything come to it.
create function refuse_to_add_to_signed() returns trigger language plpgsql as $$
begin
  if exists (select from commitment_signature s where s.commitment_id = new.commitment_id and s.version = new.version) then
    raise exception 'version % of commitment % is signed', new.version, new.commitment_id
      using errcode = 'integrity_constraint_violation', constraint = 'commitment_version_as_signed';
  end if;
  return new;
end
$$;
create trigger commitment_version_field_as_signed before insert on commitment_version_field
  for each row execute function refuse_to_add_to_signed();
create trigger commitment_milestone_as_signed before insert on commitment_milestone
  for each row execute function refuse_to_add_to_signed();

-- The ministry signs with four eyes: who wrote a version does not sign it. A side signs what it did not refuse.
create function refuse_to_sign() returns trigger language plpgsql as $$
begin
  if new.of_side = 'ministry' and exists (select from commitment_version v
      join event w on w.id = v.event_id join event s on s.id = new.event_id
      where v.commitment_id = new.commitment_id and v.number = new.version and w.actor_id = s.actor_id) then
    raise exception 'whoever wrote it does not sign it'
      using errcode = 'integrity_constraint_violation', constraint = 'commitment_signature_four_eyes';
  end if;
  if exists (select from commitment_refusal r where r.commitment_id = new.commitment_id and r.version = new.version)
    or exists (select from commitment_version v where v.commitment_id = new.commitment_id and v.number > new.version) then
    raise exception 'version % is not open', new.version
      using errcode = 'integrity_constraint_violation', constraint = 'commitment_signature_open';
  end if;
  return new;
end
$$;
create trigger commitment_signature_allowed before insert on commitment_signature
  for each row execute function refuse_to_sign();

do $$
declare
  kept text;
begin
  foreach kept in array array['commitment_version', 'commitment_signature', 'commitment_refusal', 'commitment_cancel',
      'commitment_report', 'commitment_evidence', 'commitment_finding', 'commitment_measure'] loop
    execute format('create trigger %I after insert on %I for each row execute function keep_commitment()',
      kept || '_kept', kept);
  end loop;
  foreach kept in array array['commitment_version', 'commitment_version_field', 'commitment_milestone',
      'commitment_signature', 'commitment_refusal', 'commitment_cancel', 'commitment_owner', 'commitment_report',
      'commitment_evidence', 'commitment_finding', 'commitment_measure'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
      kept || '_only_added', kept);
  end loop;
  foreach kept in array array['commitment', 'commitment_version', 'commitment_version_field', 'commitment_milestone',
      'commitment_signature', 'commitment_refusal', 'commitment_cancel', 'commitment_owner', 'commitment_report',
      'commitment_evidence', 'commitment_finding', 'commitment_measure'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('grant select on %I to side_ministry, side_company, side_auditor', kept);
    execute format('create policy ministry on %I for select to side_ministry using (side in (''both'', ''ministry''))', kept);
    execute format('create policy company on %I for select to side_company
      using (company_id = viewer_company() and side in (''both'', ''company''))', kept);
    execute format('create policy auditor on %I for select to side_auditor
      using (side in (''both'', ''ministry'') and viewer_request() is null)', kept);
  end loop;
  -- What either side does, in its own name and behind its own wall.
  foreach kept in array array['commitment_version', 'commitment_signature', 'commitment_refusal', 'commitment_cancel',
      'commitment_owner'] loop
    execute format('grant insert on %I to side_ministry, side_company', kept);
    execute format('create policy ministry_acts on %I for insert to side_ministry with check (side = ''both''
      and of_side = ''ministry'' and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()))', kept);
    execute format('create policy company_acts on %I for insert to side_company with check (side = ''both''
      and company_id = viewer_company() and of_side = ''company''
      and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()))', kept);
  end loop;
  -- What belongs to a version: only who wrote that adds it.
  foreach kept in array array['commitment_version_field', 'commitment_milestone'] loop
    execute format('grant insert on %I to side_ministry, side_company', kept);
    execute format('create policy ministry_acts on %I for insert to side_ministry with check (side = ''both''
      and exists (select from commitment_version v join event e on e.id = v.event_id
        where v.commitment_id = %I.commitment_id and v.number = version and e.actor_id = viewer_person()))', kept, kept);
    execute format('create policy company_acts on %I for insert to side_company with check (side = ''both''
      and company_id = viewer_company() and exists (select from commitment_version v join event e on e.id = v.event_id
        where v.commitment_id = %I.commitment_id and v.number = version and e.actor_id = viewer_person()))', kept, kept);
  end loop;
end
$$;

grant insert (platform_id, company_id, side, event_id, number, rule_set_id, kind_code, proposed_by_side, source, source_text),
  update (version) on commitment to side_ministry, side_company;
create policy ministry_proposes on commitment for insert to side_ministry
  with check (side = 'both' and proposed_by_side = 'ministry');
create policy company_proposes on commitment for insert to side_company
  with check (side = 'both' and company_id = viewer_company() and proposed_by_side = 'company');
create policy ministry_acts on commitment for update to side_ministry using (side in ('both', 'ministry'));
create policy company_acts on commitment for update to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));

-- The company reports; the ministry finds; the portal measures.
grant insert on commitment_report, commitment_evidence to side_company;
create policy company_acts on commitment_report for insert to side_company
  with check (side = 'both' and company_id = viewer_company()
    and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));
create policy company_acts on commitment_evidence for insert to side_company
  with check (side = 'both' and company_id = viewer_company()
    and exists (select from commitment_report r join event e on e.id = r.event_id
      where r.id = report_id and e.actor_id = viewer_person()));
grant insert on commitment_finding to side_ministry;
create policy ministry_acts on commitment_finding for insert to side_ministry
  with check (side = 'both' and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));
grant insert on commitment_measure to side_auditor;
create policy portal on commitment_measure for insert to side_auditor with check (viewer_person() is null and side = 'both');

-- A file that proves a report is read by who reads the report.
create policy ministry_commitments on stored_file for select to side_ministry
  using (id in (select e.file_id from commitment_evidence e where e.file_id = stored_file.id));
create policy auditor_commitments on stored_file for select to side_auditor
  using (id in (select e.file_id from commitment_evidence e where e.file_id = stored_file.id));

-- The registers of commitments, verifications and decisions are lists that people narrow and keep, too.
alter table saved_view
  drop constraint saved_view_path,
  add constraint saved_view_path check (
    path ~ '^/(requests|letters|commitments|verifications|decisions|search)?([?].*)?$' and length(path) <= 1000);
