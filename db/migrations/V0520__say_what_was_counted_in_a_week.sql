-- Commitments are counted from now on, too. Where a measure is new, a week that was frozen before has no figure of it, and
-- zero has no row either: so each week says what was counted in it.
alter table status_week add measures text[] not null default '{sent, acknowledged, open, open_urgent, overdue, overdue_urgent,
  on_time, on_time_urgent, answer_time, answered, acted, refused, verified, reappeared, asked, to_check, to_decide, objections,
  reply_time, not_processable, duplicate, withdrawn, overturned, ministry_error}';
alter table status_week alter measures drop default;
