-- A set of rules may want a company to hear how orders work so long before its first (the European order of one hour: 12
-- hours). Once for each company, and for good: both sides read when.
create table order_notice (
  company_id bigint not null constraint order_notice_pkey primary key
    constraint order_notice_company references organisation (id),
  side       text not null default 'both' constraint order_notice_side check (side = 'both'),
  event_id   bigint not null,
  given_at   timestamptz not null,
  constraint order_notice_event foreign key (event_id, company_id, side) references event (id, company_id, side)
);
create trigger order_notice_only_added before update or delete on order_notice
  for each row execute function refuse_change();
alter table order_notice enable row level security;
grant select on order_notice to side_ministry, side_company, side_auditor;
grant insert on order_notice to side_ministry;
create policy ministry on order_notice to side_ministry using (side = 'both');
create policy company on order_notice for select to side_company using (company_id = viewer_company());
create policy auditor on order_notice for select to side_auditor using (viewer_request() is null);
