-- Where the law sets the hours, said as officials cite it, and in English for the other side.
alter table urgency rename column article to article_id;
alter table urgency add column article_en text;
update urgency u set
  article_id = case u.code
    when 'urgent' then 'PM Kominfo 5/2020 Pasal 15 ayat (8) dan Pasal 16 ayat (9)'
    else 'PM Kominfo 5/2020 Pasal 15 ayat (6) dan Pasal 16 ayat (7)' end,
  article_en = case u.code
    when 'urgent' then 'Regulation of the Minister (PM Kominfo) 5/2020, articles 15(8) and 16(9)'
    else 'Regulation of the Minister (PM Kominfo) 5/2020, articles 15(6) and 16(7)' end
  from rule_set r where r.id = u.rule_set_id and r.code = 'indonesia';
update urgency u set article_id = 'Peragaan 2018, dibuat-buat', article_en = 'Demonstration 2018, made up'
  from rule_set r where r.id = u.rule_set_id and r.code = 'demonstration-2018';
alter table urgency alter column article_en set not null;
