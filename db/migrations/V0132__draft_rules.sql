-- Rules are edited in the portal: a version is drafted as a copy of the newest, and released by somebody who wrote none of
-- it. A version without 'in force from' is a draft, which the ministry keeps to itself; there is one at a time, so that
-- each follows the one before it. Released, a version is never written again, whoever asks.
alter table rule_set
  alter column in_force_from drop not null,
  add column based_on bigint constraint rule_set_based_on references rule_set (id),
  -- Counts the changes of a draft: who saves over another's change is told.
  add column revision integer not null default 1;
create unique index rule_set_one_draft on rule_set ((true)) where in_force_from is null;

-- Who wrote something in it, and therefore does not release it.
create table rule_author (
  rule_set_id bigint not null constraint rule_author_rule_set references rule_set (id),
  person_id   bigint not null,
  side        text not null default 'ministry' constraint rule_author_side check (side = 'ministry'),
  constraint rule_author_pkey primary key (rule_set_id, person_id),
  constraint rule_author_person foreign key (person_id, side) references person (id, side)
);

-- When it was released, which both sides read, and by whom, which the ministry reads. The sets that came with the portal
-- have no row here.
create table rule_release (
  rule_set_id bigint not null constraint rule_release_pkey primary key
    constraint rule_release_rule_set references rule_set (id),
  person_id   bigint not null,
  side        text not null default 'ministry' constraint rule_release_side check (side = 'ministry'),
  event_id    bigint not null constraint rule_release_event references event (id),
  released_at timestamptz not null,
  constraint rule_release_person foreign key (person_id, side) references person (id, side)
);
create trigger rule_release_only_added before update or delete on rule_release
  for each row execute function refuse_change();

create function refuse_own_rules() returns trigger language plpgsql as $$
begin
  if exists (select from rule_author a where a.rule_set_id = new.rule_set_id and a.person_id = new.person_id) then
    raise exception 'rule set % may not be released by one who wrote it', new.rule_set_id
      using errcode = 'integrity_constraint_violation', constraint = 'rule_release_four_eyes';
  end if;
  return new;
end
$$;
create trigger rule_release_four_eyes before insert on rule_release
  for each row execute function refuse_own_rules();

create function refuse_unreleased_rules() returns trigger language plpgsql as $$
begin
  if not exists (select from rule_release r where r.rule_set_id = new.id and r.released_at < new.in_force_from) then
    raise exception 'rule set % is in force by nobody''s release', new.id
      using errcode = 'integrity_constraint_violation', constraint = 'rule_set_released';
  end if;
  return new;
end
$$;
create trigger rule_set_released before update of in_force_from on rule_set
  for each row when (old.in_force_from is null and new.in_force_from is not null)
  execute function refuse_unreleased_rules();
create trigger rule_set_kept before update or delete on rule_set
  for each row when (old.in_force_from is not null) execute function refuse_change();

-- The order of letters changes while several rows are written.
alter table letter_stage
  drop constraint letter_stage_order,
  add constraint letter_stage_order unique (rule_set_id, ordinal) deferrable initially deferred;

-- What a company's size makes of a fine means nothing where there is none.
alter table company_scale
  add constraint company_scale_fine foreign key (rule_set_id) references fine (rule_set_id);

-- Holds against the owner, too. A later migration that gives released sets a new parameter says so: it disables the
-- trigger for its own statements.
create function refuse_released_rules() returns trigger language plpgsql as $$
begin
  if exists (select from rule_set s where s.id in (old.rule_set_id, new.rule_set_id) and s.in_force_from is not null) then
    raise exception 'the rules of a released set are never changed'
      using errcode = 'integrity_constraint_violation', constraint = 'rules_released';
  end if;
  return coalesce(new, old);
end
$$;

do $$
declare
  ruled text;
begin
  foreach ruled in array array['urgency', 'category', 'legal_basis', 'category_legal_basis', 'category_standard', 'measure',
    'answer_type', 'answer_field', 'refusal_ground', 'fulfilment', 'requirement', 'letter_stage', 'fine', 'company_scale',
    'holiday'] loop
    execute format('create trigger %I before insert or update or delete on %I
      for each row execute function refuse_released_rules()', ruled || '_released', ruled);
    execute format('alter table %I enable row level security', ruled);
    execute format('grant insert, update, delete on %I to side_ministry', ruled);
    execute format('create policy ministry on %I for select to side_ministry using (true)', ruled);
    execute format('create policy ministry_administers on %I to side_ministry
      using (viewer_administers()) with check (viewer_administers())', ruled);
    execute format('create policy company on %I for select to side_company
      using (rule_set_id in (select s.id from rule_set s where s.in_force_from is not null))', ruled);
    execute format('create policy auditor on %I for select to side_auditor using (true)', ruled);
    execute format('create policy portal on %I for select to side_system using (true)', ruled);
  end loop;
end
$$;

alter table rule_set enable row level security;
alter table rule_author enable row level security;
alter table rule_release enable row level security;
grant insert, update, delete on rule_set to side_ministry;
grant select on rule_author, rule_release to side_ministry, side_auditor;
grant insert, delete on rule_author to side_ministry;
grant insert on rule_release to side_ministry;
grant select (rule_set_id, released_at) on rule_release to side_company;
create policy ministry on rule_set for select to side_ministry using (true);
create policy ministry_drafts on rule_set for insert to side_ministry
  with check (viewer_administers() and in_force_from is null);
create policy ministry_writes on rule_set for update to side_ministry using (in_force_from is null) with check (true);
create policy ministry_discards on rule_set for delete to side_ministry
  using (viewer_administers() and in_force_from is null);
create policy company on rule_set for select to side_company using (in_force_from is not null);
create policy auditor on rule_set for select to side_auditor using (true);
create policy portal on rule_set for select to side_system using (true);
create policy ministry on rule_author to side_ministry using (true) with check (person_id = viewer_person());
create policy auditor on rule_author for select to side_auditor using (true);
create policy ministry on rule_release for select to side_ministry using (true);
create policy ministry_releases on rule_release for insert to side_ministry with check (person_id = viewer_person());
create policy company on rule_release for select to side_company using (true);
create policy auditor on rule_release for select to side_auditor using (true);
