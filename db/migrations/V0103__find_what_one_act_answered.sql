-- One act that answers over several requests, or in several ways, has an event for each; they share their transaction.
create index event_answered_together on event (xid) where kind = 'items.answered';
