-- That whoever wrote rules does not release them hangs on rule_author alone: nobody takes a name out of it, and nobody
-- writes in a draft without standing there. A draft that is discarded takes its authors with it.
alter table rule_author
  drop constraint rule_author_rule_set,
  add constraint rule_author_rule_set foreign key (rule_set_id) references rule_set (id) on delete cascade;
revoke delete on rule_author from side_ministry;
drop policy ministry on rule_author;
create policy ministry on rule_author for select to side_ministry using (true);
create policy ministry_signs on rule_author for insert to side_ministry with check (person_id = viewer_person());

-- A migration writes for nobody: it has no viewer.
create function refuse_unsigned_rules(written bigint) returns void language plpgsql as $$
begin
  if viewer_person() is not null
    and not exists (select from rule_author a where a.rule_set_id = written and a.person_id = viewer_person()) then
    raise exception 'who writes in draft % is among its authors', written
      using errcode = 'integrity_constraint_violation', constraint = 'rules_signed';
  end if;
end
$$;

create or replace function refuse_released_rules() returns trigger language plpgsql as $$
begin
  if exists (select from rule_set s where s.id in (old.rule_set_id, new.rule_set_id) and s.in_force_from is not null) then
    raise exception 'the rules of a released set are never changed'
      using errcode = 'integrity_constraint_violation', constraint = 'rules_released';
  end if;
  perform refuse_unsigned_rules(coalesce(new.rule_set_id, old.rule_set_id));
  return coalesce(new, old);
end
$$;

-- What a set says of itself is a rule like the others; that it was changed, and is in force, is not.
create function refuse_unsigned_head() returns trigger language plpgsql as $$
begin
  perform refuse_unsigned_rules(new.id);
  return new;
end
$$;
create trigger rule_set_signed before update on rule_set for each row
  when (to_jsonb(old) - array['revision', 'in_force_from'] is distinct from to_jsonb(new) - array['revision', 'in_force_from'])
  execute function refuse_unsigned_head();
