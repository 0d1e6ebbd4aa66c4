-- Search over requests, items and messages. Everything is in the same transaction as the write, so what was
-- written is found by the next statement; nothing catches up behind.

-- Trusted: the owner of the database may make it, no superuser needed.
create extension if not exists pg_trgm;

-- Both languages in one vector: officials write Indonesian, companies often English, and a text does not say which.
-- Nothing here is markup: the parser would leave out what stands between < and >.
create function search_vector(content text) returns tsvector language sql immutable parallel safe
  return to_tsvector('pg_catalog.indonesian', translate(content, '<>', '  '))
    || to_tsvector('pg_catalog.english', translate(content, '<>', '  '));

-- Stored, because a rank is reckoned from the vector, and making a thousand of them anew takes seconds. The program
-- does not know these columns: it must name the ones it reads, for a '*' brings these, too.
alter table request add column search tsvector not null generated always as (
  setweight(search_vector(subject), 'A')
  || setweight(search_vector(requester_body) || to_tsvector('pg_catalog.simple', letter_number), 'B')
  || setweight(search_vector(analysis), 'C')) stored;
alter table message add column search tsvector not null generated always as (search_vector(text)) stored;
create index request_by_words on request using gin (search);
create index message_by_words on message using gin (search);
create index message_by_company on message (company_id);

-- Any three characters in a row of an address or a number.
create index request_by_number_part on request using gin (number gin_trgm_ops, letter_number gin_trgm_ops);
create index item_by_url_part on item using gin (url gin_trgm_ops);

-- What the words ask for, in both languages. A word that is ruled out must be so in either.
-- Without words there is nothing to ask for, and no notice about it.
create function search_words(words text) returns tsquery language plpgsql immutable parallel safe
set search_path = pg_catalog, public set client_min_messages = warning as $$
declare
  indonesian tsquery := websearch_to_tsquery('pg_catalog.indonesian', words);
  english tsquery := websearch_to_tsquery('pg_catalog.english', words);
begin
  return case when (indonesian || english)::text like '%!%' then indonesian && english else indonesian || english end;
end
$$;

-- A piece of a text with the found words between the characters 2 and 3, which nobody types. Marked by the words'
-- Indonesian stems, else by the English ones: a parser knows one language at a time. It reads only what it is given.
create function search_snippet(content text, words text, options text) returns text
language plpgsql stable parallel safe set search_path = pg_catalog, public as $$
declare
  asked tsquery := search_words(words);
  clean text := translate(content, chr(2) || chr(3), '');
  marks text := format('StartSel="%s", StopSel="%s", ', chr(2), chr(3)) || options;
  snippet text := ts_headline('pg_catalog.indonesian', clean, asked, marks);
begin
  return case when position(chr(2) in snippet) > 0 then snippet
    else ts_headline('pg_catalog.english', clean, asked, marks) end;
end
$$;

-- The search itself. Nobody may call it but the owner's three functions below, which say what the caller sees: rows
-- shared so, of one company or of all (null), of one request or of all (null).
-- part: a piece of an address or number, taken as it stands. At most so many of each kind, the newest first, so that
-- a word in every row costs no more than one in some; then the best of all. Ranks: 10 the very number, 9 the very
-- address, 5 a piece of a number, 3 a piece of an address that can be nothing else; words rank below 1.
create function search_rows(words text, part text, most integer, shares text[], of_company bigint, of_request bigint)
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
        and (of_company is null or i.company_id = of_company)
        and (of_request is null or i.request_id = of_request)
      order by case when everybodys then i.id end desc, i.id + 0 desc
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
        and (of_company is null or m.company_id = of_company)
        and (of_request is null or m.request_id = of_request)
      order by case when everybodys then m.id end desc, m.id + 0 desc
      limit cap)
    ) hit
    order by hit.rank desc, hit.request_id desc, hit.item_id nulls first, hit.message_id desc
    limit cap;
end
$$;

-- Under a policy neither index would be used: @@ and ilike are not leakproof, so the planner must apply the policy to
-- each row before it. These functions read as the owner and hold the wall themselves, as the policies of the three
-- tables do. One for each side: PostgreSQL checks the right to call against the role that truly is in force. Inside,
-- current_user is the owner, and a side given as an argument or a setting of ours could be given wrongly; which of
-- three functions may be called could not. Company and request come from the settings the policies read as well;
-- a company that is not told sees nothing, for no row is of company 0.
create function search_as_ministry(words text, part text, most integer)
returns table (kind text, request_id bigint, item_id bigint, message_id bigint, rank real)
language sql stable security definer set search_path = pg_catalog, public as $$
  select * from search_rows(words, part, most, array['both', 'ministry'], null, null)
$$;

create function search_as_company(words text, part text, most integer)
returns table (kind text, request_id bigint, item_id bigint, message_id bigint, rank real)
language sql stable security definer set search_path = pg_catalog, public as $$
  select * from search_rows(words, part, most, array['both', 'company'], coalesce(viewer_company(), 0), null)
$$;

create function search_as_auditor(words text, part text, most integer)
returns table (kind text, request_id bigint, item_id bigint, message_id bigint, rank real)
language sql stable security definer set search_path = pg_catalog, public as $$
  select * from search_rows(words, part, most, array['both', 'ministry'], null, viewer_request())
$$;

revoke all on function search_rows(text, text, integer, text[], bigint, bigint) from public;
revoke all on function search_as_ministry(text, text, integer) from public;
revoke all on function search_as_company(text, text, integer) from public;
revoke all on function search_as_auditor(text, text, integer) from public;
grant execute on function search_as_ministry(text, text, integer) to side_ministry;
grant execute on function search_as_company(text, text, integer) to side_company;
grant execute on function search_as_auditor(text, text, integer) to side_auditor;
