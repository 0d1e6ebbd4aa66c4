-- Who wants the news at once gets it in mails of its own kind: it can be ended like a day's or a week's.
alter table mail
  drop constraint mail_kind,
  add constraint mail_kind check (kind in ('notices', 'news', 'daily', 'weekly'));
