-- Verification steps: planned for a day by the ministry, which tells nobody of it, recorded by whoever went, and concluded.
-- What a company reads is the result alone. A step changes until it is concluded, each change with its event; a result is
-- only added. What is checked is what a company says, so nobody of a company writes here.

create table verification_counter (
  year integer not null constraint verification_counter_pkey primary key,
  last integer not null constraint verification_counter_last check (last > 0)
);
alter table verification_counter enable row level security;
grant select, insert, update on verification_counter to side_ministry;
create policy ministry on verification_counter to side_ministry using (true);

create table verification_step (
  id             bigint generated always as identity constraint verification_step_pkey primary key,
  company_id     bigint not null,
  side           text not null constraint verification_step_side check (side = 'ministry'),
  -- The side of what it is planned from.
  joint          text not null generated always as ('both') stored,
  platform_id    bigint not null,
  number         text not null constraint verification_step_number_shape check (number ~ '^VR-[0-9]{4}-[0-9]{4,}$'),
  event_id       bigint not null,
  rule_set_id    bigint not null,
  method_code    text not null,
  commitment_id  bigint,
  request_id     bigint,
  decision_id    bigint,
  -- The step whose population, or whose claim, is looked at once more.
  again_of       bigint,
  claim          text not null constraint verification_step_claim_length check (length(claim) between 1 and 1000),
  planned_on     date not null,
  planned_at     time,
  place          text not null constraint verification_step_place_length check (length(place) <= 500),
  officer_id     bigint not null,
  officer_side   text not null default 'ministry' constraint verification_step_officer_side check (officer_side = 'ministry'),
  stage          text not null constraint verification_step_stage
    check (stage in ('planned', 'recorded', 'concluded', 'called_off')),
  carried_out_on date,
  network        text not null default '' constraint verification_step_network_length check (length(network) <= 500),
  notes          text not null default '' constraint verification_step_notes_length check (length(notes) <= 8000),
  call_off_reason text not null default '' constraint verification_step_call_off_length check (length(call_off_reason) <= 4000),
  version        integer not null default 1,
  constraint verification_step_recorded check (stage not in ('recorded', 'concluded') or carried_out_on is not null),
  constraint verification_step_called_off check ((stage = 'called_off') = (call_off_reason <> '')),
  constraint verification_step_number_unique unique (number),
  constraint verification_step_id_company_side unique (id, company_id, side),
  constraint verification_step_platform foreign key (platform_id, company_id) references platform (id, company_id),
  constraint verification_step_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint verification_step_method foreign key (rule_set_id, method_code) references check_method (rule_set_id, code),
  constraint verification_step_request foreign key (request_id, company_id, joint) references request (id, company_id, side),
  constraint verification_step_again_of foreign key (again_of, company_id, side)
    references verification_step (id, company_id, side),
  constraint verification_step_officer foreign key (officer_id, officer_side) references person (id, side)
);
create index verification_step_by_day on verification_step (planned_on, id);
create index verification_step_by_officer on verification_step (officer_id, planned_on) where stage in ('planned', 'recorded');
create index verification_step_by_request on verification_step (request_id) where request_id is not null;
create index verification_step_by_commitment on verification_step (commitment_id) where commitment_id is not null;
create index verification_step_by_again_of on verification_step (again_of) where again_of is not null;

-- What the form of a method asks for besides: one value a code.
create table verification_field (
  step_id    bigint not null,
  company_id bigint not null,
  side       text not null constraint verification_field_side check (side = 'ministry'),
  code       text not null constraint verification_field_code check (code ~ '^[a-z_]{1,40}$'),
  value      text not null constraint verification_field_length check (length(value) between 1 and 4000),
  constraint verification_field_pkey primary key (step_id, code),
  constraint verification_field_step foreign key (step_id, company_id, side)
    references verification_step (id, company_id, side)
);

