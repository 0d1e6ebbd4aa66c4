-- What is said of items in words, for the search: what answers say in their lines and texts, and the reasons of rulings, replies,
-- objections, their decisions, withdrawals and answers taken back. One row for each act and text, however many items it is
-- about; the first of them leads there. Written by triggers with the row it copies, so that it is found by the next
-- statement. Of restricted items nothing is copied.
create table statement (
  id         bigint generated always as identity constraint statement_pkey primary key,
  event_id   bigint not null,
  company_id bigint not null,
  side       text not null constraint statement_side check (side = 'both'),
  request_id bigint not null,
  item_id    bigint not null,
  kind       text not null constraint statement_kind check (kind in
    ('answer', 'answer_taken_back', 'ruling', 'clarification', 'objection', 'objection_decision', 'item_withdrawal')),
  text       text not null constraint statement_text check (text <> ''),
  text_hash  text not null generated always as (md5(text)) stored,
  search     tsvector not null generated always as (search_vector(text)) stored,
  constraint statement_once unique (event_id, kind, text_hash),
  constraint statement_event foreign key (event_id, company_id, side) references event (id, company_id, side),
  constraint statement_request foreign key (request_id, company_id) references request (id, company_id),
  constraint statement_item foreign key (item_id, company_id, side) references item (id, company_id, joint)
);
create index statement_by_words on statement using gin (search);
create index statement_by_company on statement (company_id);
create index statement_by_request on statement (request_id);
create index statement_by_item on statement (item_id);
create trigger statement_only_added before update or delete on statement for each row execute function refuse_change();

alter table statement enable row level security;
grant select on statement to side_ministry, side_company, side_auditor;
create policy ministry on statement for select to side_ministry using (side in ('both', 'ministry'));
create policy company on statement for select to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on statement for select to side_auditor
  using (side in ('both', 'ministry') and (viewer_request() is null or request_id = viewer_request()));

-- Of an answer what people wrote: codes, instants and item numbers are found elsewhere.
create function answer_words(of_rule_set bigint, of_type text, details text) returns text language sql stable as $$
  select string_agg(said.value, E'\n' order by f.ordinal)
  from jsonb_each_text(details::jsonb) said
  join answer_field f on f.rule_set_id = of_rule_set and f.answer_code = of_type and f.code = said.key and f.input in ('line', 'text')
  where said.value <> ''
$$;

revoke all on function answer_words(bigint, text, text) from public;

-- Nobody writes statements but these, as the owner: what can be found is what was said.
create function keep_answer_words() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into statement (event_id, company_id, side, request_id, item_id, kind, text)
  select said.event_id, said.company_id, said.side, i.request_id, min(i.id), 'answer', said.words
  from (
    select a.event_id, a.company_id, a.side, a.item_id, w.words
    from fresh a
    join (
      select d.rule_set_id, d.type_code, d.details, answer_words(d.rule_set_id, d.type_code, d.details) as words
      from (select distinct f.rule_set_id, f.type_code, f.details from fresh f) d
    ) w on w.rule_set_id = a.rule_set_id and w.type_code = a.type_code and w.details = a.details
  ) said
  join item i on i.id = said.item_id and not i.restricted
  where said.words is not null
  group by said.event_id, said.company_id, said.side, i.request_id, said.words
  on conflict on constraint statement_once do nothing;
  return null;
end
$$;

create function keep_reason() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into statement (event_id, company_id, side, request_id, item_id, kind, text)
  select said.event_id, said.company_id, said.side, i.request_id, min(i.id), tg_table_name, to_jsonb(said) ->> tg_argv[0]
  from fresh said
  join item i on i.id = said.item_id and not i.restricted
  where to_jsonb(said) ->> tg_argv[0] <> ''
  group by said.event_id, said.company_id, said.side, i.request_id, to_jsonb(said) ->> tg_argv[0]
  on conflict on constraint statement_once do nothing;
  return null;
end
$$;
revoke all on function keep_answer_words() from public;
revoke all on function keep_reason() from public;

create trigger answer_words after insert on answer referencing new table as fresh
  for each statement execute function keep_answer_words();
create trigger ruling_words after insert on ruling referencing new table as fresh
  for each statement execute function keep_reason('reason');
create trigger clarification_words after insert on clarification referencing new table as fresh
  for each statement execute function keep_reason('reply');
create trigger objection_words after insert on objection referencing new table as fresh
  for each statement execute function keep_reason('reason');
create trigger objection_decision_words after insert on objection_decision referencing new table as fresh
  for each statement execute function keep_reason('reason');
create trigger item_withdrawal_words after insert on item_withdrawal referencing new table as fresh
  for each statement execute function keep_reason('reason');
create trigger answer_taken_back_words after insert on answer_taken_back referencing new table as fresh
  for each statement execute function keep_reason('reason');

