-- Categories whose content nobody should look at without need: child abuse. What identifies such an item, and the
-- written finding that stands in the place of a picture, are rows of their own, read only by those who were given the
-- permission; everything else reads the item, in which they are empty. So a list, a search, a file or a mail cannot
-- show what it does not have.

alter table category add column restricted boolean not null default false;
update category set restricted = true where code = '01';

-- Whether the viewer was given the permission; said by the portal with each transaction, like the company.
create function viewer_sees_restricted() returns boolean language sql stable parallel safe
  return coalesce(nullif(current_setting('app.restricted', true), '')::boolean, false);

alter table person_role
  drop constraint person_role_of_side,
  add constraint person_role_of_side check (
    (side = 'ministry' and role in ('officer', 'supervisor', 'decision_maker', 'administrator', 'auditor',
      'restricted_officer'))
    or (side = 'company' and role in ('responder', 'lead', 'viewer', 'restricted_responder')));

alter table item
  add column restricted boolean not null default false,
  -- Whether a restricted item has its finding: told to those, too, who may not read it.
  add column described boolean not null default false,
  drop constraint item_canonical,
  add constraint item_canonical check (restricted or url ~ '^https?://'
    or (kind <> 'url' and starts_with(url, kind || ':'))),
  add constraint item_restricted check (not restricted
    or (url = '' and url_given = '' and identifiers = '{}' and note = '' and account = '' and content_time = '')),
  add constraint item_described check (restricted or not described);
create index item_without_finding on item (request_id) where restricted and not described;

create table restricted_item (
  item_id      bigint not null constraint restricted_item_pkey primary key,
  company_id   bigint not null,
  side         text not null,
  url_given    text not null,
  url          text not null constraint restricted_item_url check (length(url) between 1 and 4096),
  identifiers  text not null constraint restricted_item_identifiers check (jsonb_typeof(identifiers::jsonb) = 'object'),
  note         text not null default '' constraint restricted_item_note check (length(note) <= 5000),
  account      text not null default '' constraint restricted_item_account check (length(account) <= 500),
  content_time text not null default '' constraint restricted_item_content_time check (length(content_time) <= 100),
  -- The finding: what was seen, where in it, by whom, its hash, the number of the case.
  what         text not null default '' constraint restricted_item_what check (length(what) <= 4000),
  place        text not null default '' constraint restricted_item_place check (length(place) <= 1000),
  found_by     text not null default '' constraint restricted_item_found_by check (length(found_by) <= 300),
  content_hash text not null default '' constraint restricted_item_content_hash
    check (content_hash ~ '^((sha256:[0-9a-f]{64})|(sha1:[0-9a-f]{40})|(md5:[0-9a-f]{32}))?$'),
  case_number  text not null default '' constraint restricted_item_case_number check (length(case_number) <= 100),
  constraint restricted_item_item foreign key (item_id, company_id, side) references item (id, company_id, side)
    on update cascade on delete cascade
);

-- What was pasted into a draft of such a category.
create table restricted_draft (
  request_id bigint not null constraint restricted_draft_pkey primary key,
  company_id bigint not null,
  side       text not null default 'ministry' constraint restricted_draft_side check (side = 'ministry'),
  pasted     text not null,
  constraint restricted_draft_request foreign key (request_id, company_id) references request (id, company_id)
    on update cascade
);

-- What was filed before in such a category is put away as well, and what was kept of its drafts.
insert into restricted_item (item_id, company_id, side, url_given, url, identifiers, note, account, content_time)
select i.id, i.company_id, i.side, i.url_given, i.url, i.identifiers, i.note, i.account, i.content_time
from item i
  join request r on r.id = i.request_id
  join category c on c.rule_set_id = r.rule_set_id and c.code = r.category_code
where c.restricted;
update item i set restricted = true, url_given = '', url = '', identifiers = '{}', note = '', account = '', content_time = ''
from restricted_item r where r.item_id = i.id;
insert into restricted_draft (request_id, company_id, pasted)
select d.request_id, d.company_id, d.pasted
from request_draft d
  join request r on r.id = d.request_id
  join category c on c.rule_set_id = r.rule_set_id and c.code = r.category_code
where c.restricted;
update request_draft d set pasted = '' from restricted_draft r where r.request_id = d.request_id;
delete from draft_upload u using restricted_draft r where r.request_id = u.request_id;
alter table draft_return disable trigger draft_return_only_added;
update draft_return d set content = (d.content::jsonb || '{"pasted": ""}')::text
from restricted_draft r where r.request_id = d.request_id;
alter table draft_return enable trigger draft_return_only_added;

