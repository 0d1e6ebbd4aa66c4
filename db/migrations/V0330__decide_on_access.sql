-- Access decisions. One is prepared by some of the ministry and signed by somebody else; until then it is the ministry's
-- alone. The signature turns it joint with all that hangs on it, but what the ministry asked itself about it, and nothing of
-- it changes any more.

create table decision_counter (
  year integer not null constraint decision_counter_pkey primary key,
  last integer not null constraint decision_counter_last check (last > 0)
);
alter table decision_counter enable row level security;
grant select, insert, update on decision_counter to side_ministry;
create policy ministry on decision_counter to side_ministry using (true);

create table access_decision (
  id                 bigint generated always as identity constraint access_decision_pkey primary key,
  platform_id        bigint not null,
  company_id         bigint not null,
  side               text not null,
  version            integer not null default 1,
  number             text constraint access_decision_number_shape check (number ~ '^KA-[0-9]{4}-[0-9]{4,}$'),
  rule_set_id        bigint not null,
  kind_code          text not null,
  stage              text not null constraint access_decision_stage check (stage in ('prepared', 'asked_back', 'signed', 'withdrawn')),
  -- What whoever prepared it would do, in one sentence.
  recommendation     text not null constraint access_decision_recommendation_length check (length(recommendation) between 1 and 500),
  basis              text not null constraint access_decision_basis_length check (length(basis) between 1 and 4000),
  grounds            text not null constraint access_decision_grounds_length check (length(grounds) between 1 and 20000),
  -- What the company said, and why that does not suffice.
  reasons_considered text not null constraint access_decision_reasons_length check (length(reasons_considered) <= 20000),
  public_statement   text not null constraint access_decision_statement_length check (length(public_statement) <= 4000),
  scope              text not null constraint access_decision_scope_length check (length(scope) <= 1000),
  -- Null is at its signature, and without an end.
  starts_at          timestamptz,
  ends_at            timestamptz,
  -- Whoever prepared it, as both sides may know them.
  prepared_role      text not null,
  prepared_code      integer not null,
  prepared_at        timestamptz not null,
  signed_at          timestamptz,
  signed_event_id    bigint,
  signer_note        text not null default '' constraint access_decision_signer_note_length check (length(signer_note) <= 20000),
  -- That it opens though the system was blocked more often than the rules let pass without a choice.
  despite_blocks     boolean not null default false,
  constraint access_decision_side check (side = case when stage = 'signed' then 'both' else 'ministry' end),
  constraint access_decision_signed check (case when stage = 'signed'
    then num_nonnulls(number, signed_at, signed_event_id, starts_at) = 4
    else num_nonnulls(number, signed_at, signed_event_id) = 0 end),
  constraint access_decision_end check (ends_at > starts_at),
  constraint access_decision_number_unique unique (number),
  constraint access_decision_id_company unique (id, company_id),
  constraint access_decision_id_company_side unique (id, company_id, side),
  constraint access_decision_platform foreign key (platform_id, company_id) references platform (id, company_id),
  constraint access_decision_signature foreign key (signed_event_id, company_id, side)
    references event (id, company_id, side),
  constraint access_decision_kind foreign key (rule_set_id, kind_code) references decision_kind (rule_set_id, code)
);
create index access_decision_by_platform on access_decision (platform_id, id);
create index access_decision_by_company on access_decision (company_id, id desc);
create index access_decision_by_event on access_decision (signed_event_id);

create table decision_target (
  decision_id bigint not null,
  company_id  bigint not null,
  side        text not null,
  ordinal     integer not null,
  kind        text not null constraint decision_target_kind check (kind in ('domain', 'ip', 'app_id', 'feature')),
  value       text not null constraint decision_target_length check (length(value) between 1 and 300),
  constraint decision_target_pkey primary key (decision_id, ordinal),
  constraint decision_target_once unique (decision_id, kind, value),
  constraint decision_target_decision foreign key (decision_id, company_id, side)
    references access_decision (id, company_id, side) on update cascade
);

