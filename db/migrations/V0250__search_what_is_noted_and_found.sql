-- The search knew nothing of an order's summary in English, of what is noted on an item, of what was found when it was checked,
-- and of why somebody was given more time: the same words on the same pages.

-- A generated column cannot be changed, only made anew; the program does not know it. The summary weighs what the analysis does.
alter table request drop column search;
alter table request add column search tsvector not null generated always as (
  setweight(search_vector(subject), 'A')
  || setweight(search_vector(requester_body) || to_tsvector('pg_catalog.simple', letter_number), 'B')
  || setweight(search_vector(analysis) || search_vector(english_summary), 'C')) stored;
create index request_by_words on request using gin (search);

-- Most items have no note, and of restricted ones it stands elsewhere. Its hits have one rank, so that no vector is made anew.
create index item_by_words on item using gin (search_vector(note)) where note <> '';

alter table statement drop constraint statement_kind;
alter table statement add constraint statement_kind check (kind in
  ('answer', 'answer_taken_back', 'ruling', 'clarification', 'objection', 'objection_decision', 'item_withdrawal',
   'item_check', 'item_extension'));
create trigger item_check_words after insert on item_check referencing new table as fresh
  for each statement execute function keep_reason('note');
create trigger item_extension_words after insert on item_extension referencing new table as fresh
  for each statement execute function keep_reason('reason');

-- What was said before.
insert into statement (event_id, company_id, side, request_id, item_id, kind, text)
select said.event_id, said.company_id, said.side, i.request_id, min(i.id), said.kind, said.words
from (
  select x.event_id, x.company_id, x.side, x.item_id, 'item_check' as kind, x.note as words from item_check x
  union all select x.event_id, x.company_id, x.side, x.item_id, 'item_extension', x.reason from item_extension x
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
      -- By what the order says of it; found by its address as well, it is the hit above.
      (select 'item', i.request_id, i.id, null, 0.3
      from item i
      where i.note <> ''
        and search_vector(i.note) @@ asked
        and (piece is null or i.url not ilike piece)
        and i.side = any (shares)
        and (i.standing <> 'draft' or not exists (select from request r where r.id = i.request_id and r.stage = 'discarded'))
        and (of_company is null or i.company_id = of_company)
        and (of_request is null or i.request_id = of_request)
      order by case when everybodys then i.id end desc, i.id + 0 desc
      limit cap)
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
