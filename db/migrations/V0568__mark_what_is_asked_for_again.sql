-- The ministry's queue counts at each page what is to be looked at again. It asked of each row whether its item is still
-- confirmed and whether another was sent for its content: up to a thousand items looked up at a page. Now only what is confirmed
-- has a row, and the row says the other; the nightly check compares both with the items.
delete from recheck where not exists (select from item i where i.id = recheck.item_id and i.standing = 'confirmed');
alter table recheck add column asked_again boolean not null default false;
update recheck set asked_again = true
where exists (select from item fresh where fresh.reappeared_from = recheck.item_id and fresh.standing <> 'withdrawn');
drop index recheck_by_due;
create index recheck_by_due on recheck (due_at, item_id) where not asked_again;
