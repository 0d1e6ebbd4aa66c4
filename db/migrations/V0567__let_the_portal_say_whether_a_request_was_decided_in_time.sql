-- Whether the time for deciding on a request to open again has passed the portal knows by its clock. A watch plan has at least
-- two dates ahead, and its row says what is looked at and what is left to whoever writes it; and the row of the contact says
-- which call is meant.
alter table checklist_entry
  drop constraint checklist_entry_evidence,
  add constraint checklist_entry_evidence check (evidence in ('order_received', 'deadline_passed',
    'letters_served', 'fine_state', 'reasons_considered', 'milder_step', 'bodies_consulted', 'request_complete',
    'conditions_verified', 'items_checked', 'sample_passed', 'contact_tested', 'fines_settled', 'hours_minded',
    'blocks_counted', 'watch_plan', 'minutes_signed'));
alter table checklist_entry disable trigger user;
update checklist_entry set evidence = 'hours_minded'
where list = 'before_restore' and code = 'hours_minded' and evidence is null;
update checklist_entry set
  label_id = 'Rencana pengawasan memuat sedikitnya dua tanggal pemeriksaan ulang, sekitar 30 dan 90 hari; pemicu pemutusan ulang ditulis dalam rencana atau catatan',
  label_en = 'The watch plan has at least two dates of re-checks, about 30 and 90 days ahead; what triggers a re-block is written in the plan or the note'
where list = 'before_restore' and code = 'watch_plan'
  and label_id = 'Rencana pengawasan 30 dan 90 hari, tanggal pemeriksaan ulang, dan pemicu pemutusan ulang sudah ada';
update checklist_entry set
  label_id = 'Narahubung menjawab uji hubung dari jadwal piket dalam 30 hari terakhir',
  label_en = 'The contact person answered a test call from the duty roster in the last 30 days'
where list = 'before_restore' and code = 'contact_tested' and label_id = 'Narahubung lulus uji hubung';
alter table checklist_entry enable trigger user;
