-- Where a commitment comes from is chosen from what the portal keeps of the platform, so that both pages lead to each other.
-- What was typed stays for one of one's own accord, and for older ones.
alter table commitment
  add column meeting_id bigint,
  add column letter_id bigint,
  add column decision_id bigint,
  drop constraint commitment_source_named,
  add constraint commitment_source_named check (source = 'own' or source_text <> ''
    or num_nonnulls(meeting_id, letter_id, decision_id) = 1),
  add constraint commitment_source_of check ((meeting_id is null or source = 'meeting')
    and (letter_id is null or source = 'letter') and (decision_id is null or source = 'decision')),
  add constraint commitment_meeting foreign key (meeting_id, company_id, side) references meeting (id, company_id, side),
  add constraint commitment_letter foreign key (letter_id, company_id, side) references letter (id, company_id, side),
  add constraint commitment_decision foreign key (decision_id, company_id, side)
    references access_decision (id, company_id, side);
create index commitment_by_meeting on commitment (meeting_id) where meeting_id is not null;
create index commitment_by_letter on commitment (letter_id) where letter_id is not null;
create index commitment_by_decision on commitment (decision_id) where decision_id is not null;
grant insert (meeting_id, letter_id, decision_id) on commitment to side_ministry, side_company;
