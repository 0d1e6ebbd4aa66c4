-- What is to follow is counted on every official's first page: among the results of a year, not of all years, and of letters
-- among those that a company was sent since.
drop index verification_result_to_follow;
create index verification_result_to_follow on verification_result (concluded_at)
  where follow_up in ('new_due', 'letter', 'decision');
create index letter_by_sending_of_company on letter (company_id, sent_at);
