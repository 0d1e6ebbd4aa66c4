-- Samples to verify: a list is closed, then a size chosen, then a seed drawn, and never another. What is urgent is looked at
-- as a whole, apart. The order shows that nobody chose: sha256(convert_to(seed || '/' || number, 'UTF8')), within a stratum.

alter table verification_step
  add constraint verification_step_commitment foreign key (commitment_id, company_id, joint)
    references commitment (id, company_id, side);
alter table verification_result
  add constraint verification_result_commitment foreign key (commitment_id, company_id, side)
    references commitment (id, company_id, side);

create table verification_sample (
  step_id       bigint not null constraint verification_sample_pkey primary key,
  company_id    bigint not null,
  side          text not null constraint verification_sample_side check (side = 'ministry'),
  event_id      bigint not null,
  source        text not null constraint verification_sample_source check (source in ('items', 'addresses')),
  -- At random, and urgent beside.
  size          integer not null constraint verification_sample_size check (size >= 0),
  urgent        integer not null constraint verification_sample_urgent check (urgent >= 0),
  closed_at     timestamptz not null,
  bound_percent numeric(4, 1) constraint verification_sample_bound check (bound_percent between 50 and 99.9),
  confidence    integer constraint verification_sample_confidence check (confidence in (95, 99)),
  n             integer constraint verification_sample_n check (n between 0 and size),
  tolerates     integer constraint verification_sample_tolerates check (tolerates between 0 and n),
  seed          uuid,
  drawn_at      timestamptz,
  draw_event_id bigint,
  constraint verification_sample_not_empty check (size + urgent > 0),
  constraint verification_sample_drawn check (num_nonnulls(bound_percent, confidence, n, tolerates, seed, drawn_at, draw_event_id)
    in (0, 7) and drawn_at >= closed_at),
  constraint verification_sample_id_company_side unique (step_id, company_id, side),
  constraint verification_sample_step foreign key (step_id, company_id, side) references verification_step (id, company_id, side),
  constraint verification_sample_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint verification_sample_draw_event foreign key (draw_event_id, company_id, side)
    references event (id, company_id, side)
);

-- How many of each stratum are drawn: its share of n.
create table verification_stratum (
  step_id    bigint not null,
  company_id bigint not null,
  side       text not null constraint verification_stratum_side check (side = 'ministry'),
  code       text not null constraint verification_stratum_code_length check (length(code) between 1 and 200),
  size       integer not null constraint verification_stratum_size check (size > 0),
  quota      integer not null constraint verification_stratum_quota check (quota between 0 and size),
  constraint verification_stratum_pkey primary key (step_id, code),
  constraint verification_stratum_sample foreign key (step_id, company_id, side)
    references verification_sample (step_id, company_id, side)
);

-- The list. An item has no address here: it stands in the item, and of a restricted one apart.
create table verification_entry (
  step_id     bigint not null,
  ordinal     integer not null constraint verification_entry_ordinal check (ordinal > 0),
  company_id  bigint not null,
  side        text not null constraint verification_entry_side check (side = 'ministry'),
  joint       text not null generated always as ('both') stored,
  number      text not null constraint verification_entry_number_length check (length(number) between 1 and 100),
  item_id     bigint,
  answer_id   bigint,
  address     text not null constraint verification_entry_address_length check (length(address) <= 4096),
  stratum     text not null constraint verification_entry_stratum_length check (length(stratum) between 1 and 200),
  urgent      boolean not null,
  -- Its place among those looked at; null where it was not drawn.
  place       integer constraint verification_entry_place check (place > 0),
  verdict     text constraint verification_entry_verdict check (verdict in ('good', 'failed', 'unchecked')),
  note        text not null default '' constraint verification_entry_note_length check (length(note) <= 1000),
  network     text not null default '' constraint verification_entry_network_length check (length(network) <= 200),
  country     text constraint verification_entry_country check (country ~ '^[A-Z]{2}$'),
  surface     text constraint verification_entry_surface check (surface in ('web', 'app')),
  signed_in   boolean,
  observed_at timestamptz,
  constraint verification_entry_pkey primary key (step_id, ordinal),
  constraint verification_entry_number_unique unique (step_id, number),
  constraint verification_entry_looked check (verdict is null
    or (place is not null and observed_at is not null and country is not null and surface is not null and signed_in is not null)),
  constraint verification_entry_item_answered check ((item_id is null) = (answer_id is null)),
  constraint verification_entry_sample foreign key (step_id, company_id, side)
    references verification_sample (step_id, company_id, side),
  constraint verification_entry_item foreign key (item_id, company_id, joint) references item (id, company_id, side),
  constraint verification_entry_answer foreign key (answer_id, item_id, company_id) references answer (id, item_id, company_id)
);
create index verification_entry_by_place on verification_entry (step_id, place) where place is not null;
create index verification_entry_by_item on verification_entry (item_id) where item_id is not null;

