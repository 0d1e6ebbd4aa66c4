-- The European order to remove terrorist content, Regulation (EU) 2021/784, as a draft of a rule set: one hour from receipt;
-- information on procedure and deadlines twelve hours before a provider's first order; where an order has errors or says
-- too little, the hour begins when that is cleared up; what a provider sends back are the forms of annexes II and III. A
-- fixture: the wording is short, not the regulation's.
insert into rule_set (code, version, label_id, label_en, object_minutes, decide_objection_minutes, questions_per_item,
  recheck_sample, recheck_sample_days, notice_minutes, max_blocks, normalisation_hours, commitment_soon_days,
  waiver_days, contest_days, answer_contest_days)
values ('european-order', '2022-06', 'Uni Eropa: konten teroris', 'European Union: terrorist content', 2880, 4320, 5, 20, 30, 720,
  3, 48, 14, 180, 21, 10);

create temporary table tco on commit drop as select id from rule_set where code = 'european-order';

insert into urgency (rule_set_id, code, ordinal, minutes, acknowledge_minutes, reply_minutes, recheck_minutes, mark,
  clarification_restarts, approve_minutes, check_minutes, decide_minutes, article_id, article_en, label_id, label_en)
select id, 'hour', 1, 60, 15, 30, '{1440}', true, true, 30, 60, 60, 'Pasal 3 ayat (3)', 'Article 3(3)', 'Satu jam', 'One hour'
from tco;

insert into category (rule_set_id, code, ordinal, urgency_code, label_id, label_en)
select id, 'terrorist', 1, 'hour', 'Konten teroris', 'Terrorist content' from tco;

insert into legal_basis (rule_set_id, code, ordinal, label_id, label_en)
select id, v.* from tco, (values
  ('incites', 1, 'Pasal 2 ayat (7) huruf a: menghasut', 'Article 2(7)(a): incites'),
  ('solicits', 2, 'Pasal 2 ayat (7) huruf b: mengajak berbuat', 'Article 2(7)(b): solicits to commit'),
  ('joins', 3, 'Pasal 2 ayat (7) huruf c: mengajak bergabung', 'Article 2(7)(c): solicits to join a group'),
  ('instructs', 4, 'Pasal 2 ayat (7) huruf d: mengajarkan senjata', 'Article 2(7)(d): instructs on weapons'),
  ('threatens', 5, 'Pasal 2 ayat (7) huruf e: mengancam', 'Article 2(7)(e): threatens')
) v;
insert into category_legal_basis (rule_set_id, category_code, basis_code) select id, 'terrorist', 'incites' from tco;

insert into measure (rule_set_id, code, ordinal, label_id, label_en)
select id, 'remove_or_disable', 1, 'Hapus, atau tutup aksesnya di semua negara anggota',
  'Remove, or disable access in all Member States' from tco;

insert into answer_type (rule_set_id, code, ordinal, class, label_id, label_en, hint_id, hint_en)
select id, v.* from tco, (values
  ('II_removed', 1, 'acted', 'Lampiran II: dihapus', 'Annex II: removed', 'Menghentikan waktu.', 'Stops the clock.'),
  ('II_disabled', 2, 'acted', 'Lampiran II: akses ditutup', 'Annex II: access disabled', 'Menghentikan waktu.', 'Stops the clock.'),
  ('III_unclear', 3, 'asks', 'Lampiran III: keliru atau kurang jelas', 'Annex III: manifest errors, or not enough information',
    'Satu jam dimulai lagi ketika penjelasan diterima.', 'The hour begins again when clarification is received.'),
  ('III_impossible', 4, 'impossible', 'Lampiran III: keadaan kahar', 'Annex III: force majeure or de facto impossibility',
    'Satu jam dimulai ketika halangan berakhir.', 'The hour begins when the cause ends.')
) v;
insert into answer_field (rule_set_id, answer_code, code, ordinal, input, required, options, label_id, label_en)
select id, v.* from tco, (values
  ('II_removed', 'acted_at', 1, 'instant', true, '', 'Waktu tindakan', 'Time of the measure'),
  ('II_disabled', 'acted_at', 1, 'instant', true, '', 'Waktu tindakan', 'Time of the measure'),
  ('III_unclear', 'ground', 1, 'choice', true, E'errors|Kekeliruan nyata|Manifest errors\ninformation|Informasi tidak cukup|Not enough information', 'Alasan', 'Reason'),
  ('III_unclear', 'needed', 2, 'text', true, '', 'Penjelasan yang diperlukan', 'Clarification needed'),
  ('III_impossible', 'reason', 1, 'text', true, '', 'Halangan', 'What stands in the way')
) v;
insert into fulfilment (rule_set_id, measure_code, answer_code, extent)
select id, 'remove_or_disable', unnest('{II_removed,II_disabled}'::text[]), 'fully' from tco;

-- Annex I, as far as the portal can tell that its boxes are filled in.
insert into requirement (rule_set_id, need, ordinal, overridable, article_id, article_en)
select id, v.* from tco, (values
  ('items', 1, false, 'Lampiran I bagian B', 'Annex I, section B'),
  ('basis', 2, false, 'Lampiran I bagian B', 'Annex I, section B'),
  ('analysis', 3, false, 'Lampiran I bagian B', 'Annex I, section B'),
  ('requester_body', 4, false, 'Lampiran I bagian E', 'Annex I, section E'),
  ('redress', 5, false, 'Lampiran I bagian G', 'Annex I, section G')
) v;
