-- Sending turns the side of each item, and with it the key that answers, rounds and the like refer to: PostgreSQL looked
-- for rows of twelve tables behind every item, though nothing can hang on the item of a draft. What refers to joint items
-- only refers from now on to a key that a draft's item does not have yet: where the old key is null there is nothing to look for.
alter table item add column joint text generated always as (case when side = 'both' then side end) stored;
alter table item add constraint item_id_company_joint unique (id, company_id, joint);

-- What identifies a restricted item hangs on it from the draft on.
do $$
declare
  reference record;
begin
  for reference in
    select c.conrelid::regclass as child, c.conname as name, pg_get_constraintdef(c.oid) as old
    from pg_constraint c
    where c.contype = 'f' and c.confrelid = 'item'::regclass
      and c.conrelid <> 'restricted_item'::regclass
  loop
    execute format('alter table %s drop constraint %I', reference.child, reference.name);
    execute format('alter table %s add constraint %I %s', reference.child, reference.name,
      replace(reference.old, 'item(id, company_id, side)', 'item(id, company_id, joint)'));
  end loop;
end
$$;