create table decision_body (
  decision_id bigint not null,
  company_id  bigint not null,
  side        text not null,
  ordinal     integer not null,
  name        text not null constraint decision_body_name_length check (length(name) between 1 and 200),
  opinion     text not null constraint decision_body_opinion check (opinion in ('agrees', 'disagrees', 'awaited')),
  note        text not null constraint decision_body_note_length check (length(note) <= 1000),
  constraint decision_body_pkey primary key (decision_id, ordinal),
  constraint decision_body_decision foreign key (decision_id, company_id, side)
    references access_decision (id, company_id, side) on update cascade
);

-- Requests, letters and commitments it rests on, by number. What is linked is joint already.
create table decision_link (
  decision_id bigint not null,
  company_id  bigint not null,
  side        text not null,
  ordinal     integer not null,
  number      text not null constraint decision_link_number check (number ~ '^(PA|ST|KM)-[0-9]{4}-[0-9]{4,}$'),
  constraint decision_link_pkey primary key (decision_id, ordinal),
  constraint decision_link_once unique (decision_id, number),
  constraint decision_link_decision foreign key (decision_id, company_id, side)
    references access_decision (id, company_id, side) on update cascade
);

-- What a person says of an entry of the checklist that the portal cannot show by itself.
create table decision_check (
  decision_id bigint not null,
  company_id  bigint not null,
  side        text not null,
  entry_code  text not null,
  answer      boolean,
  note        text not null constraint decision_check_note_length check (length(note) <= 4000),
  constraint decision_check_pkey primary key (decision_id, entry_code),
  constraint decision_check_decision foreign key (decision_id, company_id, side)
    references access_decision (id, company_id, side) on update cascade
);

-- What is looked at after it, and when.
create table decision_watch (
  decision_id bigint not null,
  company_id  bigint not null,
  side        text not null,
  ordinal     integer not null,
  on_day      date not null,
  what        text not null constraint decision_watch_length check (length(what) between 1 and 1000),
  constraint decision_watch_pkey primary key (decision_id, ordinal),
  constraint decision_watch_decision foreign key (decision_id, company_id, side)
    references access_decision (id, company_id, side) on update cascade
);

-- A cell let be: a condition, or an entry of the checklist, until a day. It counts when a second person has signed it. Who
-- that was stands on the row, since the company reads it and not the event.
create table decision_waiver (
  id            bigint generated always as identity constraint decision_waiver_pkey primary key,
  decision_id   bigint not null,
  company_id    bigint not null,
  side          text not null,
  event_id      bigint not null constraint decision_waiver_event references event (id),
  cell          text not null constraint decision_waiver_cell check (cell ~ '^(commitment|check):.{1,100}$'),
  reason        text not null constraint decision_waiver_reason_length check (length(reason) between 1 and 4000),
  until         date not null,
  -- Who sees to it that what is open is done, by function.
  owner         text not null constraint decision_waiver_owner_length check (length(owner) between 1 and 200),
  proposed_role text not null,
  proposed_code integer not null,
  proposed_at   timestamptz not null,
  constraint decision_waiver_key unique (id, decision_id, company_id, side),
  constraint decision_waiver_decision foreign key (decision_id, company_id, side)
    references access_decision (id, company_id, side) on update cascade
);
create index decision_waiver_by_decision on decision_waiver (decision_id);

create table decision_waiver_second (
  waiver_id    bigint not null constraint decision_waiver_second_pkey primary key,
  decision_id  bigint not null,
  company_id   bigint not null,
  side         text not null,
  event_id     bigint not null constraint decision_waiver_second_event references event (id),
  second_role  text not null,
  second_code  integer not null,
  seconded_at  timestamptz not null,
  constraint decision_waiver_second_waiver foreign key (waiver_id, decision_id, company_id, side)
    references decision_waiver (id, decision_id, company_id, side) on update cascade
);
create index decision_waiver_second_by_decision on decision_waiver_second (decision_id);

-- The cells as the signer saw them, and all that was on the page, as a text with its hash.
create table decision_cell (
  decision_id bigint not null,
  company_id  bigint not null,
  side        text not null,
  cell        text not null,
  state       text not null constraint decision_cell_state check (state in ('met', 'not_met', 'expired', 'missing', 'waived')),
  constraint decision_cell_pkey primary key (decision_id, cell),
  constraint decision_cell_decision foreign key (decision_id, company_id, side)
    references access_decision (id, company_id, side) on update cascade
);

