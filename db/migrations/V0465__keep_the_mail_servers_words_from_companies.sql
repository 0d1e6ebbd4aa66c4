-- What the ministry's mail server says names its machines, and their rules. A company reads of its own status mails whether
-- they were sent and by which code; the words are for those who keep the server.
revoke select on mail_attempt_end from side_company;
grant select (mail_id, number, outcome, code, ended_at) on mail_attempt_end to side_company;
