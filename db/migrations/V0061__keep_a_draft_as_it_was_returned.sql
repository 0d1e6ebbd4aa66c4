-- What a draft said when it was returned, so that whoever approves sees what changed since. Canonical JSON: the
-- form's fields, each as text, and what was pasted.
create table draft_return (
  event_id    bigint not null constraint draft_return_pkey primary key constraint draft_return_event references event (id),
  request_id  bigint not null,
  company_id  bigint not null,
  side        text not null default 'ministry' constraint draft_return_side check (side = 'ministry'),
  content     text not null constraint draft_return_content check (jsonb_typeof(content::jsonb) = 'object'),
  returned_at timestamptz not null,
  constraint draft_return_request foreign key (request_id, company_id) references request (id, company_id) on update cascade
);
create index draft_return_by_request on draft_return (request_id);
alter table draft_return enable row level security;
grant select, insert on draft_return to side_ministry;
grant select on draft_return to side_auditor;
create policy ministry on draft_return to side_ministry using (true);
create policy auditor on draft_return for select to side_auditor
  using (viewer_request() is null or request_id = viewer_request());
create trigger draft_return_only_added before delete or update of content, returned_at on draft_return
  for each row execute function refuse_change();
