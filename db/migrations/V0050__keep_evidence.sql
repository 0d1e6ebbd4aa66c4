-- Evidence: files hung on a request, or on an item of one that was sent. The same file is stored once per
-- organisation, in chunks, so that neither way needs more memory than one of them. A file is its owner's; others
-- read it where a piece of evidence that they may see shows it.

create table stored_file (
  id              bigint generated always as identity primary key,
  organisation_id bigint not null constraint stored_file_organisation references organisation (id),
  sha256          bytea not null constraint stored_file_sha256 check (length(sha256) = 32),
  size            bigint not null constraint stored_file_size check (size between 1 and 26214400),
  chunks          integer not null constraint stored_file_chunks check (chunks > 0),
  kind            text not null constraint stored_file_kind check (kind in ('pdf', 'png', 'jpeg', 'txt', 'csv', 'xlsx')),
  stored_at       timestamptz not null,
  constraint stored_file_once unique (organisation_id, sha256),
  constraint stored_file_id_organisation unique (id, organisation_id),
  constraint stored_file_id_chunks unique (id, chunks)
);

-- The number of chunks stands in the key: nothing can be hung behind the last one later.
create table file_chunk (
  file_id bigint not null,
  chunks  integer not null,
  number  integer not null,
  bytes   bytea not null constraint file_chunk_bytes check (length(bytes) between 1 and 262144),
  constraint file_chunk_pkey primary key (file_id, number),
  constraint file_chunk_number check (number >= 0 and number < chunks),
  constraint file_chunk_file foreign key (file_id, chunks) references stored_file (id, chunks)
);
alter table file_chunk alter column bytes set storage external;

-- Who reads it follows: its own side where it was kept private, else whoever reads the request. So a draft's
-- evidence turns joint with the draft, by the key alone.
create table evidence (
  id              bigint generated always as identity primary key,
  request_id      bigint not null,
  company_id      bigint not null,
  request_side    text not null constraint evidence_request_side check (request_side in ('ministry', 'both')),
  item_id         bigint,
  organisation_id bigint not null,
  owner_side      text not null,
  private         boolean not null,
  side            text not null generated always as (case when private then owner_side else request_side end) stored,
  file_id         bigint not null,
  event_id        bigint not null constraint evidence_event references event (id),
  -- What the other side may know of who added it: the event of a draft stays the ministry's.
  actor_role      text not null,
  actor_code      integer not null,
  name            text not null constraint evidence_name_length check (length(name) between 1 and 200),
  note            text not null default '' constraint evidence_note_length check (length(note) <= 4000),
  added_at        timestamptz not null,
  constraint evidence_id_company_side unique (id, company_id, side),
  constraint evidence_request foreign key (request_id, company_id, request_side)
    references request (id, company_id, side) on update cascade,
  constraint evidence_item foreign key (item_id, company_id, request_side) references item (id, company_id, side),
  -- A draft's items are written anew at each save: nothing hangs on them yet.
  constraint evidence_item_sent check (item_id is null or request_side = 'both'),
  constraint evidence_owner foreign key (organisation_id, owner_side) references organisation (id, side),
  constraint evidence_of_the_company check (owner_side = 'ministry' or organisation_id = company_id),
  constraint evidence_file foreign key (file_id, organisation_id) references stored_file (id, organisation_id)
);
create index evidence_by_request on evidence (request_id, id);
create index evidence_by_item on evidence (item_id) where item_id is not null;
create index evidence_by_file on evidence (file_id);

-- Evidence that was taken back: it stays, and is no longer shown.
create table evidence_removal (
  evidence_id bigint not null constraint evidence_removal_pkey primary key,
  company_id  bigint not null,
  side        text not null,
  event_id    bigint not null constraint evidence_removal_event references event (id),
  reason      text not null constraint evidence_removal_reason_length check (length(reason) between 1 and 4000),
  removed_at  timestamptz not null,
  constraint evidence_removal_evidence foreign key (evidence_id, company_id, side) references evidence (id, company_id, side)
);

-- Only the draft it hangs on moves a row: to another platform's company, or, sent, to both sides.
create function hold_evidence() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.company_id, new.request_side) is distinct from (old.company_id, old.request_side)
    and (new.id, new.request_id, new.item_id, new.organisation_id, new.owner_side, new.private, new.file_id, new.event_id,
      new.actor_role, new.actor_code, new.name, new.note, new.added_at)
    is not distinct from (old.id, old.request_id, old.item_id, old.organisation_id, old.owner_side, old.private, old.file_id,
      old.event_id, old.actor_role, old.actor_code, old.name, old.note, old.added_at) then
    return new;
  end if;
  if tg_op = 'DELETE' and old.request_side = 'ministry' then
    return old;
  end if;
  raise exception 'evidence rows are only added, never changed'
    using errcode = 'integrity_constraint_violation', constraint = 'evidence_only_added';
