-- Where the rules in force say so, an officer who had no hand in an urgent draft may send it; a supervisor confirms that
-- within their time. Both sides see it, also when it is late: the order stands, the lateness is the ministry's.
create table hasty_sending (
  request_id         bigint not null constraint hasty_sending_pkey primary key,
  company_id         bigint not null,
  side               text not null default 'both' constraint hasty_sending_side check (side = 'both'),
  event_id           bigint not null,
  confirm_by         timestamptz not null,
  confirmed_event_id bigint,
  confirmed_at       timestamptz,
  constraint hasty_sending_request foreign key (request_id, company_id) references request (id, company_id),
  constraint hasty_sending_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint hasty_sending_confirmed_event foreign key (confirmed_event_id, company_id, side)
    references event (id, company_id, side),
  constraint hasty_sending_confirmed check ((confirmed_at is null) = (confirmed_event_id is null))
);
create index hasty_sending_open on hasty_sending (confirm_by) where confirmed_at is null;
create index hasty_sending_of_company on hasty_sending (company_id);

-- Nobody confirms what one sent or wrote, whatever the code above says.
create function refuse_own_confirmation() returns trigger language plpgsql as $$
begin
  if exists (select from event e where e.id = new.confirmed_event_id and (
    e.actor_id = (select s.actor_id from event s where s.id = new.event_id)
    or exists (select from request_author a where a.request_id = new.request_id and a.person_id = e.actor_id))) then
    raise exception 'request % may not be confirmed by one who wrote or sent it', new.request_id
      using errcode = 'integrity_constraint_violation', constraint = 'hasty_sending_four_eyes';
  end if;
  if old.confirmed_at is not null then
    raise exception 'the sending of request % is confirmed', new.request_id
      using errcode = 'integrity_constraint_violation', constraint = 'hasty_sending_confirmed_once';
  end if;
  return new;
end
$$;
create trigger hasty_sending_four_eyes before update on hasty_sending
  for each row execute function refuse_own_confirmation();

alter table hasty_sending enable row level security;
grant select on hasty_sending to side_ministry, side_company, side_auditor;
grant insert, update (confirmed_event_id, confirmed_at) on hasty_sending to side_ministry;
create policy ministry on hasty_sending to side_ministry using (true);
create policy company on hasty_sending for select to side_company using (company_id = viewer_company());
create policy auditor on hasty_sending for select to side_auditor
  using (viewer_request() is null or request_id = viewer_request());