-- What is told line by line: whom one met (by function), how many there were (by role and shift), what one did and saw, when
-- one rang and who answered.
create table verification_line (
  step_id     bigint not null,
  company_id  bigint not null,
  side        text not null constraint verification_line_side check (side = 'ministry'),
  kind        text not null constraint verification_line_kind check (kind in ('met', 'headcount', 'step', 'call')),
  ordinal     integer not null constraint verification_line_ordinal check (ordinal > 0),
  label       text not null constraint verification_line_label_length check (length(label) between 1 and 300),
  detail      text not null constraint verification_line_detail_length check (length(detail) <= 1000),
  amount      integer constraint verification_line_amount check (amount >= 0),
  rung_at     time,
  answered_at time,
  constraint verification_line_pkey primary key (step_id, kind, ordinal),
  constraint verification_line_counted check ((kind = 'headcount') = (amount is not null)),
  constraint verification_line_rung check ((kind = 'call') = (rung_at is not null) and (kind = 'call' or answered_at is null)),
  constraint verification_line_step foreign key (step_id, company_id, side) references verification_step (id, company_id, side)
);

-- Entries of the method's checklist as they were found.
create table verification_check (
  step_id    bigint not null,
  company_id bigint not null,
  side       text not null constraint verification_check_side check (side = 'ministry'),
  entry_code text not null,
  answer     text not null constraint verification_check_answer check (answer in ('good', 'bad', 'not_applicable')),
  note       text not null constraint verification_check_note_length check (length(note) <= 1000),
  constraint verification_check_pkey primary key (step_id, entry_code),
  constraint verification_check_step foreign key (step_id, company_id, side) references verification_step (id, company_id, side)
);

