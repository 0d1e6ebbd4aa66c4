-- A law's last day, so that no new draft is offered what has lapsed. What cites it already keeps it.
alter table legal_basis add column valid_until date;

alter table legal_basis disable trigger user;
update legal_basis b set valid_until = '2026-01-01'
from rule_set r where r.id = b.rule_set_id and b.code = 'kuhp_303' and b.label_id like '%1 Januari 2026%';
alter table legal_basis enable trigger user;
