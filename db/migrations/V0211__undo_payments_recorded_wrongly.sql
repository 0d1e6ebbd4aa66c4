-- A payment that was recorded wrongly is undone by a row of its own, with a reason that both sides read: nothing is taken
-- out of the file. It then counts for nothing, and its number may be recorded again.
alter table letter_payment
  add constraint letter_payment_id_letter unique (id, letter_id, company_id, side);
create table letter_payment_reversal (
  payment_id  bigint not null constraint letter_payment_reversal_pkey primary key,
  letter_id   bigint not null,
  company_id  bigint not null,
  side        text not null constraint letter_payment_reversal_side check (side = 'both'),
  event_id    bigint not null,
  reason      text not null constraint letter_payment_reversal_reason_length check (length(reason) between 1 and 4000),
  reversed_at timestamptz not null,
  constraint letter_payment_reversal_payment foreign key (payment_id, letter_id, company_id, side)
    references letter_payment (id, letter_id, company_id, side),
  constraint letter_payment_reversal_event foreign key (event_id, company_id, side)
    references event (id, company_id, side)
);
create trigger letter_payment_reversal_only_added before update or delete on letter_payment_reversal
  for each row execute function refuse_change();
alter table letter_payment_reversal enable row level security;
grant select on letter_payment_reversal to side_ministry, side_company, side_auditor;
grant insert on letter_payment_reversal to side_ministry;
create policy ministry on letter_payment_reversal to side_ministry using (side in ('both', 'ministry'));
create policy company on letter_payment_reversal for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on letter_payment_reversal for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or letter_id in (select l.id from letter l where l.request_id = viewer_request())));

-- What is undone was recorded: what a company only says is its own to say.
create function refuse_to_undo_what_was_told() returns trigger language plpgsql as $$
begin
  if not exists (select from letter_payment p where p.id = new.payment_id and p.recorded) then
    raise exception 'payment % was not recorded', new.payment_id
      using errcode = 'integrity_constraint_violation', constraint = 'letter_payment_reversal_of_recorded';
  end if;
  return new;
end
$$;
create trigger letter_payment_reversal_of_recorded before insert on letter_payment_reversal
  for each row execute function refuse_to_undo_what_was_told();

-- The treasury gives a number once: it stands for one payment of a letter, and for no other company's. One company may pay
-- two of its letters at once.
drop index letter_payment_once;
create index letter_payment_by_reference on letter_payment (reference) where recorded;
create function refuse_known_payment() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.reference, 0));
  if exists (select from letter_payment p where p.recorded and p.reference = new.reference
    and (p.letter_id = new.letter_id or p.company_id <> new.company_id)
    and not exists (select from letter_payment_reversal r where r.payment_id = p.id)) then
    raise exception 'the payment % is recorded already', new.reference
      using errcode = 'integrity_constraint_violation', constraint = 'letter_payment_once';
  end if;
  return new;
end
$$;
create trigger letter_payment_once before insert on letter_payment
  for each row when (new.recorded) execute function refuse_known_payment();