-- Who had a hand in what was recorded: where the rules ask for a second person, none of them concludes.
create table verification_recorder (
  step_id    bigint not null,
  company_id bigint not null,
  side       text not null constraint verification_recorder_side check (side = 'ministry'),
  event_id   bigint not null,
  constraint verification_recorder_pkey primary key (step_id, event_id),
  constraint verification_recorder_step foreign key (step_id, company_id, side)
    references verification_step (id, company_id, side),
  constraint verification_recorder_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

-- Photos, minutes, screenshots: files of the ministry, shown without what their makers hid in them.
create table verification_file (
  id         bigint generated always as identity constraint verification_file_pkey primary key,
  step_id    bigint not null,
  company_id bigint not null,
  side       text not null constraint verification_file_side check (side = 'ministry'),
  event_id   bigint not null,
  file_id    bigint not null constraint verification_file_file references stored_file (id),
  name       text not null constraint verification_file_name_length check (length(name) between 1 and 300),
  note       text not null constraint verification_file_note_length check (length(note) <= 4000),
  added_at   timestamptz not null,
  constraint verification_file_step foreign key (step_id, company_id, side) references verification_step (id, company_id, side),
  constraint verification_file_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index verification_file_by_step on verification_file (step_id);

-- What both sides read: one a step. Of a sample it says what was drawn and found; the interval follows from that.
create table verification_result (
  id             bigint generated always as identity constraint verification_result_pkey primary key,
  step_number    text not null,
  company_id     bigint not null,
  side           text not null constraint verification_result_side check (side = 'both'),
  event_id       bigint not null,
  platform_id    bigint not null,
  rule_set_id    bigint not null,
  method_code    text not null,
  commitment_id  bigint,
  request_id     bigint,
  decision_id    bigint,
  claim          text not null constraint verification_result_claim_length check (length(claim) between 1 and 1000),
  carried_out_on date not null,
  place          text not null,
  result         text not null constraint verification_result_result check (result in ('pass', 'partly', 'fail', 'unchecked')),
  value          numeric(20, 4) constraint verification_result_value check (value between 0 and 1e15),
  findings       text not null constraint verification_result_findings_length check (length(findings) between 1 and 8000),
  follow_up      text constraint verification_result_follow_up check (follow_up in ('none', 'new_due', 'letter', 'decision')),
  new_due_on     date,
  valid_until    date,
  list_size      integer,
  sample_size    integer,
  failed         integer,
  unchecked      integer,
  urgent         integer,
  urgent_failed  integer,
  urgent_unchecked integer,
  bound_percent  numeric(4, 1),
  confidence     integer,
  settled        integer not null default 0 constraint verification_result_settled check (settled >= 0),
  concluded_at   timestamptz not null,
  constraint verification_result_once unique (step_number),
  constraint verification_result_id_company_side unique (id, company_id, side),
  constraint verification_result_followed check (result not in ('partly', 'fail') or follow_up is not null),
  constraint verification_result_new_due check ((follow_up is not distinct from 'new_due') = (new_due_on is not null)),
  constraint verification_result_sampled check (num_nonnulls(list_size, sample_size, failed, unchecked, urgent, urgent_failed,
    urgent_unchecked, bound_percent, confidence) in (0, 9)),
  constraint verification_result_counts check (sample_size <= list_size and failed + unchecked <= sample_size
    and urgent_failed + urgent_unchecked <= urgent),
  constraint verification_result_platform foreign key (platform_id, company_id) references platform (id, company_id),
  constraint verification_result_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint verification_result_method foreign key (rule_set_id, method_code) references check_method (rule_set_id, code),
  constraint verification_result_request foreign key (request_id, company_id, side) references request (id, company_id, side)
);
create index verification_result_by_company on verification_result (company_id, id desc);
create index verification_result_by_commitment on verification_result (commitment_id) where commitment_id is not null;
create index verification_result_by_validity on verification_result (valid_until) where valid_until is not null;

-- Past loans: who acts under a lent role acts for its lender (hands_in), and what either recorded the other does not conclude.
create function refuse_own_conclusion() returns trigger language plpgsql as $$
begin
  if exists (
    select from verification_step s
      join check_method m on m.rule_set_id = s.rule_set_id and m.code = s.method_code and m.second_person
      join verification_recorder r on r.step_id = s.id
      cross join hands_in(r.event_id) recorded
    where s.number = new.step_number and recorded in (select hands_in(new.event_id))) then
    raise exception 'step % may not be concluded by one who recorded it', new.step_number
      using errcode = 'integrity_constraint_violation', constraint = 'verification_result_four_eyes';
  end if;
  return new;
end
$$;
create trigger verification_result_four_eyes before insert on verification_result
  for each row execute function refuse_own_conclusion();
create trigger verification_result_only_added before update or delete on verification_result
  for each row execute function refuse_change();
create trigger verification_file_only_added before update or delete on verification_file
  for each row execute function refuse_change();
create trigger verification_recorder_only_added before update or delete on verification_recorder
  for each row execute function refuse_change();

-- What was concluded or called off stays as it was; before that, everything but what it is about may change.
create function hold_verification() returns trigger language plpgsql as $$
begin
  if old.stage in ('concluded', 'called_off')
    or (new.company_id, new.platform_id, new.number, new.event_id, new.rule_set_id, new.method_code, new.commitment_id,
      new.request_id, new.decision_id, new.again_of)
    is distinct from (old.company_id, old.platform_id, old.number, old.event_id, old.rule_set_id, old.method_code,
      old.commitment_id, old.request_id, old.decision_id, old.again_of) then
    raise exception 'step % stays as it is', old.number
      using errcode = 'integrity_constraint_violation', constraint = 'verification_step_held';
  end if;
  return new;
end
$$;
create trigger verification_step_held before update on verification_step for each row execute function hold_verification();

do $$
declare
  walled text;
begin
  foreach walled in array array['verification_step', 'verification_field', 'verification_line', 'verification_check',
    'verification_recorder', 'verification_file'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('grant select, insert on %I to side_ministry', walled);
    execute format('grant select on %I to side_auditor', walled);
    execute format('create policy ministry on %I to side_ministry using (side = ''ministry'')', walled);
  end loop;
  foreach walled in array array['verification_field', 'verification_line', 'verification_check', 'verification_recorder',
    'verification_file'] loop
    execute format('create policy auditor on %I for select to side_auditor using (
      viewer_request() is null or step_id in (select s.id from verification_step s where s.request_id = viewer_request()))', walled);
  end loop;
end
$$;
grant update on verification_step to side_ministry;
grant delete on verification_field, verification_line, verification_check to side_ministry;
create policy auditor on verification_step for select to side_auditor using (
  viewer_request() is null or request_id = viewer_request());

alter table verification_result enable row level security;
grant select on verification_result to side_ministry, side_company, side_auditor;
grant insert on verification_result to side_ministry;
create policy ministry on verification_result to side_ministry using (side in ('both', 'ministry'));
create policy company on verification_result for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on verification_result for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or request_id = viewer_request()));
