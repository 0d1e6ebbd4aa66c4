-- A step that was planned from a decision remembers it, and so does its result; a company sees the decision once it is signed.
alter table verification_step
  add constraint verification_step_decision foreign key (decision_id, company_id) references access_decision (id, company_id);
alter table verification_result
  add constraint verification_result_decision foreign key (decision_id, company_id) references access_decision (id, company_id);
create index verification_step_by_decision on verification_step (decision_id) where decision_id is not null;
create index verification_result_by_decision on verification_result (decision_id) where decision_id is not null;
