-- Questions pause an item's clock: how often one may ask about an item, and how soon the ministry means to reply.
-- Both are proposals. Late replies are shown to both sides; the pause goes on.
alter table rule_set
  add column questions_per_item integer not null default 2
    constraint rule_set_questions_per_item check (questions_per_item > 0);
alter table rule_set alter column questions_per_item drop default;
alter table urgency
  add column reply_minutes integer not null default 480
    constraint urgency_reply_minutes check (reply_minutes > 0);
update urgency set reply_minutes = 120 where mark;
alter table urgency alter column reply_minutes drop default;
