-- A draft that turns restricted, or from which such a draft is split off, keeps no address in the clear: what it was
-- pasted when it was returned may be blanked, and nothing else of a return may change; its uploaded tables are deleted.

create function draft_is_restricted(asked bigint) returns boolean language sql stable
begin atomic
  select exists (select from request r
    join category c on c.rule_set_id = r.rule_set_id and c.code = r.category_code
    where c.restricted
      and (r.id = asked or r.id in (select d.request_id from request_draft d where d.split_from = asked)));
end;

create function hold_draft_return() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.returned_at = old.returned_at
    and new.content::jsonb = old.content::jsonb || '{"pasted": ""}' and draft_is_restricted(old.request_id) then
    return new;
  end if;
  raise exception 'draft_return rows are only added, never changed'
    using errcode = 'integrity_constraint_violation', constraint = 'draft_return_only_added';
end
$$;
drop trigger draft_return_only_added on draft_return;
create trigger draft_return_only_added before delete or update of content, returned_at on draft_return
  for each row execute function hold_draft_return();
grant update (content) on draft_return to side_ministry;

-- What was left so far.
update draft_return set content = (content::jsonb || '{"pasted": ""}')::text
where content::jsonb ->> 'pasted' <> '' and draft_is_restricted(request_id);
delete from draft_upload where draft_is_restricted(request_id);
