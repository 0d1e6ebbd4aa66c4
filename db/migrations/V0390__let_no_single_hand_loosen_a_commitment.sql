-- What decided about a commitment too easily: one hand, the last row typed, a claim over a finding.

-- A version of the company's that lets go of what access hangs on takes a second signature of the ministry. One that the
-- ministry wrote was in two hands already: whoever wrote it does not sign it.
alter table commitment_version add column two_hands boolean not null default false;
alter table commitment_version disable trigger commitment_version_only_added;
update commitment_version v set two_hands = true
from commitment c
where c.id = v.commitment_id and c.condition and c.in_force < v.number and not v.condition and v.of_side = 'company';
alter table commitment_version enable trigger commitment_version_only_added;

create function note_two_hands() returns trigger language plpgsql as $$
begin
  new.two_hands := not new.condition and new.of_side = 'company' and exists (select from commitment c
    where c.id = new.commitment_id and c.in_force is not null and c.condition);
  return new;
end
$$;
create trigger commitment_version_two_hands before insert on commitment_version
  for each row execute function note_two_hands();

alter table commitment_signature
  add column hand integer not null default 1,
  add constraint commitment_signature_hand check (hand = 1 or (hand = 2 and of_side = 'ministry')),
  drop constraint commitment_signature_pkey,
  add constraint commitment_signature_pkey primary key (commitment_id, version, of_side, hand);

-- As V0310 has it, past loans, and for the second signature.
create or replace function refuse_to_sign() returns trigger language plpgsql as $$
begin
  if new.of_side = 'ministry' and exists (select from hands_in(new.event_id) h where h in (
      select hands_in(v.event_id) from commitment_version v
      where v.commitment_id = new.commitment_id and v.number = new.version and v.of_side = 'ministry'
      union all
      select hands_in(s.event_id) from commitment_signature s
      where s.commitment_id = new.commitment_id and s.version = new.version and s.of_side = 'ministry')) then
    raise exception 'whoever wrote or signed it does not sign it'
      using errcode = 'integrity_constraint_violation', constraint = 'commitment_signature_four_eyes';
  end if;
  if exists (select from commitment_refusal r where r.commitment_id = new.commitment_id and r.version = new.version)
    or exists (select from commitment_version v where v.commitment_id = new.commitment_id and v.number > new.version)
    or (new.hand = 2 and not exists (select from commitment_version v
      join commitment_signature s on s.commitment_id = v.commitment_id and s.version = v.number and s.of_side = 'ministry'
      where v.commitment_id = new.commitment_id and v.number = new.version and v.two_hands)) then
    raise exception 'version % is not open', new.version
      using errcode = 'integrity_constraint_violation', constraint = 'commitment_signature_open';
  end if;
  return new;
end
$$;

-- A side's word that it should be cancelled may be taken back while the other has not said so. Where access hangs on it, the
-- ministry says so with two people.
alter table commitment_cancel
  drop constraint commitment_cancel_pkey,
  add constraint commitment_cancel_pkey primary key (event_id);
create index commitment_cancel_by_commitment on commitment_cancel (commitment_id, event_id);

create table commitment_cancel_taken_back (
  event_id      bigint not null constraint commitment_cancel_taken_back_pkey primary key,
  commitment_id bigint not null,
  company_id    bigint not null,
  side          text not null constraint commitment_cancel_taken_back_side check (side = 'both'),
  of_side       text not null constraint commitment_cancel_taken_back_of_side check (of_side in ('ministry', 'company')),
  constraint commitment_cancel_taken_back_commitment foreign key (commitment_id, company_id, side)
    references commitment (id, company_id, side),
  constraint commitment_cancel_taken_back_event foreign key (event_id, company_id, side)
    references event (id, company_id, side)
);
create index commitment_cancel_taken_back_by_commitment on commitment_cancel_taken_back (commitment_id, event_id);

-- A side's words that stand, by their events.
create function standing_cancels(told bigint, telling text) returns setof bigint
language sql stable as $$
  select c.event_id from commitment_cancel c
  where c.commitment_id = told and c.of_side = telling and not exists (select from commitment_cancel_taken_back t
    where t.commitment_id = told and t.of_side = telling and t.event_id > c.event_id)
