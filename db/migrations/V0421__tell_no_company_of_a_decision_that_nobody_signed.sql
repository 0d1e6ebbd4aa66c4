-- What a step was planned from stands with the step. A company, which sees no step, learns of its decision once that is
-- signed, and of none that is only prepared; a result is never changed, so it cannot say which of the two it is.
create function decision_of_check(number text) returns bigint
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select s.decision_id from verification_step s join access_decision d on d.id = s.decision_id
  where s.number = decision_of_check.number
    and ((d.company_id = viewer_company() and d.side = 'both')
      or exists (select from organisation o where o.id = viewer_company() and o.side = 'ministry'));
end;
revoke all on function decision_of_check(text) from public;
grant execute on function decision_of_check(text) to side_ministry, side_company, side_auditor;

alter table verification_result drop column decision_id;
