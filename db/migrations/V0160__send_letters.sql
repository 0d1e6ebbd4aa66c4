-- Letters of warning (surat teguran) with their fines. The clock proposes one, a supervisor sends it; what is proposed
-- is not stored, it follows from items and the letters before. Rows are only added: whether a letter is paid, overdue,
-- withdrawn or closed follows from them. Later removal changes no fine.

-- Numbers without gaps, as requests have them.
create table letter_counter (
  year integer not null constraint letter_counter_pkey primary key,
  last integer not null constraint letter_counter_last check (last > 0)
);
alter table letter_counter enable row level security;
grant select, insert, update on letter_counter to side_ministry;
create policy ministry on letter_counter to side_ministry using (true);

create table letter (
  id               bigint generated always as identity constraint letter_pkey primary key,
  request_id       bigint not null,
  company_id       bigint not null,
  side             text not null constraint letter_side check (side = 'both'),
  event_id         bigint not null,
  number           text not null constraint letter_number_shape check (number ~ '^ST-[0-9]{4}-[0-9]{6,}$'),
  rule_set_id      bigint not null,
  stage_code       text not null,
  stage            integer not null constraint letter_place check (stage > 0),
  sent_at          timestamptz not null,
  due_at           timestamptz not null,
  items            integer not null constraint letter_items check (items > 0),
  asks_to_pay      boolean not null,
  -- Of each item, in rupiah; none where the stage has no fine. The rest is how it was reckoned, kept because it is
  -- printed: null where whoever signed wrote the sum.
  fine             bigint constraint letter_fine check (fine > 0),
  fine_base        bigint,
  category_percent integer,
  scale_code       text,
  scale_percent    integer,
  letter_percent   integer,
  note             text not null constraint letter_note_length check (length(note) <= 4000),
  -- Why some of the items that were proposed are not in it; both sides read it.
  left_out_reason  text not null constraint letter_left_out_reason_length check (length(left_out_reason) <= 4000),
  constraint letter_due check (due_at > sent_at),
  constraint letter_fine_sum check (num_nonnulls(fine_base, category_percent, scale_percent, letter_percent) in (0, 4)
    and (fine_base is null or fine is not null) and (scale_code is null or fine_base is not null)),
  constraint letter_number_unique unique (number),
  constraint letter_id_company_side unique (id, company_id, side),
  constraint letter_request foreign key (request_id, company_id, side) references request (id, company_id, side),
  constraint letter_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint letter_stage_of_set foreign key (rule_set_id, stage_code) references letter_stage (rule_set_id, code),
  constraint letter_scale foreign key (rule_set_id, scale_code) references company_scale (rule_set_id, code)
);
create index letter_by_request on letter (request_id, id);
create index letter_by_number_of_company on letter (company_id, id desc);

-- The items a letter covers, and those that were proposed for it and left out. The round and the time that was missed
-- are kept as they stood.
create table letter_item (
  letter_id  bigint not null,
  item_id    bigint not null,
  company_id bigint not null,
  side       text not null constraint letter_item_side check (side = 'both'),
  round      integer not null,
  missed_at  timestamptz not null,
  left_out   boolean not null,
  constraint letter_item_pkey primary key (letter_id, item_id),
  constraint letter_item_letter foreign key (letter_id, company_id, side) references letter (id, company_id, side),
  constraint letter_item_item foreign key (item_id, company_id, side) references item (id, company_id, joint),
  constraint letter_item_round foreign key (item_id, round) references item_round (item_id, number)
);
create index letter_item_by_item on letter_item (item_id);

create table letter_acknowledgement (
  letter_id       bigint not null constraint letter_acknowledgement_pkey primary key,
  company_id      bigint not null,
  side            text not null constraint letter_acknowledgement_side check (side = 'both'),
  event_id        bigint not null,
  acknowledged_at timestamptz not null,
  constraint letter_acknowledgement_letter foreign key (letter_id, company_id, side)
    references letter (id, company_id, side),
  constraint letter_acknowledgement_event foreign key (event_id, company_id, side)
    references event (id, company_id, side)
);