create table decision_dossier (
  decision_id bigint not null constraint decision_dossier_pkey primary key,
  company_id  bigint not null,
  side        text not null,
  content     text not null constraint decision_dossier_content check (jsonb_typeof(content::jsonb) = 'object'),
  sha256      bytea not null constraint decision_dossier_sha256 check (sha256 = sha256(convert_to(content, 'UTF8'))),
  constraint decision_dossier_decision foreign key (decision_id, company_id, side)
    references access_decision (id, company_id, side) on update cascade
);

-- What the providers of access did, after it was signed.
create table decision_execution (
  id          bigint generated always as identity constraint decision_execution_pkey primary key,
  decision_id bigint not null,
  company_id  bigint not null,
  side        text not null constraint decision_execution_side check (side = 'both'),
  event_id    bigint not null,
  provider    text not null constraint decision_execution_provider_length check (length(provider) between 1 and 100),
  state       text not null constraint decision_execution_state check (state in ('ordered', 'done', 'confirmed', 'failed')),
  happened_at timestamptz not null,
  note        text not null constraint decision_execution_note_length check (length(note) <= 1000),
  constraint decision_execution_decision foreign key (decision_id, company_id, side)
    references access_decision (id, company_id, side),
  constraint decision_execution_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index decision_execution_by_decision on decision_execution (decision_id);

-- The rest stays with the ministry: who had a hand in it, who asked what, how it ended unsigned, and what each saw of it last.
create table decision_hand (
  decision_id bigint not null,
  company_id  bigint not null,
  side        text not null constraint decision_hand_side check (side = 'ministry'),
  event_id    bigint not null,
  constraint decision_hand_pkey primary key (decision_id, event_id),
  constraint decision_hand_decision foreign key (decision_id, company_id) references access_decision (id, company_id),
  constraint decision_hand_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

-- Seen is what stood in it when it was asked: so what changed since can be marked.
create table decision_question (
  id          bigint generated always as identity constraint decision_question_pkey primary key,
  decision_id bigint not null,
  company_id  bigint not null,
  side        text not null constraint decision_question_side check (side = 'ministry'),
  event_id    bigint not null,
  question    text not null constraint decision_question_length check (length(question) between 1 and 4000),
  seen        text not null constraint decision_question_seen check (jsonb_typeof(seen::jsonb) = 'object'),
  asked_at    timestamptz not null,
  constraint decision_question_key unique (id, decision_id, company_id, side),
  constraint decision_question_decision foreign key (decision_id, company_id) references access_decision (id, company_id),
  constraint decision_question_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index decision_question_by_decision on decision_question (decision_id);

create table decision_reply (
  question_id bigint not null constraint decision_reply_pkey primary key,
  decision_id bigint not null,
  company_id  bigint not null,
  side        text not null constraint decision_reply_side check (side = 'ministry'),
  event_id    bigint not null,
  reply       text not null constraint decision_reply_length check (length(reply) between 1 and 4000),
  replied_at  timestamptz not null,
  constraint decision_reply_question foreign key (question_id, decision_id, company_id, side)
    references decision_question (id, decision_id, company_id, side),
  constraint decision_reply_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

create table decision_withdrawal (
  decision_id  bigint not null constraint decision_withdrawal_pkey primary key,
  company_id   bigint not null,
  side         text not null constraint decision_withdrawal_side check (side = 'ministry'),
  event_id     bigint not null,
  reason       text not null constraint decision_withdrawal_reason_length check (length(reason) between 1 and 4000),
  withdrawn_at timestamptz not null,
  constraint decision_withdrawal_decision foreign key (decision_id, company_id) references access_decision (id, company_id),
  constraint decision_withdrawal_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

create table decision_visit (
  decision_id bigint not null,
  person_id   bigint not null constraint decision_visit_person references person (id),
  company_id  bigint not null,
  side        text not null constraint decision_visit_side check (side = 'ministry'),
  seen_at     timestamptz not null,
  seen        text not null constraint decision_visit_seen check (jsonb_typeof(seen::jsonb) = 'object'),
  constraint decision_visit_pkey primary key (decision_id, person_id),
  constraint decision_visit_decision foreign key (decision_id, company_id) references access_decision (id, company_id)
);

-- What was broken of what an opening hung on, looked into: what follows is for people to say, nothing follows by itself.
create table decision_review (
  id          bigint generated always as identity constraint decision_review_pkey primary key,
  decision_id bigint not null,
  company_id  bigint not null,
  side        text not null constraint decision_review_side check (side = 'ministry'),
  event_id    bigint not null,
  -- What broke, as it stood: another break of the same cell is another task.
  broken      text not null constraint decision_review_broken_length check (length(broken) between 1 and 200),
  outcome     text not null constraint decision_review_outcome_length check (length(outcome) between 1 and 4000),
  reviewed_at timestamptz not null,
  constraint decision_review_once unique (decision_id, broken),
  constraint decision_review_decision foreign key (decision_id, company_id) references access_decision (id, company_id),
  constraint decision_review_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

-- A signed decision stands as it is; of what hangs on it only the side turns, with the signature.
create function refuse_change_of_signed() returns trigger language plpgsql as $$
declare
  decision bigint := case tg_op when 'DELETE' then old.decision_id else new.decision_id end;
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(old) - 'side' = to_jsonb(new) - 'side' and old.side = 'ministry' and new.side = 'both' then
      return new;
    end if;
    raise exception '% rows are added and taken away, never changed', tg_table_name
      using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_unsigned';
  end if;
  if exists (select from access_decision d where d.id = decision and d.stage in ('signed', 'withdrawn')) then
    raise exception 'decision % is closed', decision
      using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_unsigned';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

-- Two pairs of eyes for a waiver, too.
create function refuse_to_second() returns trigger language plpgsql as $$
begin
  if exists (select from decision_waiver w join event p on p.id = w.event_id join event s on s.id = new.event_id
      where w.id = new.waiver_id and p.actor_id = s.actor_id) then
    raise exception 'whoever proposed a waiver does not second it'
      using errcode = 'integrity_constraint_violation', constraint = 'decision_waiver_second_four_eyes';
  end if;
  return new;
end
$$;
create trigger decision_waiver_second_four_eyes before insert on decision_waiver_second
  for each row execute function refuse_to_second();

-- Whether a cell is waived by two on a day.
create function hold_waived(decision bigint, of_cell text, day date) returns boolean
language sql stable as $$
  select exists (select from decision_waiver w join decision_waiver_second s on s.waiver_id = w.id
    where w.decision_id = decision and w.cell = of_cell and w.until >= day)
$$;

-- What TruthTable says in the command, said once more: nothing is signed over a missing cell, and none of an opening's
-- conditions is taken from the page.
create function refuse_to_sign_decision() returns trigger language plpgsql as $$
declare
  effect text;
  day date := (new.signed_at at time zone 'Asia/Jakarta')::date;
  missing text;
begin
  if old.stage in ('signed', 'withdrawn') then
    raise exception 'decision % is closed', old.id
      using errcode = 'integrity_constraint_violation', constraint = 'access_decision_closed';
  end if;
  if new.stage <> 'signed' then
    return new;
  end if;
  if exists (select from decision_hand h join event m on m.id = h.event_id join event s on s.id = new.signed_event_id
      where h.decision_id = new.id and m.actor_id = s.actor_id) then
    raise exception 'whoever prepared it does not sign it'
      using errcode = 'integrity_constraint_violation', constraint = 'access_decision_four_eyes';
  end if;
  select k.effect into strict effect from decision_kind k where k.rule_set_id = new.rule_set_id and k.code = new.kind_code;
  if effect = 'refusal' then
    return new;
  end if;
  if effect <> 'restore' and new.reasons_considered = '' then
    raise exception 'what the company said was not considered'
      using errcode = 'integrity_constraint_violation', constraint = 'access_decision_reasons_considered';
  end if;
  if effect = 'restore' then
    select string_agg(c.number, ', ' order by c.number) into missing from commitment c
    where c.platform_id = new.platform_id and c.condition and c.stage = 'agreed'
      and not (coalesce(c.last_result = 'pass', false) and coalesce(c.verified_until >= day, true))
      and not hold_waived(new.id, 'commitment:' || c.number, day);
    if missing is not null then
      raise exception 'not verified, nor waived by two: %', missing
        using errcode = 'integrity_constraint_violation', constraint = 'access_decision_conditions';
    end if;
  end if;
  select string_agg(e.code, ', ' order by e.position) into missing from checklist_entry e
  where e.rule_set_id = new.rule_set_id
    and e.list = case effect when 'restore' then 'before_restore' else 'before_block' end
    and not exists (select from decision_cell c
      where c.decision_id = new.id and c.cell = 'check:' || e.code and c.state = 'met')
    and not hold_waived(new.id, 'check:' || e.code, day);
  if missing is not null then
    raise exception 'neither met nor waived by two: %', missing
      using errcode = 'integrity_constraint_violation', constraint = 'access_decision_checklist';
  end if;
  return new;
end
$$;
create trigger access_decision_signing before update on access_decision
  for each row execute function refuse_to_sign_decision();
create trigger access_decision_kept before delete on access_decision
  for each row execute function refuse_change();

do $$
declare
  kept text;
begin
  foreach kept in array array['decision_target', 'decision_body', 'decision_link', 'decision_check', 'decision_watch',
      'decision_waiver', 'decision_waiver_second', 'decision_cell', 'decision_dossier'] loop
    execute format('create trigger %I before insert or update or delete on %I
      for each row execute function refuse_change_of_signed()', kept || '_unsigned', kept);
  end loop;
  foreach kept in array array['decision_execution', 'decision_hand', 'decision_question', 'decision_reply',
      'decision_withdrawal', 'decision_review'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
      kept || '_only_added', kept);
  end loop;
  foreach kept in array array['access_decision', 'decision_target', 'decision_body', 'decision_link', 'decision_check',
      'decision_watch', 'decision_waiver', 'decision_waiver_second', 'decision_cell', 'decision_dossier',
      'decision_execution'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('grant select on %I to side_ministry, side_company, side_auditor', kept);
    execute format('grant insert on %I to side_ministry', kept);
    execute format('create policy ministry on %I to side_ministry using (side in (''both'', ''ministry''))', kept);
    execute format('create policy company on %I for select to side_company
      using (company_id = viewer_company() and side in (''both'', ''company''))', kept);
    execute format('create policy auditor on %I for select to side_auditor
      using (side in (''both'', ''ministry'') and viewer_request() is null)', kept);
  end loop;
  foreach kept in array array['decision_hand', 'decision_question', 'decision_reply', 'decision_withdrawal',
      'decision_visit', 'decision_review'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('grant select, insert on %I to side_ministry', kept);
    execute format('grant select on %I to side_auditor', kept);
    execute format('create policy auditor on %I for select to side_auditor
      using (side in (''both'', ''ministry'') and viewer_request() is null)', kept);
  end loop;
  foreach kept in array array['decision_hand', 'decision_question', 'decision_reply', 'decision_withdrawal',
      'decision_review'] loop
    execute format('create policy ministry on %I to side_ministry using (side in (''both'', ''ministry''))', kept);
  end loop;
  -- Written anew with each save until it is signed.
  foreach kept in array array['decision_target', 'decision_body', 'decision_link', 'decision_check', 'decision_watch'] loop
    execute format('grant delete on %I to side_ministry', kept);
  end loop;
end
$$;
grant update (version, side, number, kind_code, stage, recommendation, basis, grounds, reasons_considered, public_statement,
  scope, starts_at, ends_at, signed_at, signed_event_id, signer_note, despite_blocks) on access_decision to side_ministry;
grant update (seen_at, seen) on decision_visit to side_ministry;
create policy ministry on decision_visit to side_ministry
  using (side = 'ministry' and person_id = viewer_person()) with check (side = 'ministry' and person_id = viewer_person());
