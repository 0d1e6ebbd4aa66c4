-- The law asks for a screenshot with every order; restricted categories have the written finding in its place (V0081).
-- It may be sent on later for a reason, as the letter may: a proposal, the regulation is silent.
insert into requirement (rule_set_id, need, ordinal, overridable, article_id, article_en)
select id, 'evidence', 10, true, 'PM Kominfo 5/2020 Pasal 16 ayat (4): tangkapan layar',
  'PM Kominfo 5/2020 art. 16(4): screenshot'
from rule_set;