$$;

create function refuse_to_cancel() returns trigger language plpgsql as $$
begin
  if exists (select from hands_in(new.event_id) h where h in (
      select hands_in(s) from standing_cancels(new.commitment_id, new.of_side) s where s <> new.event_id)) then
    raise exception 'one person has one word'
      using errcode = 'integrity_constraint_violation', constraint = 'commitment_cancel_four_eyes';
  end if;
  if (select count(*) from standing_cancels(new.commitment_id, new.of_side)) >
      (case when new.of_side = 'ministry' and (select c.condition from commitment c where c.id = new.commitment_id)
        then 2 else 1 end) then
    raise exception 'the % said so already', new.of_side
      using errcode = 'integrity_constraint_violation', constraint = 'commitment_cancel_once';
  end if;
  return null;
end
$$;
create trigger commitment_cancel_allowed after insert on commitment_cancel
  for each row execute function refuse_to_cancel();

create function refuse_to_take_back_cancel() returns trigger language plpgsql as $$
begin
  if not exists (select from commitment_cancel c
      where c.commitment_id = new.commitment_id and c.of_side = new.of_side
        and not exists (select from commitment_cancel_taken_back t where t.commitment_id = new.commitment_id
          and t.of_side = new.of_side and t.event_id > c.event_id and t.event_id <> new.event_id))
    or exists (select from commitment c where c.id = new.commitment_id and c.stage = 'cancelled') then
    raise exception 'there is nothing to take back'
      using errcode = 'integrity_constraint_violation', constraint = 'commitment_cancel_taken_back_stands';
  end if;
  return null;
end
$$;
create trigger commitment_cancel_taken_back_allowed after insert on commitment_cancel_taken_back
  for each row execute function refuse_to_take_back_cancel();
create trigger commitment_cancel_taken_back_only_added before update or delete on commitment_cancel_taken_back
  for each row execute function refuse_change();

alter table commitment_cancel_taken_back enable row level security;
grant select on commitment_cancel_taken_back to side_ministry, side_company, side_auditor;
grant insert on commitment_cancel_taken_back to side_ministry, side_company;
create policy ministry on commitment_cancel_taken_back for select to side_ministry using (side in ('both', 'ministry'));
create policy company on commitment_cancel_taken_back for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on commitment_cancel_taken_back for select to side_auditor
  using (side in ('both', 'ministry') and viewer_request() is null);
create policy ministry_acts on commitment_cancel_taken_back for insert to side_ministry with check (side = 'both'
  and of_side = 'ministry' and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));
create policy company_acts on commitment_cancel_taken_back for insert to side_company with check (side = 'both'
  and company_id = viewer_company() and of_side = 'company'
  and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));

-- What the portal measures is a share, and where the version promises one, the median of what is urgent.
alter table commitment_measure
  add column median_hours numeric(20, 4) constraint commitment_measure_median check (median_hours >= 0),
  add column most_hours numeric(20, 4) constraint commitment_measure_most check (most_hours >= 0);

-- What is said is read by the day it is of.
create index commitment_report_by_day on commitment_report (commitment_id, as_of desc, id desc);

