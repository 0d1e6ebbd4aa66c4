-- New rules concern every company. Their event stands behind no company's wall, so that none could read it: each may, and
-- the kind is named here so that nothing else is read this way.
create policy company_reads_rules on event for select to side_company
  using (kind = 'rules.released' and side = 'both' and company_id is null and request_id is null);