-- What was said before.
insert into statement (event_id, company_id, side, request_id, item_id, kind, text)
select said.event_id, said.company_id, said.side, i.request_id, min(i.id), said.kind, said.words
from (
  select a.event_id, a.company_id, a.side, a.item_id, 'answer' as kind, w.words
  from answer a
  join (
    select d.rule_set_id, d.type_code, d.details, answer_words(d.rule_set_id, d.type_code, d.details) as words
    from (select distinct f.rule_set_id, f.type_code, f.details from answer f) d
  ) w on w.rule_set_id = a.rule_set_id and w.type_code = a.type_code and w.details = a.details
  union all select x.event_id, x.company_id, x.side, x.item_id, 'ruling', x.reason from ruling x
  union all select x.event_id, x.company_id, x.side, x.item_id, 'clarification', x.reply from clarification x
  union all select x.event_id, x.company_id, x.side, x.item_id, 'objection', x.reason from objection x
  union all select x.event_id, x.company_id, x.side, x.item_id, 'objection_decision', x.reason from objection_decision x
  union all select x.event_id, x.company_id, x.side, x.item_id, 'item_withdrawal', x.reason from item_withdrawal x
  union all select x.event_id, x.company_id, x.side, x.item_id, 'answer_taken_back', x.reason from answer_taken_back x
) said
join item i on i.id = said.item_id and not i.restricted
where said.words <> ''
group by said.event_id, said.company_id, said.side, i.request_id, said.kind, said.words
order by said.event_id;

create or replace function search_rows(words text, part text, most integer, shares text[], of_company bigint, of_request bigint)
returns table (kind text, request_id bigint, item_id bigint, message_id bigint, rank real)
language plpgsql stable set search_path = pg_catalog, public
set plan_cache_mode = force_custom_plan set client_min_messages = warning as $$
#variable_conflict use_column
declare
  asked tsquery := search_words(words);
  -- '%' and '_' are pieces of addresses like any other. Under three characters the index is of no use.
  piece text := case when length(part) >= 3 then '%' || replace(replace(replace(part, '\', '\\'), '%', '\%'), '_', '\_') || '%' end;
  cap integer := least(most, 1001);
  -- Of everybody's rows the newest are found by walking down their ids until there are enough. Of one company's or one
  -- request's they are sorted out of its own, which '+ 0' makes the planner do: walking past others' rows would take
  -- longer the more there are, and a stop-watch would tell how many match.
  everybodys boolean := of_company is null and of_request is null;
  -- How many addresses hold a piece is a guess of the planner's, and where it guesses too high the walk reads them all.
  -- So the newest are asked first; addresses are in small letters but for what follows the host, and then the index is
  -- asked once too often.
  walked boolean := everybodys and (
    select count(*) = cap
    from (select from item i
      where i.id > (select max(i.id) from item i) - 20000
        and i.url like lower(piece)
        and i.side = any (shares)
      limit cap) newest);
  of_number text := upper(split_part(part, '/', 1));
  of_ordinal text := split_part(part, '/', 2);
begin
  -- Only what is ruled out, or nothing but stop words: every row would have to be looked at.
  if querytree(asked) in ('', 'T') then
    asked := ''::tsquery;
  end if;
  return query
    select hit.kind, hit.request_id, hit.item_id, hit.message_id, hit.rank::real
    from (
      (select 'request' as kind, r.id as request_id, null::bigint as item_id, null::bigint as message_id,
        case when r.number = upper(part) or r.letter_number = part then 10
             when r.number ilike piece or r.letter_number ilike piece then 5
             else ts_rank(r.search, asked) end as rank
      from request r
      where (r.search @@ asked or r.number ilike piece or r.letter_number ilike piece)
        and r.side = any (shares)
        and r.stage <> 'discarded'
        and (of_company is null or r.company_id = of_company)
        and (of_request is null or r.id = of_request)
      order by case when everybodys then r.id end desc, r.id + 0 desc
      limit cap)
      union all
      (select 'item', i.request_id, i.id, null,
        case when i.url in ('https://' || part, 'http://' || part, 'https://' || part || '/', 'http://' || part || '/') then 9
             when part ~ '[./:]' then 3
             else 0.01 end
      from item i
      where i.url ilike piece
        and i.side = any (shares)
        and (i.standing <> 'draft' or not exists (select from request r where r.id = i.request_id and r.stage = 'discarded'))
        and (of_company is null or i.company_id = of_company)
        and (of_request is null or i.request_id = of_request)
      order by case when walked then i.id end desc, i.id + 0 desc
      limit cap)
      union all
      (select 'item', i.request_id, i.id, null, 10
      from request r join item i on i.request_id = r.id
      where of_ordinal ~ '^[0-9]{1,7}$'
        and r.number = of_number
        and i.ordinal = case when of_ordinal ~ '^[0-9]{1,7}$' then of_ordinal::integer end
        and i.side = any (shares)
        and (of_company is null or i.company_id = of_company)
        and (of_request is null or i.request_id = of_request))
      union all
      (select 'message', m.request_id, null, m.id, ts_rank(m.search, asked)
      from message m
      where m.search @@ asked
        and m.side = any (shares)
        and not exists (select from request r where r.id = m.request_id and r.stage = 'discarded')
        and (of_company is null or m.company_id = of_company)
        and (of_request is null or m.request_id = of_request)
      order by case when everybodys then m.id end desc, m.id + 0 desc
      limit cap)
      union all
      (select 'statement', s.request_id, null, s.id, ts_rank(s.search, asked)
      from statement s
      where s.search @@ asked
        and s.side = any (shares)
        and (of_company is null or s.company_id = of_company)
        and (of_request is null or s.request_id = of_request)
      order by case when everybodys then s.id end desc, s.id + 0 desc
      limit cap)
    ) hit
    order by hit.rank desc, hit.request_id desc, hit.item_id nulls first, hit.message_id desc
    limit cap;
end
$$;