-- The letter in which a company commits itself to pay; the signed file, where there is one, is evidence of the request.
create table letter_commitment (
  letter_id   bigint not null constraint letter_commitment_pkey primary key,
  company_id  bigint not null,
  side        text not null constraint letter_commitment_side check (side = 'both'),
  event_id    bigint not null,
  pay_by      date not null,
  evidence_id bigint,
  made_at     timestamptz not null,
  constraint letter_commitment_letter foreign key (letter_id, company_id, side) references letter (id, company_id, side),
  constraint letter_commitment_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint letter_commitment_evidence foreign key (evidence_id, company_id, side)
    references evidence (id, company_id, side)
);

-- Payments as the ministry records them; what a company only says it paid counts for nothing until then.
create table letter_payment (
  id          bigint generated always as identity constraint letter_payment_pkey primary key,
  letter_id   bigint not null,
  company_id  bigint not null,
  side        text not null constraint letter_payment_side check (side = 'both'),
  event_id    bigint not null,
  recorded    boolean not null,
  amount      bigint not null constraint letter_payment_amount check (amount > 0),
  paid_on     date not null,
  -- The treasury's number of the receipt (NTPN).
  reference   text not null constraint letter_payment_reference check (reference ~ '^[0-9A-Z]{16}$'),
  told_at     timestamptz not null,
  constraint letter_payment_letter foreign key (letter_id, company_id, side) references letter (id, company_id, side),
  constraint letter_payment_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index letter_payment_by_letter on letter_payment (letter_id);
create unique index letter_payment_once on letter_payment (letter_id, reference) where recorded;

create table letter_objection (
  letter_id  bigint not null constraint letter_objection_pkey primary key,
  company_id bigint not null,
  side       text not null constraint letter_objection_side check (side = 'both'),
  event_id   bigint not null,
  reason     text not null constraint letter_objection_reason_length check (length(reason) between 1 and 4000),
  filed_at   timestamptz not null,
  due_at     timestamptz not null,
  constraint letter_objection_due check (due_at > filed_at),
  constraint letter_objection_id_company_side unique (letter_id, company_id, side),
  constraint letter_objection_letter foreign key (letter_id, company_id, side) references letter (id, company_id, side),
  constraint letter_objection_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);

-- Accepted, the letter is withdrawn and its fine with it.
create table letter_objection_decision (
  letter_id  bigint not null constraint letter_objection_decision_pkey primary key,
  company_id bigint not null,
  side       text not null constraint letter_objection_decision_side check (side = 'both'),
  event_id   bigint not null,
  outcome    text not null constraint letter_objection_decision_outcome check (outcome in ('accepted', 'upheld')),
  reason     text not null constraint letter_objection_decision_reason_length check (length(reason) between 1 and 4000),
  decided_at timestamptz not null,
  constraint letter_objection_decision_objection foreign key (letter_id, company_id, side)
    references letter_objection (letter_id, company_id, side),
  constraint letter_objection_decision_event foreign key (event_id, company_id, side)
    references event (id, company_id, side)
);

create trigger letter_only_added before update or delete on letter for each row execute function refuse_change();
create trigger letter_item_only_added before update or delete on letter_item
  for each row execute function refuse_change();
create trigger letter_acknowledgement_only_added before update or delete on letter_acknowledgement
  for each row execute function refuse_change();
create trigger letter_commitment_only_added before update or delete on letter_commitment
  for each row execute function refuse_change();
create trigger letter_payment_only_added before update or delete on letter_payment
  for each row execute function refuse_change();
create trigger letter_objection_only_added before update or delete on letter_objection
  for each row execute function refuse_change();
create trigger letter_objection_decision_only_added before update or delete on letter_objection_decision
  for each row execute function refuse_change();

alter table letter enable row level security;
alter table letter_item enable row level security;
alter table letter_acknowledgement enable row level security;
alter table letter_commitment enable row level security;
alter table letter_payment enable row level security;
alter table letter_objection enable row level security;
alter table letter_objection_decision enable row level security;
grant select on letter, letter_item, letter_acknowledgement, letter_commitment, letter_payment, letter_objection,
  letter_objection_decision to side_ministry, side_company, side_auditor;
grant insert on letter, letter_item, letter_payment, letter_objection_decision to side_ministry;
grant insert on letter_acknowledgement, letter_commitment, letter_payment, letter_objection to side_company;

create policy ministry on letter to side_ministry using (side in ('both', 'ministry'));
create policy company on letter for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on letter for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or request_id = viewer_request()));
create policy ministry on letter_item to side_ministry using (side in ('both', 'ministry'));
create policy company on letter_item for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on letter_item for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or letter_id in (select l.id from letter l where l.request_id = viewer_request())));
create policy ministry on letter_acknowledgement for select to side_ministry using (side in ('both', 'ministry'));
create policy company on letter_acknowledgement to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on letter_acknowledgement for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or letter_id in (select l.id from letter l where l.request_id = viewer_request())));
create policy ministry on letter_commitment for select to side_ministry using (side in ('both', 'ministry'));
create policy company on letter_commitment to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on letter_commitment for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or letter_id in (select l.id from letter l where l.request_id = viewer_request())));
create policy ministry on letter_payment to side_ministry
  using (side in ('both', 'ministry')) with check (side in ('both', 'ministry') and recorded);
