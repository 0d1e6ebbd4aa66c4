-- A paste often holds more than one request: rows for another category, another platform, or no platform at all.

-- The draft a draft was split off from: both know of each other.
alter table request_draft add column split_from bigint constraint request_draft_split_from references request (id);
create index request_draft_by_split on request_draft (split_from);

-- Hosts of no platform of the portal leave as a list for the national block list; the file as it left is kept.
create table block_list (
  id         bigint generated always as identity primary key,
  request_id bigint not null,
  company_id bigint not null,
  side       text not null default 'ministry' constraint block_list_side check (side = 'ministry'),
  event_id   bigint not null constraint block_list_event references event (id),
  domains    text not null constraint block_list_domains check (length(domains) between 1 and 3000000),
  made_at    timestamptz not null,
  constraint block_list_request foreign key (request_id, company_id) references request (id, company_id) on update cascade
);
create index block_list_by_request on block_list (request_id);

-- Hosts that need a second look before an order goes out: what is said there is rarely gambling. Reference data,
-- read by the ministry; a suffix covers its subdomains.
create table watched_host (
  suffix text not null constraint watched_host_pkey primary key constraint watched_host_lower check (suffix = lower(suffix)),
  kind   text not null constraint watched_host_kind check (kind in ('government', 'education', 'news'))
);
insert into watched_host (suffix, kind) values
  ('go.id', 'government'), ('mil.id', 'government'), ('desa.id', 'government'), ('gov', 'government'),
  ('gov.uk', 'government'), ('gov.au', 'government'), ('gov.sg', 'government'), ('gov.my', 'government'),
  ('europa.eu', 'government'), ('un.org', 'government'), ('who.int', 'government'),
  ('ac.id', 'education'), ('sch.id', 'education'), ('edu', 'education'), ('ac.uk', 'education'), ('edu.au', 'education'),
  ('edu.my', 'education'), ('edu.sg', 'education'),
  ('antaranews.com', 'news'), ('bbc.co.uk', 'news'), ('bbc.com', 'news'), ('bisnis.com', 'news'),
  ('cnbcindonesia.com', 'news'), ('cnnindonesia.com', 'news'), ('detik.com', 'news'), ('idntimes.com', 'news'),
  ('jawapos.com', 'news'), ('kompas.com', 'news'), ('kompas.id', 'news'), ('kontan.co.id', 'news'),
  ('kumparan.com', 'news'), ('liputan6.com', 'news'), ('merdeka.com', 'news'), ('metrotvnews.com', 'news'),
  ('okezone.com', 'news'), ('republika.co.id', 'news'), ('reuters.com', 'news'), ('rri.co.id', 'news'),
  ('suara.com', 'news'), ('tempo.co', 'news'), ('thejakartapost.com', 'news'), ('tirto.id', 'news'),
  ('tribunnews.com', 'news'), ('tvri.go.id', 'news'), ('viva.co.id', 'news'), ('voi.id', 'news');

alter table block_list enable row level security;
grant select, insert on block_list to side_ministry;
grant select on block_list to side_auditor;
grant select on watched_host to side_ministry, side_auditor;
create policy ministry on block_list to side_ministry using (true);
create policy auditor on block_list for select to side_auditor
  using (viewer_request() is null or request_id = viewer_request());
create trigger block_list_only_added before update or delete on block_list for each row execute function refuse_change();
