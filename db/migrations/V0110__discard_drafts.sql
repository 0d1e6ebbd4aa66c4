-- A draft that nobody needs is put aside, and can be taken back as it was: nothing of it is deleted. It is the ministry's own
-- like every draft. It goes aside from the draft alone, and back to it alone, so that no way leads past the four eyes.
alter table request drop constraint request_stage;
alter table request add constraint request_stage
  check (stage in ('draft', 'awaiting_approval', 'discarded', 'sent', 'withdrawn'));
create index request_discarded on request (id) where stage = 'discarded';

create function refuse_way_past_the_draft() returns trigger language plpgsql as $$
begin
  raise exception 'request % is discarded from a draft and restored to one', new.id
    using errcode = 'integrity_constraint_violation', constraint = 'request_discarded_from_draft';
end
$$;
create trigger request_discarded_from_draft before update of stage on request
  for each row when ((new.stage = 'discarded' and old.stage <> 'draft') or (old.stage = 'discarded' and new.stage <> 'draft'))
  execute function refuse_way_past_the_draft();

-- The search leaves it out, with its items and the notes on it.
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
    ) hit
    order by hit.rank desc, hit.request_id desc, hit.item_id nulls first, hit.message_id desc
    limit cap;
end
$$;