-- Writes what follows, of one commitment. The latest day counts, and of one day the last word. A claim that comes after a
-- finding of its day or a later one counts; one that comes while a pass holds claims nothing new, and what the portal
-- measures nobody claims. Files prove the version they were given under.
create function keep_one_commitment(kept bigint) returns void
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
  select * into strict c from commitment m where m.id = kept;
  select * into strict k from commitment_kind m where m.rule_set_id = c.rule_set_id and m.code = c.kind_code;
  select max(m.number) into c.latest from commitment_version m where m.commitment_id = c.id;
  c.latest := coalesce(c.latest, 1);
  select max(m.number) into c.in_force from commitment_version m where m.commitment_id = c.id
    and (select count(*) from commitment_signature s where s.commitment_id = c.id and s.version = m.number)
      = case when m.two_hands then 3 else 2 end;
  select * into v from commitment_version m
    where m.commitment_id = c.id and m.number = coalesce(c.in_force, c.latest);
  c.stage := case
    when exists (select from standing_cancels(c.id, 'company'))
      and (select count(*) from standing_cancels(c.id, 'ministry')) >= case when v.condition then 2 else 1 end
      then 'cancelled'
    when c.in_force is not null then 'agreed'
    when exists (select from commitment_refusal m where m.commitment_id = c.id and m.version = c.latest) then 'cancelled'
    else 'proposed' end;
  select * into report from commitment_report m where m.commitment_id = c.id order by m.as_of desc, m.id desc limit 1;
  select * into finding from commitment_finding m
    where m.commitment_id = c.id and m.version = c.in_force order by m.as_of desc, m.id desc limit 1;
  -- Could not be checked: nothing was found, and what was found before still stands.
  select * into judged from commitment_finding m
    where m.commitment_id = c.id and m.version = c.in_force and m.result <> 'unchecked'
    order by m.as_of desc, m.id desc limit 1;
  select * into claim from commitment_report m
    where m.commitment_id = c.id and m.version = c.in_force and m.claims_met and not k.self_measured
      and (judged.id is null
        or ((m.as_of, m.event_id) > (judged.as_of, judged.event_id)
          and (judged.result <> 'pass' or m.as_of > judged.valid_until)))
    order by m.id limit 1;
  select * into proof from commitment_report m where m.commitment_id = c.id and m.version = c.in_force
    and exists (select from commitment_evidence e where e.report_id = m.id)
    order by m.evidence_on desc nulls last, m.id desc limit 1;
  c.last_result := coalesce(judged.result, finding.result);
  c.last_verified_value := judged.value;
  c.last_verified_on := judged.as_of;
  c.verified_until := judged.valid_until;
  if k.self_measured then
    select * into measure from commitment_measure m
      where m.commitment_id = c.id and m.version = c.in_force order by m.on_day desc limit 1;
    if measure.on_day is not null then
      c.last_result := case
        when measure.value >= v.target and (measure.most_hours is null or measure.median_hours is null
          or measure.median_hours <= measure.most_hours) then 'pass'
        when measure.on_day > v.due_on + v.grace_days then 'fail' end;
      c.last_verified_value := measure.value;
      c.last_verified_on := measure.on_day;
      -- A portal that stopped measuring vouches for nothing.
      c.verified_until := case when c.last_result = 'pass' then measure.on_day + k.check_every_days end;
    end if;
  end if;
  update commitment m set latest = c.latest, in_force = c.in_force, stage = c.stage, due_on = v.due_on,
    late_after = v.due_on + v.grace_days, condition = coalesce(v.condition, false), reported_value = report.value,
    reported_on = report.as_of, claimed = claim.id is not null,
    claimed_on = (select (e.at at time zone 'Asia/Jakarta')::date from event e where e.id = claim.event_id),
    last_result = c.last_result, last_verified_value = c.last_verified_value, last_verified_on = c.last_verified_on,
    verified_until = c.verified_until,
    evidence_files = (select count(*) from commitment_evidence e join commitment_report r on r.id = e.report_id
      where e.commitment_id = c.id and r.version = c.in_force),
    evidence_on = proof.evidence_on, evidence_until = proof.evidence_until
  where m.id = c.id;
end
$$;
revoke all on function keep_one_commitment(bigint) from public;

-- Once a statement, however many rows it adds.
create or replace function keep_commitment() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform keep_one_commitment(a.commitment_id) from (select distinct commitment_id from added) a;
  return null;
end
$$;

do $$
declare
  kept text;
begin
  foreach kept in array array['commitment_version', 'commitment_signature', 'commitment_refusal', 'commitment_cancel',
      'commitment_report', 'commitment_evidence', 'commitment_finding', 'commitment_measure'] loop
    execute format('drop trigger %I on %I', kept || '_kept', kept);
  end loop;
  foreach kept in array array['commitment_version', 'commitment_signature', 'commitment_refusal', 'commitment_cancel',
      'commitment_cancel_taken_back', 'commitment_report', 'commitment_evidence', 'commitment_finding',
      'commitment_measure'] loop
    execute format('create trigger %I after insert on %I referencing new table as added
      for each statement execute function keep_commitment()', kept || '_kept', kept);
  end loop;
end
$$;

select keep_one_commitment(c.id) from commitment c;
