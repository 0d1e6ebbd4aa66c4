-- What an uploaded table says about an address. It stands in the item, so that both sides read it once the request is sent.
alter table item
  add column note         text not null default '' constraint item_note check (length(note) <= 5000),
  add column account      text not null default '' constraint item_account check (length(account) <= 500),
  -- As the file has it: '3/4' is no date that anybody can be sure of.
  add column content_time text not null default '' constraint item_content_time check (length(content_time) <= 100);

-- A table between its upload and the choice of its columns: one a person and draft, the last one.
create table draft_upload (
  id          bigint generated always as identity constraint draft_upload_pkey primary key,
  request_id  bigint not null,
  company_id  bigint not null,
  side        text not null default 'ministry' constraint draft_upload_side check (side = 'ministry'),
  person_id   bigint not null constraint draft_upload_person references person (id),
  name        text not null constraint draft_upload_name check (length(name) <= 300),
  cells       text not null constraint draft_upload_cells check (length(cells) <= 40000000),
  guessed     boolean not null,
  uploaded_at timestamptz not null,
  constraint draft_upload_once unique (request_id, person_id),
  constraint draft_upload_request foreign key (request_id, company_id) references request (id, company_id) on update cascade
);
create index draft_upload_by_time on draft_upload (uploaded_at);

alter table draft_upload enable row level security;
grant select, insert, delete on draft_upload to side_ministry;
create policy ministry on draft_upload to side_ministry using (true);