alter table restricted_item enable row level security;
alter table restricted_draft enable row level security;
grant select, insert on restricted_item, restricted_draft to side_ministry;
grant update (what, place, found_by, content_hash, case_number) on restricted_item to side_ministry;
grant delete on restricted_draft to side_ministry;
grant select on restricted_item to side_company;
-- An auditor may ask, as the pages do, and is shown nothing: no policy lets the auditor see.
grant select on restricted_item, restricted_draft to side_auditor;

-- Whoever writes a draft may put something away here, and needs the permission to read it again.
create policy ministry on restricted_item for select to side_ministry
  using (side in ('both', 'ministry') and viewer_sees_restricted());
create policy ministry_files on restricted_item for insert to side_ministry with check (side = 'ministry');
create policy ministry_finds on restricted_item for update to side_ministry
  using (side = 'ministry' and viewer_sees_restricted()) with check (side = 'ministry');
create policy company on restricted_item for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company') and viewer_sees_restricted());
create policy ministry on restricted_draft for select to side_ministry using (viewer_sees_restricted());
create policy ministry_files on restricted_draft for insert to side_ministry with check (true);
create policy ministry_replaces on restricted_draft for delete to side_ministry using (viewer_sees_restricted());

-- An item is restricted as its request's category is: seen at once for each statement, for a category that changes
-- at the commit, when its items have been written anew.
create function hold_items_restricted() returns trigger language plpgsql as $$
begin
  if exists (select from added a join request r on r.id = a.request_id
      join category c on c.rule_set_id = r.rule_set_id and c.code = r.category_code
      where c.restricted <> a.restricted) then
    raise exception 'an item is restricted as its category is'
      using errcode = 'integrity_constraint_violation', constraint = 'item_restricted_by_category';
  end if;
  return null;
end
$$;
create trigger item_restricted_by_category after insert on item referencing new table as added
  for each statement execute function hold_items_restricted();

create function hold_category_restricted() returns trigger language plpgsql as $$
begin
  if exists (select from request r
      join category c on c.rule_set_id = r.rule_set_id and c.code = r.category_code
      join item i on i.request_id = r.id
      where r.id = new.id and c.restricted <> i.restricted) then
    raise exception 'request % changed its category and its items did not', new.id
      using errcode = 'integrity_constraint_violation', constraint = 'request_restricted_by_category';
  end if;
  return null;
end
$$;
create constraint trigger request_restricted_by_category after update of category_code, rule_set_id on request
  deferrable initially deferred for each row
  when (old.category_code <> new.category_code or old.rule_set_id <> new.rule_set_id)
  execute function hold_category_restricted();

-- No picture, and nothing that could hold one, is evidence of such a request.
create function refuse_pictures() returns trigger language plpgsql as $$
begin
  if exists (select from request r
      join category c on c.rule_set_id = r.rule_set_id and c.code = r.category_code
      join stored_file f on f.id = new.file_id
      where r.id = new.request_id and c.restricted and f.kind not in ('txt', 'csv')) then
    raise exception 'no picture is kept of this category'
      using errcode = 'integrity_constraint_violation', constraint = 'evidence_without_pictures';
  end if;
  return new;
end
$$;
create trigger evidence_without_pictures before insert on evidence for each row execute function refuse_pictures();

-- Each showing is told; a company's to both sides, so that the auditor reads it, too.
create policy company_showing on event for insert to side_company
  with check (company_id = viewer_company() and side = 'both' and actor_side = 'company' and actor_id = viewer_person()
    and kind = 'items.shown' and viewer_sees_restricted() and exists (select from request r where r.id = request_id));

-- The finding stands in the place of the screenshot that the law asks for.
alter table requirement
  drop constraint requirement_need,
  add constraint requirement_need check (need in ('items', 'requester_body', 'requester_contact', 'letter_number',
    'letter_date', 'basis', 'analysis', 'urgency_reason', 'redress', 'evidence', 'finding'));
insert into requirement (rule_set_id, need, ordinal, overridable, article_id, article_en)
select id, 'finding', 20, false, 'pengganti tangkapan layar (PM Kominfo 5/2020 Pasal 16 ayat (4))',
  'in place of the screenshot (PM Kominfo 5/2020 art. 16(4))'
from rule_set;