-- A list that was closed stays, and so does a draw; a verdict may be corrected until the step is concluded.
create function hold_sample() returns trigger language plpgsql as $$
begin
  if old.seed is not null or (new.company_id, new.event_id, new.source, new.size, new.urgent, new.closed_at)
    is distinct from (old.company_id, old.event_id, old.source, old.size, old.urgent, old.closed_at) then
    raise exception 'the sample of step % stays as it is', old.step_id
      using errcode = 'integrity_constraint_violation', constraint = 'verification_sample_held';
  end if;
  return new;
end
$$;
create trigger verification_sample_held before update on verification_sample for each row execute function hold_sample();

create function hold_entry() returns trigger language plpgsql as $$
begin
  if (new.number, new.item_id, new.answer_id, new.address, new.stratum, new.urgent)
    is distinct from (old.number, old.item_id, old.answer_id, old.address, old.stratum, old.urgent)
    or (old.place is not null and new.place is distinct from old.place)
    or not exists (select from verification_step s where s.id = old.step_id and s.stage in ('planned', 'recorded')) then
    raise exception 'entry % of step % stays as it is', old.number, old.step_id
      using errcode = 'integrity_constraint_violation', constraint = 'verification_entry_held';
  end if;
  return new;
end
$$;
create trigger verification_entry_held before update on verification_entry for each row execute function hold_entry();

create function refuse_to_add_to_a_closed_list() returns trigger language plpgsql as $$
begin
  if exists (select from verification_sample s where s.step_id = new.step_id and s.seed is not null) then
    raise exception 'the list of step % is closed', new.step_id
      using errcode = 'integrity_constraint_violation', constraint = 'verification_entry_closed';
  end if;
  return new;
end
$$;
create trigger verification_entry_closed before insert on verification_entry
  for each row execute function refuse_to_add_to_a_closed_list();
create trigger verification_stratum_only_added before update or delete on verification_stratum
  for each row execute function refuse_change();

do $$
declare
  walled text;
begin
  foreach walled in array array['verification_sample', 'verification_stratum', 'verification_entry'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('grant select, insert on %I to side_ministry', walled);
    execute format('grant select on %I to side_auditor', walled);
    execute format('create policy ministry on %I to side_ministry using (side = ''ministry'')', walled);
    execute format('create policy auditor on %I for select to side_auditor using (
      viewer_request() is null or step_id in (select s.id from verification_step s where s.request_id = viewer_request()))', walled);
  end loop;
end
$$;
grant update (bound_percent, confidence, n, tolerates, seed, drawn_at, draw_event_id) on verification_sample to side_ministry;
grant update (place, verdict, note, network, country, surface, signed_in, observed_at) on verification_entry to side_ministry;

-- An answer that nobody looked at, and a sample of its like that passed: the item is settled, and counted apart from those
-- that were seen to be gone. A look at it later goes before.
create table sample_acceptance (
  answer_id   bigint not null constraint sample_acceptance_pkey primary key,
  item_id     bigint not null,
  company_id  bigint not null,
  side        text not null constraint sample_acceptance_side check (side = 'both'),
  event_id    bigint not null,
  -- The step whose result both sides read.
  step_number text not null,
  accepted_at timestamptz not null,
  constraint sample_acceptance_item foreign key (item_id, company_id, side) references item (id, company_id, side),
  constraint sample_acceptance_answer foreign key (answer_id, item_id, company_id) references answer (id, item_id, company_id),
  constraint sample_acceptance_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create index sample_acceptance_by_item on sample_acceptance (item_id);
create trigger sample_acceptance_only_added before update or delete on sample_acceptance
  for each row execute function refuse_change();
alter table sample_acceptance enable row level security;
grant select on sample_acceptance to side_ministry, side_company, side_auditor;
grant insert on sample_acceptance to side_ministry;
create policy ministry on sample_acceptance to side_ministry using (side in ('both', 'ministry'));
create policy company on sample_acceptance for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on sample_acceptance for select to side_auditor using (side in ('both', 'ministry')
  and (viewer_request() is null or item_id in (select i.id from item i where i.request_id = viewer_request())));

alter table item
  drop constraint item_standing,
  add constraint item_standing check (standing in
    ('draft', 'open', 'asked', 'claimed', 'contested', 'confirmed', 'sampled', 'accepted', 'withdrawn'));