end
$$;
create trigger evidence_only_added before update or delete on evidence for each row execute function hold_evidence();
create trigger stored_file_only_added before update or delete on stored_file for each row execute function refuse_change();
create trigger file_chunk_only_added before update or delete on file_chunk for each row execute function refuse_change();
create trigger evidence_removal_only_added before update or delete on evidence_removal
  for each row execute function refuse_change();

alter table stored_file enable row level security;
alter table file_chunk enable row level security;
alter table evidence enable row level security;
alter table evidence_removal enable row level security;

grant select, insert on stored_file, file_chunk, evidence, evidence_removal to side_ministry, side_company;
grant select on stored_file, file_chunk, evidence, evidence_removal to side_auditor;
grant delete on evidence to side_ministry;

create policy ministry on evidence to side_ministry
  using (side in ('both', 'ministry'))
  with check (side in ('both', 'ministry') and owner_side = 'ministry' and organisation_id = viewer_company()
    and exists (select from event e where e.id = event_id and e.request_id = evidence.request_id and e.actor_id = viewer_person()
      and e.actor_role = evidence.actor_role and e.actor_code = evidence.actor_code));
create policy company on evidence to side_company
  using (company_id = viewer_company() and side in ('both', 'company'))
  with check (company_id = viewer_company() and side in ('both', 'company') and owner_side = 'company'
    and exists (select from request r where r.id = request_id)
    and exists (select from event e where e.id = event_id and e.request_id = evidence.request_id and e.side = evidence.side
      and e.actor_id = viewer_person() and e.actor_role = evidence.actor_role and e.actor_code = evidence.actor_code));
create policy auditor on evidence for select to side_auditor
  using (side in ('both', 'ministry') and (viewer_request() is null or request_id = viewer_request()));

-- Each side takes back its own.
create policy ministry on evidence_removal to side_ministry
  using (side in ('both', 'ministry'))
  with check (side in ('both', 'ministry')
    and exists (select from evidence e where e.id = evidence_id and e.owner_side = 'ministry' and e.request_side = 'both')
    and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));
create policy company on evidence_removal to side_company
  using (company_id = viewer_company() and side in ('both', 'company'))
  with check (company_id = viewer_company() and side in ('both', 'company')
    and exists (select from evidence e where e.id = evidence_id and e.owner_side = 'company')
    and exists (select from event e where e.id = event_id and e.actor_id = viewer_person()));
create policy auditor on evidence_removal for select to side_auditor
  using (side in ('both', 'ministry')
    and (viewer_request() is null or evidence_id in (select e.id from evidence e where e.request_id = viewer_request())));

-- The subqueries look with the reader's own eyes.
create policy ministry on stored_file to side_ministry
  using (organisation_id = viewer_company() or id in (select e.file_id from evidence e where e.file_id = stored_file.id))
  with check (organisation_id = viewer_company());
create policy company on stored_file to side_company
  using (organisation_id = viewer_company() or id in (select e.file_id from evidence e where e.file_id = stored_file.id))
  with check (organisation_id = viewer_company());
create policy auditor on stored_file for select to side_auditor
  using (id in (select e.file_id from evidence e where e.file_id = stored_file.id));
create policy ministry on file_chunk to side_ministry
  using (exists (select from stored_file f where f.id = file_id))
  with check (exists (select from stored_file f where f.id = file_id and f.organisation_id = viewer_company()));
create policy company on file_chunk to side_company
  using (exists (select from stored_file f where f.id = file_id))
  with check (exists (select from stored_file f where f.id = file_id and f.organisation_id = viewer_company()));
create policy auditor on file_chunk for select to side_auditor
  using (exists (select from stored_file f where f.id = file_id));

-- Beside what a company may tell of already; policies of one command are joined by OR.
create policy company_evidence on event for insert to side_company
  with check (company_id = viewer_company() and side in ('both', 'company')
    and actor_side = 'company' and actor_id = viewer_person()
    and kind in ('evidence.added', 'evidence.removed') and exists (select from request r where r.id = request_id));
