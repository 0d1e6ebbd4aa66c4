-- A mail that is put back into the outbox waits from then on, however long ago it was made: else the age of the outbox, which a
-- monitor watches, would alarm at every week's status that somebody asks for again.
alter table mail add column put_back_at timestamptz;

grant update (put_back_at) on mail to side_company, side_ministry, side_mail;
