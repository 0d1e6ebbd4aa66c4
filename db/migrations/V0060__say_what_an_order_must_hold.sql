-- What an order must hold before it may be sent, by which article, and what may be left out with a reason that the
-- order prints. Which needs the portal can tell is code; which of them a rule set asks for is a row.
-- May be left out: what an urgent case may have to send on later. That is a proposal; the regulation is silent.
create table requirement (
  rule_set_id bigint not null constraint requirement_rule_set references rule_set (id),
  need        text not null constraint requirement_need check (need in ('items', 'requester_body', 'requester_contact',
    'letter_number', 'letter_date', 'basis', 'analysis', 'urgency_reason', 'redress', 'evidence')),
  ordinal     integer not null,
  overridable boolean not null,
  article_id  text not null,
  article_en  text not null,
  constraint requirement_pkey primary key (rule_set_id, need)
);

insert into requirement (rule_set_id, need, ordinal, overridable, article_id, article_en)
select r.id, v.*
from rule_set r, (values
  ('items', 1, false, 'PM Kominfo 5/2020 Pasal 16 ayat (4): alamat khusus', 'PM Kominfo 5/2020 art. 16(4): a specific address'),
  ('basis', 2, false, 'PM Kominfo 5/2020 Pasal 9 ayat (4)', 'PM Kominfo 5/2020 art. 9(4)'),
  ('analysis', 3, false, 'PM Kominfo 5/2020 Pasal 16 ayat (4): analisis hukum', 'PM Kominfo 5/2020 art. 16(4): legal analysis'),
  ('urgency_reason', 4, false, 'PM Kominfo 5/2020 Pasal 14 ayat (3)', 'PM Kominfo 5/2020 art. 14(3)'),
  ('redress', 5, false, 'UU 30/2014 Pasal 75: upaya administratif', 'Law 30/2014 art. 75: administrative redress'),
  ('requester_body', 6, false, 'PM Kominfo 5/2020 Pasal 14 ayat (1)', 'PM Kominfo 5/2020 art. 14(1)'),
  ('requester_contact', 7, true, 'PM Kominfo 5/2020 Pasal 17 ayat (1)', 'PM Kominfo 5/2020 art. 17(1)'),
  ('letter_number', 8, true, 'PM Kominfo 5/2020 Pasal 16 ayat (4): surat resmi', 'PM Kominfo 5/2020 art. 16(4): official letter'),
  ('letter_date', 9, true, 'PM Kominfo 5/2020 Pasal 16 ayat (4): surat resmi', 'PM Kominfo 5/2020 art. 16(4): official letter')
) v
where r.code in ('indonesia', 'demonstration-2018');

-- What an order of a category usually says. In the language of orders; whoever files changes what does not fit. What
-- has to be filled in is marked […] and counts as missing while the mark is there.
create table category_standard (
  rule_set_id   bigint not null,
  category_code text not null,
  measure_code  text not null,
  analysis      text not null,
  redress       text not null,
  constraint category_standard_pkey primary key (rule_set_id, category_code),
  constraint category_standard_category foreign key (rule_set_id, category_code) references category (rule_set_id, code),
  constraint category_standard_measure foreign key (rule_set_id, measure_code) references measure (rule_set_id, code)
);

insert into category_standard (rule_set_id, category_code, measure_code, analysis, redress)
select r.id, v.category_code, 'remove',
  case v.letter
    when 'a' then format('Konten yang dimohonkan %s. Hal itu melanggar %s, sehingga merupakan informasi elektronik yang dilarang menurut Pasal 9 ayat (4) huruf a PM Kominfo 5/2020.', v.deed, v.law)
    when 'b' then format('Konten yang dimohonkan %s, sehingga meresahkan masyarakat dan mengganggu ketertiban umum menurut Pasal 9 ayat (4) huruf b PM Kominfo 5/2020, sebagaimana ditetapkan oleh […].', v.deed)
    when 'c' then format('Konten yang dimohonkan %s, sehingga dilarang menurut Pasal 9 ayat (4) huruf c PM Kominfo 5/2020.', v.deed)
    else v.deed
  end,
  'Perusahaan dapat menolak suatu item dengan alasan melalui portal ini sebelum tenggat. Keberatan atas perintah ini diajukan secara tertulis kepada kementerian dalam 21 hari kerja sejak diterima (UU 30/2014 Pasal 77).'
