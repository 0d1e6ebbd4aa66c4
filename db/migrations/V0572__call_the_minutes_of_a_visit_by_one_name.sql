-- What both sides sign of a visit is its risalah everywhere else.
alter table checklist_entry disable trigger user;
update checklist_entry set label_id = 'Risalah ditandatangani kedua pihak'
where evidence = 'minutes_signed' and label_id = 'Berita acara ditandatangani kedua pihak';
alter table checklist_entry enable trigger user;
