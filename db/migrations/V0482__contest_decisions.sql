-- The company contests a decision that was signed, within the time that the rules give for objections; somebody of the ministry
-- who had no hand in it says how that ends, or the company takes it back. How access stands follows from decisions alone: what is
-- accepted or narrowed leads to another one, which somebody prepares.

-- Working days: how long after its signature a decision may be contested, and how long the ministry then has.
alter table rule_set
  add column contest_days integer not null default 21 constraint rule_set_contest_days check (contest_days > 0),
  add column answer_contest_days integer not null default 10
    constraint rule_set_answer_contest_days check (answer_contest_days > 0);
alter table rule_set alter column contest_days drop default, alter column answer_contest_days drop default;

create table decision_objection (
  decision_id bigint not null constraint decision_objection_pkey primary key,
  company_id  bigint not null,
  side        text not null constraint decision_objection_side check (side = 'both'),
  event_id    bigint not null,
  reason      text not null constraint decision_objection_reason_length check (length(reason) between 1 and 10000),
  filed_at    timestamptz not null,
  due_at      timestamptz not null,
  constraint decision_objection_due check (due_at > filed_at),
  constraint decision_objection_id_company_side unique (decision_id, company_id, side),
  constraint decision_objection_decision foreign key (decision_id, company_id, side)
    references access_decision (id, company_id, side),
  constraint decision_objection_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

create table decision_objection_end (
  decision_id bigint not null constraint decision_objection_end_pkey primary key,
  company_id  bigint not null,
  side        text not null constraint decision_objection_end_side check (side = 'both'),
  event_id    bigint not null,
  outcome     text not null constraint decision_objection_end_outcome
    check (outcome in ('accepted', 'narrowed', 'upheld', 'withdrawn')),
  reason      text not null constraint decision_objection_end_reason_length check (length(reason) between 1 and 10000),
  ended_at    timestamptz not null,
  constraint decision_objection_end_objection foreign key (decision_id, company_id, side)
    references decision_objection (decision_id, company_id, side),
  constraint decision_objection_end_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

-- Whoever prepared, changed or signed a decision does not judge what is said against it, nor does who acts for them.
create function refuse_own_objection() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.outcome <> 'withdrawn' and exists (
      select from (
        select h.event_id from decision_hand h where h.decision_id = new.decision_id
        union select d.signed_event_id from access_decision d where d.id = new.decision_id) acted
        cross join hands_in(acted.event_id) hand
      where hand in (select hands_in(new.event_id))) then
    raise exception 'whoever had a hand in a decision does not judge the objection to it'
      using errcode = 'integrity_constraint_violation', constraint = 'decision_objection_four_eyes';
  end if;
  return new;
end
$$;
revoke all on function refuse_own_objection() from public;
create trigger decision_objection_end_four_eyes before insert on decision_objection_end
  for each row execute function refuse_own_objection();
create trigger decision_objection_only_added before update or delete on decision_objection
  for each row execute function refuse_change();
create trigger decision_objection_end_only_added before update or delete on decision_objection_end
  for each row execute function refuse_change();

alter table decision_objection enable row level security;
alter table decision_objection_end enable row level security;
grant select on decision_objection, decision_objection_end to side_ministry, side_company, side_auditor;
grant insert on decision_objection to side_company;
grant insert on decision_objection_end to side_ministry, side_company;
create policy ministry on decision_objection for select to side_ministry using (side in ('both', 'ministry'));
create policy company on decision_objection to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on decision_objection for select to side_auditor
  using (side in ('both', 'ministry') and viewer_request() is null);
create policy ministry on decision_objection_end for select to side_ministry using (side in ('both', 'ministry'));
create policy ministry_decides on decision_objection_end for insert to side_ministry
  with check (side in ('both', 'ministry') and outcome <> 'withdrawn');
create policy company on decision_objection_end for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy company_withdraws on decision_objection_end for insert to side_company
  with check (company_id = viewer_company() and side in ('both', 'company') and outcome = 'withdrawn');
create policy auditor on decision_objection_end for select to side_auditor
  using (side in ('both', 'ministry') and viewer_request() is null);