from rule_set r, (values
  ('01', 'a', 'memuat materi kekerasan seksual terhadap anak', 'UU 44/2008 tentang Pornografi dan UU 35/2014 tentang Perlindungan Anak'),
  ('02', 'a', 'memuat pornografi', 'UU 44/2008 tentang Pornografi dan Pasal 27 ayat (1) UU ITE'),
  ('03', 'a', 'memuat ajakan, dukungan, atau propaganda terorisme', 'UU 5/2018 tentang Pemberantasan Tindak Pidana Terorisme'),
  ('04', 'a', 'menawarkan atau mempromosikan perjudian daring', 'Pasal 27 ayat (2) UU ITE'),
  ('05', 'a', 'memuat pernyataan menyesatkan yang merugikan konsumen', 'Pasal 28 ayat (1) UU ITE dan UU 8/1999 tentang Perlindungan Konsumen'),
  ('06', 'a', 'menawarkan layanan keuangan tanpa izin sehingga merugikan konsumen', 'Pasal 28 ayat (1) UU ITE dan UU 8/1999 tentang Perlindungan Konsumen'),
  ('07', 'a', 'menawarkan makanan, obat, atau kosmetik yang tidak memenuhi ketentuan', 'UU 17/2023 tentang Kesehatan dan UU 8/1999 tentang Perlindungan Konsumen'),
  ('08', 'a', 'menawarkan produk yang perdagangannya diatur khusus tanpa memenuhi ketentuan', 'UU 7/2014 tentang Perdagangan dan UU 8/1999 tentang Perlindungan Konsumen'),
  ('09', 'a', 'memuat ciptaan atau merek pihak lain tanpa hak', 'UU 28/2014 tentang Hak Cipta dan UU 20/2016 tentang Merek dan Indikasi Geografis'),
  ('10', 'a', 'memuat berita bohong, fitnah, atau kebencian', 'Pasal 28 ayat (2) dan ayat (3) UU ITE'),
  ('11', 'a', 'menimbulkan kebencian atau permusuhan berdasarkan suku, agama, ras, atau golongan', 'Pasal 28 ayat (2) UU ITE'),
  ('12', 'a', 'menyerang kehormatan atau nama baik orang lain', 'Pasal 27A UU ITE'),
  ('13', 'a', 'memuat ancaman kekerasan yang ditujukan secara pribadi', 'Pasal 29 UU ITE'),
  ('14', 'a', 'memuat pemerasan atau pengancaman', 'Pasal 27B UU ITE'),
  ('15', 'a', 'menyebarkan paham atau kegiatan organisasi terlarang', 'UU 16/2017 tentang Organisasi Kemasyarakatan'),
  ('16', 'a', 'memuat informasi yang dimanipulasi seolah-olah otentik untuk memperoleh data atau merusak sistem', 'Pasal 35 UU ITE'),
  ('17', 'a', 'mengungkapkan data pribadi tanpa hak', 'UU 27/2022 tentang Pelindungan Data Pribadi'),
  ('18', 'b', 'bertentangan dengan nilai sosial dan budaya', ''),
  ('19', 'b', 'memuat […]', ''),
  ('20', '-', 'Instansi sektor […] merekomendasikan pemutusan akses karena […].', ''),
  ('21', 'c', 'memberitahukan cara atau menyediakan akses ke konten yang dilarang', ''),
  ('22', 'a', 'menawarkan atau mempromosikan narkotika', 'UU 35/2009 tentang Narkotika'),
  ('23', 'a', 'memuat perekrutan atau penawaran yang mengarah pada perdagangan orang', 'UU 21/2007 tentang Pemberantasan Tindak Pidana Perdagangan Orang'),
  ('24', 'a', 'memuat konten intim seseorang tanpa persetujuannya', 'Pasal 14 UU 12/2022 tentang Tindak Pidana Kekerasan Seksual'),
  ('25', 'b', 'mempertontonkan penyiksaan hewan', ''),
  ('26', 'b', 'mendorong bunuh diri atau menyakiti diri', '')
) v (category_code, letter, deed, law)
where r.code in ('indonesia', 'demonstration-2018');

grant select on requirement, category_standard to side_ministry, side_company, side_system, side_auditor;

-- A need that an order is sent without, and why. Whoever writes the draft gives it and may take it back; the order
-- prints it, so it turns joint with its request.
create table request_override (
  request_id bigint not null,
  company_id bigint not null,
  side       text not null,
  need       text not null constraint request_override_need_length check (length(need) between 1 and 50),
  reason     text not null constraint request_override_reason_length check (length(reason) between 1 and 4000),
  constraint request_override_pkey primary key (request_id, need),
  constraint request_override_request foreign key (request_id, company_id, side)
    references request (id, company_id, side) on update cascade
);
alter table request_override enable row level security;
grant select on request_override to side_ministry, side_company, side_auditor;
grant insert, update, delete on request_override to side_ministry;
create policy ministry on request_override to side_ministry using (side in ('both', 'ministry'));
create policy company on request_override to side_company
  using (company_id = viewer_company() and side in ('both', 'company'));
create policy auditor on request_override for select to side_auditor
  using (side in ('both', 'ministry') and (viewer_request() is null or request_id = viewer_request()));
-- The order says what it said when it was sent.
create trigger request_override_kept before delete or update of need, reason on request_override
  for each row when (old.side = 'both') execute function refuse_change();
create trigger request_override_before_sending before insert on request_override
  for each row when (new.side = 'both') execute function refuse_change();
