-- The demonstration replays a case of 2018, when PM 5/2020 was not yet written. It needs a set in force then, so it
-- borrows Indonesia's of 2020; its labels and articles say that the hours are made up.

insert into rule_set (code, version, in_force_from, label_id, label_en)
values ('demonstration-2018', '2018-01', '2018-01-01 00:00+07',
  'Peragaan 2018 (jam dibuat-buat; hukum tahun 2018 berbeda)',
  'Demonstration 2018 (hours made up; the law of 2018 was another)');

create temporary table pair on commit drop as
select i.id as indonesia, d.id as demonstration
from rule_set i, rule_set d
where i.code = 'indonesia' and i.version = '2020-11' and d.code = 'demonstration-2018' and d.version = '2018-01';

insert into urgency (rule_set_id, code, ordinal, minutes, acknowledge_minutes, mark, article, label_id, label_en)
select p.demonstration, s.code, s.ordinal, s.minutes, s.acknowledge_minutes, s.mark,
  'Peragaan 2018: dibuat-buat / made up', s.label_id, s.label_en
from pair p join urgency s on s.rule_set_id = p.indonesia;

insert into category (rule_set_id, code, ordinal, urgency_code, label_id, label_en)
select p.demonstration, s.code, s.ordinal, s.urgency_code, s.label_id, s.label_en
from pair p join category s on s.rule_set_id = p.indonesia;

insert into legal_basis (rule_set_id, code, ordinal, label_id, label_en)
select p.demonstration, s.code, s.ordinal, s.label_id, s.label_en
from pair p join legal_basis s on s.rule_set_id = p.indonesia;

insert into category_legal_basis (rule_set_id, category_code, basis_code)
select p.demonstration, s.category_code, s.basis_code
from pair p join category_legal_basis s on s.rule_set_id = p.indonesia;

insert into measure (rule_set_id, code, ordinal, label_id, label_en)
select p.demonstration, s.code, s.ordinal, s.label_id, s.label_en
from pair p join measure s on s.rule_set_id = p.indonesia;

insert into answer_type (rule_set_id, code, ordinal, class, label_id, label_en, hint_id, hint_en)
select p.demonstration, s.code, s.ordinal, s.class, s.label_id, s.label_en, s.hint_id, s.hint_en
from pair p join answer_type s on s.rule_set_id = p.indonesia;

insert into answer_field (rule_set_id, answer_code, code, ordinal, input, required, options, label_id, label_en)
select p.demonstration, s.answer_code, s.code, s.ordinal, s.input, s.required, s.options, s.label_id, s.label_en
from pair p join answer_field s on s.rule_set_id = p.indonesia;

insert into refusal_ground (rule_set_id, code, ordinal, label_id, label_en)
select p.demonstration, s.code, s.ordinal, s.label_id, s.label_en
from pair p join refusal_ground s on s.rule_set_id = p.indonesia;

insert into fulfilment (rule_set_id, measure_code, answer_code, extent)
select p.demonstration, s.measure_code, s.answer_code, s.extent
from pair p join fulfilment s on s.rule_set_id = p.indonesia;
