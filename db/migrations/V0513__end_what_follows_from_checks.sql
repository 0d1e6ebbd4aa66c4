-- What a check that did not pass asks for was kept as a word that nothing ended. It ends with what it asks for: another text of
-- the commitment, a letter about the platform, a decision that rests on what was looked at; or somebody who concludes checks
-- puts it aside, with a reason that the ministry keeps to itself.
alter table verification_result add constraint verification_result_id_company unique (id, company_id);

create table verification_follow_aside (
  result_id  bigint not null constraint verification_follow_aside_pkey primary key,
  company_id bigint not null,
  side       text not null constraint verification_follow_aside_side check (side = 'ministry'),
  event_id   bigint not null,
  reason     text not null constraint verification_follow_aside_reason_length check (length(reason) between 1 and 4000),
  put_at     timestamptz not null,
  constraint verification_follow_aside_result foreign key (result_id, company_id) references verification_result (id, company_id),
  constraint verification_follow_aside_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create trigger verification_follow_aside_only_added before update or delete on verification_follow_aside
  for each row execute function refuse_change();

-- It hangs on an act of its own: about this step, by who says so, in this transaction, at its instant.
create function require_follow_aside_act() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  told event;
begin
  select * into told from event e where e.id = new.event_id;
  if not found or told.kind <> 'verification.follow_put_aside' or told.at <> new.put_at or told.xid <> pg_current_xact_id()
    or told.actor_id is distinct from viewer_person()
    or told.body::jsonb ->> 'verification' is distinct from (
      select r.step_number from verification_result r where r.id = new.result_id) then
    raise exception 'what follows from result % is put aside by an act of its own, by who says so, at its instant', new.result_id
      using errcode = 'integrity_constraint_violation', constraint = 'verification_follow_aside_act';
  end if;
  return null;
end
$$;
revoke all on function require_follow_aside_act() from public;
create trigger verification_follow_aside_act after insert on verification_follow_aside
  for each row execute function require_follow_aside_act();

alter table verification_follow_aside enable row level security;
grant select, insert on verification_follow_aside to side_ministry;
grant select on verification_follow_aside to side_auditor;
create policy ministry on verification_follow_aside to side_ministry using (side = 'ministry');
create policy auditor on verification_follow_aside for select to side_auditor
  using (side = 'ministry' and viewer_request() is null);

create index verification_result_to_follow on verification_result (id) where follow_up in ('new_due', 'letter', 'decision');