create policy company on letter_payment to side_company
  using (company_id = viewer_company() and side in ('both', 'company'))
  with check (company_id = viewer_company() and side in ('both', 'company') and not recorded);
create policy auditor on letter_payment for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or letter_id in (select l.id from letter l where l.request_id = viewer_request())));
create policy ministry on letter_objection for select to side_ministry using (side in ('both', 'ministry'));
create policy company on letter_objection to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on letter_objection for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or letter_id in (select l.id from letter l where l.request_id = viewer_request())));
create policy ministry on letter_objection_decision to side_ministry using (side in ('both', 'ministry'));
create policy company on letter_objection_decision for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on letter_objection_decision for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or letter_id in (select l.id from letter l where l.request_id = viewer_request())));

create or replace function company_may_tell(kind text) returns boolean language sql immutable as $$
  select kind in ('request.seen', 'request.acknowledged', 'items.answered', 'items.answer_taken_back',
    'items.objected', 'items.objection_withdrawn', 'message.written',
    'answers.drafted', 'answers.returned', 'answers.dropped',
    'letter.acknowledged', 'letter.pay_promised', 'letter.payment_told', 'letter.objected')
$$;

-- Where the clock proposes a letter for an item that stands open, and since when. The queue counts by it; LetterRule says
-- the same of one item and is what counts when a letter is sent.
create view letter_wanted with (security_invoker = true) as
select i.request_id, i.id as item_id, i.company_id, i.side, next.code as stage_code,
  greatest(i.due_at, sent.due_at) + next.propose_minutes * interval '1 minute' as since
from item i
  join request r on r.id = i.request_id
  cross join lateral (
    select
      coalesce(max(l.stage) filter (where not li.left_out and d.outcome is distinct from 'accepted'), 0) as stage,
      max(l.due_at) filter (where not li.left_out and d.outcome is distinct from 'accepted') as due_at,
      coalesce(bool_or((li.left_out or d.outcome = 'accepted')
        and li.round = (select max(n.number) from item_round n where n.item_id = i.id)), false) as dropped,
      coalesce(bool_or(not li.left_out and o.letter_id is not null and d.letter_id is null), false) as contested
    from letter_item li
      join letter l on l.id = li.letter_id
      left join letter_objection o on o.letter_id = l.id
      left join letter_objection_decision d on d.letter_id = l.id
    where li.item_id = i.id) sent
  cross join lateral (
    select s.code, s.propose_minutes from letter_stage s
    where s.rule_set_id = r.rule_set_id and s.ordinal > sent.stage
    order by s.ordinal limit 1) next
where i.standing = 'open' and not sent.dropped and not sent.contested;
grant select on letter_wanted to side_ministry;
