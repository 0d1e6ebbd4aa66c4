-- A mail made before a draft turned restricted tells its subject and its platform. What is kept of it is blanked then, and
-- nothing else of a mail may change; one that was not sent yet is dropped, and what it told is told anew, as of a
-- restricted category it may be.
alter table mail
  drop constraint mail_state,
  add constraint mail_state check (state in ('kept', 'waiting', 'sent', 'parked', 'dropped'));
drop policy ministry_sends_again on mail;
create policy ministry_sends_again on mail for update to side_ministry
  using (viewer_administers() and state not in ('sent', 'dropped')) with check (viewer_administers() and state = 'waiting');

alter table mail_content
  drop constraint mail_content_subject,
  add constraint mail_content_subject check (length(subject) between 1 and 300
    or (subject = '' and html = '' and text = ''));
create function hold_mail_content() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.mail_id, new.side, new.own, new.language) = (old.mail_id, old.side, old.own, old.language)
    and new.subject = '' then
    return new;
  end if;
  raise exception 'mail_content rows are only added, never changed'
    using errcode = 'integrity_constraint_violation', constraint = 'mail_content_only_added';
end
$$;
drop trigger mail_content_only_added on mail_content;
create trigger mail_content_only_added before update or delete on mail_content
  for each row execute function hold_mail_content();

create function forget_mails(asked bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  told bigint[];
begin
  told := array(select m.id from mail m where m.id in (select n.mail_id from notice n where n.request_id = asked)
    order by m.id for update);
  update mail_content set subject = '', html = '', text = '' where mail_id = any (told);
  update notice n set mail_id = null from mail m where m.id = n.mail_id and m.id = any (told) and m.state <> 'sent';
  update mail set state = 'dropped', next_at = null where id = any (told) and state <> 'sent';
end
$$;
revoke all on function forget_mails(bigint) from public;

create function forget_mails_of_restricted() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from category c
      where c.rule_set_id = new.rule_set_id and c.code = new.category_code and c.restricted)
    and not exists (select from category c
      where c.rule_set_id = old.rule_set_id and c.code = old.category_code and c.restricted) then
    perform forget_mails(new.id);
  end if;
  return null;
end
$$;
revoke all on function forget_mails_of_restricted() from public;
create trigger request_forgets_mails after update of category_code, rule_set_id on request for each row
  when (old.category_code <> new.category_code or old.rule_set_id <> new.rule_set_id)
  execute function forget_mails_of_restricted();

-- What was left so far. Which of these mails were made before is not known any more: all are forgotten.
do $$
begin
  perform forget_mails(r.id) from request r
    join category c on c.rule_set_id = r.rule_set_id and c.code = r.category_code
  where c.restricted;
end
$$;
