-- The rules of PM Kominfo 5/2020, as the portal applies them. To change one, add a version with a later
-- in_force_from: a version that a request was sent under is never changed.
--
-- Which content is urgent differs between the regulation, the press and the ministry's own statements, so it is a
-- row and not code. Here stands what article 14(3) names: child pornography, terrorism, public disorder.
--
-- The legal bases include laws younger than the regulation, since this version serves until the next one. Law
-- 1/2023 (the criminal code in force since 2 January 2026) takes the place of some articles of the ITE law and of
-- the old code; the ministry's legal bureau is to confirm the list before letters quote it.

insert into rule_set (code, version, in_force_from, label_id, label_en)
values ('indonesia', '2020-11', '2020-11-24 00:00+07', 'Indonesia (PM Kominfo 5/2020)', 'Indonesia (PM Kominfo 5/2020)');

insert into urgency (rule_set_id, code, ordinal, minutes, acknowledge_minutes, mark, article, label_id, label_en)
select r.id, v.*
from rule_set r, (values
  ('urgent',   1,  240,  60, true,  'PM 5/2020 pasal 15(8), 16(9)', 'Mendesak', 'Urgent'),
  ('ordinary', 2, 1440, 240, false, 'PM 5/2020 pasal 15(6), 16(7)', 'Biasa',    'Ordinary')
) v
where r.code = 'indonesia' and r.version = '2020-11';

insert into category (rule_set_id, code, ordinal, urgency_code, label_id, label_en)
select r.id, v.code, v.code::integer, v.urgency_code, v.label_id, v.label_en
from rule_set r, (values
  ('01', 'urgent',   'Pornografi anak (materi kekerasan seksual terhadap anak)', 'Child sexual abuse material'),
  ('02', 'ordinary', 'Pornografi', 'Pornography'),
  ('03', 'urgent',   'Terorisme dan radikalisme', 'Terrorism and radicalism'),
  ('04', 'ordinary', 'Perjudian (judi online)', 'Gambling'),
  ('05', 'ordinary', 'Penipuan', 'Fraud and scams'),
  ('06', 'ordinary', 'Aktivitas keuangan ilegal (pinjaman, investasi, teknologi finansial)', 'Illegal finance (loans, investments, fintech)'),
  ('07', 'ordinary', 'Makanan, obat, dan kosmetik ilegal', 'Illegal food, medicines and cosmetics'),
  ('08', 'ordinary', 'Perdagangan produk dengan aturan khusus', 'Trade in specially regulated products'),
  ('09', 'ordinary', 'Pelanggaran hak kekayaan intelektual', 'Breach of intellectual property'),
  ('10', 'ordinary', 'Berita bohong; disinformasi, fitnah, dan kebencian (DFK)', 'False news; disinformation, slander and hatred'),
  ('11', 'ordinary', 'SARA (suku, agama, ras, dan antargolongan)', 'Hatred on grounds of ethnicity, religion, race or group'),
  ('12', 'ordinary', 'Pencemaran nama baik', 'Defamation'),
  ('13', 'ordinary', 'Kekerasan, termasuk kekerasan pada anak', 'Violence, including violence against children'),
  ('14', 'ordinary', 'Pemerasan', 'Extortion'),
  ('15', 'ordinary', 'Separatisme dan organisasi terlarang', 'Separatism and banned organisations'),
  ('16', 'ordinary', 'Pelanggaran keamanan informasi (phishing, malware)', 'Breach of information security (phishing, malware)'),
  ('17', 'ordinary', 'Pelanggaran data pribadi', 'Breach of personal data'),
  ('18', 'ordinary', 'Pelanggaran nilai sosial dan budaya', 'Breach of social and cultural norms'),
  ('19', 'urgent',   'Meresahkan masyarakat dan mengganggu ketertiban umum', 'Disturbing society and public order'),
  ('20', 'ordinary', 'Rekomendasi instansi sektor', 'Recommended by a sector agency'),
  ('21', 'ordinary', 'Memfasilitasi akses ke konten yang dilarang', 'Giving access to prohibited content'),
  ('22', 'ordinary', 'Narkotika', 'Narcotics'),
  ('23', 'ordinary', 'Perdagangan orang', 'Human trafficking'),
  ('24', 'ordinary', 'Konten intim tanpa persetujuan, termasuk deepfake', 'Intimate images without consent, including deepfakes'),
  ('25', 'ordinary', 'Penyiksaan hewan', 'Cruelty to animals'),
  ('26', 'ordinary', 'Bunuh diri dan menyakiti diri', 'Suicide and self-harm')
) v (code, urgency_code, label_id, label_en)
where r.code = 'indonesia' and r.version = '2020-11';

insert into legal_basis (rule_set_id, code, ordinal, label_id, label_en)
select r.id, v.*
from rule_set r, (values
  ('pm5_9_4_a', 1, 'PM Kominfo 5/2020 Pasal 9 ayat (4) huruf a: melanggar peraturan perundang-undangan', 'PM Kominfo 5/2020 art. 9(4)a: breaks the law'),
  ('pm5_9_4_b', 2, 'PM Kominfo 5/2020 Pasal 9 ayat (4) huruf b: meresahkan masyarakat dan mengganggu ketertiban umum', 'PM Kominfo 5/2020 art. 9(4)b: disturbs society and public order'),
  ('pm5_9_4_c', 3, 'PM Kominfo 5/2020 Pasal 9 ayat (4) huruf c: memberitahukan cara atau menyediakan akses ke konten yang dilarang', 'PM Kominfo 5/2020 art. 9(4)c: shows how to get, or gives access to, prohibited content'),
  ('pm5_14', 4, 'PM Kominfo 5/2020 Pasal 14: permohonan pemutusan akses', 'PM Kominfo 5/2020 art. 14: requests to cut access'),
  ('pm5_15', 5, 'PM Kominfo 5/2020 Pasal 15: perintah atas permohonan masyarakat', 'PM Kominfo 5/2020 art. 15: order at the request of the public'),
  ('pm5_16', 6, 'PM Kominfo 5/2020 Pasal 16: perintah atas permohonan K/L, aparat penegak hukum, atau pengadilan', 'PM Kominfo 5/2020 art. 16: order at the request of an agency, law enforcement or a court'),
  ('pp71_96', 7, 'PP 71/2019 Pasal 96: pemutusan akses', 'PP 71/2019 art. 96: cutting access'),
  ('ite_27_1', 8, 'UU ITE Pasal 27 ayat (1): melanggar kesusilaan', 'ITE Law art. 27(1): indecency'),
  ('ite_27_2', 9, 'UU ITE Pasal 27 ayat (2): perjudian', 'ITE Law art. 27(2): gambling'),
  ('ite_27a', 10, 'UU ITE Pasal 27A: menyerang kehormatan atau nama baik', 'ITE Law art. 27A: attack on honour or good name'),
  ('ite_27b', 11, 'UU ITE Pasal 27B: pemerasan dan pengancaman', 'ITE Law art. 27B: extortion and threats'),
  ('ite_28_1', 12, 'UU ITE Pasal 28 ayat (1): berita bohong yang merugikan konsumen', 'ITE Law art. 28(1): false statements that harm consumers'),
  ('ite_28_2', 13, 'UU ITE Pasal 28 ayat (2): kebencian atau permusuhan', 'ITE Law art. 28(2): hatred or hostility'),
  ('ite_28_3', 14, 'UU ITE Pasal 28 ayat (3): berita bohong yang menimbulkan kerusuhan', 'ITE Law art. 28(3): false statements that cause unrest'),
  ('ite_29', 15, 'UU ITE Pasal 29: ancaman kekerasan', 'ITE Law art. 29: threats of violence'),
  ('ite_35', 16, 'UU ITE Pasal 35: manipulasi informasi elektronik seolah-olah otentik', 'ITE Law art. 35: electronic information made to look authentic'),
  ('ite_40', 17, 'UU ITE Pasal 40: pencegahan oleh pemerintah dan pemutusan akses', 'ITE Law art. 40: prevention by the government, cutting access'),
  ('ite_40a', 18, 'UU ITE Pasal 40A: perintah kepada penyelenggara sistem elektronik', 'ITE Law art. 40A: orders to operators of electronic systems'),
  ('kuhp_243', 19, 'KUHP (UU 1/2023) Pasal 243: kebencian atau permusuhan terhadap golongan penduduk', 'Criminal Code (Law 1/2023) art. 243: hatred or hostility against groups'),
  ('kuhp_407', 20, 'KUHP (UU 1/2023) Pasal 407: pornografi', 'Criminal Code (Law 1/2023) art. 407: pornography'),
  ('kuhp_426', 21, 'KUHP (UU 1/2023) Pasal 426: perjudian', 'Criminal Code (Law 1/2023) art. 426: gambling'),
  ('kuhp_303', 22, 'KUHP lama Pasal 303: perjudian (berlaku sampai 1 Januari 2026)', 'Old Criminal Code art. 303: gambling (in force until 1 January 2026)'),
  ('uu44_2008', 23, 'UU 44/2008 tentang Pornografi', 'Law 44/2008 on pornography'),
  ('uu35_2014', 24, 'UU 23/2002 jo. UU 35/2014 tentang Perlindungan Anak', 'Law 23/2002 with Law 35/2014 on child protection'),
  ('uu5_2018', 25, 'UU 15/2003 jo. UU 5/2018 tentang Pemberantasan Tindak Pidana Terorisme', 'Law 15/2003 with Law 5/2018 against terrorism'),
  ('uu12_2022', 26, 'UU 12/2022 tentang Tindak Pidana Kekerasan Seksual, Pasal 14: kekerasan seksual berbasis elektronik', 'Law 12/2022 on sexual violence, art. 14: by electronic means'),
  ('uu21_2007', 27, 'UU 21/2007 tentang Pemberantasan Tindak Pidana Perdagangan Orang', 'Law 21/2007 against human trafficking'),
  ('uu27_2022', 28, 'UU 27/2022 tentang Pelindungan Data Pribadi', 'Law 27/2022 on personal data protection'),
  ('uu28_2014', 29, 'UU 28/2014 tentang Hak Cipta', 'Law 28/2014 on copyright'),
  ('uu20_2016', 30, 'UU 20/2016 tentang Merek dan Indikasi Geografis', 'Law 20/2016 on marks and geographical indications'),
  ('uu8_1999', 31, 'UU 8/1999 tentang Perlindungan Konsumen', 'Law 8/1999 on consumer protection'),
  ('uu7_2014', 32, 'UU 7/2014 tentang Perdagangan', 'Law 7/2014 on trade'),
  ('uu17_2023', 33, 'UU 17/2023 tentang Kesehatan', 'Law 17/2023 on health'),
  ('uu35_2009', 34, 'UU 35/2009 tentang Narkotika', 'Law 35/2009 on narcotics'),
  ('uu16_2017', 35, 'UU 17/2013 jo. UU 16/2017 tentang Organisasi Kemasyarakatan', 'Law 17/2013 with Law 16/2017 on civil organisations')
) v
where r.code = 'indonesia' and r.version = '2020-11';

insert into category_legal_basis (rule_set_id, category_code, basis_code)
select r.id, v.category_code, unnest(v.basis_codes::text[])
from rule_set r, (values
  ('01', '{pm5_9_4_a,uu44_2008,uu35_2014,ite_27_1,kuhp_407}'),
  ('02', '{pm5_9_4_a,uu44_2008,ite_27_1,kuhp_407}'),
  ('03', '{pm5_9_4_a,uu5_2018}'),
  ('04', '{pm5_9_4_a,ite_27_2,kuhp_426,kuhp_303}'),
  ('05', '{pm5_9_4_a,ite_28_1,uu8_1999}'),
  ('06', '{pm5_9_4_a,ite_28_1,uu8_1999}'),
  ('07', '{pm5_9_4_a,uu17_2023,uu8_1999}'),
  ('08', '{pm5_9_4_a,uu7_2014,uu8_1999}'),
  ('09', '{pm5_9_4_a,uu28_2014,uu20_2016}'),
  ('10', '{pm5_9_4_a,pm5_9_4_b,ite_28_2,ite_28_3}'),
  ('11', '{pm5_9_4_a,ite_28_2,kuhp_243}'),
  ('12', '{pm5_9_4_a,ite_27a}'),
  ('13', '{pm5_9_4_a,ite_29,uu35_2014}'),
  ('14', '{pm5_9_4_a,ite_27b}'),
  ('15', '{pm5_9_4_a,uu16_2017}'),
  ('16', '{pm5_9_4_a,ite_35}'),
  ('17', '{pm5_9_4_a,uu27_2022}'),
  ('18', '{pm5_9_4_b}'),
  ('19', '{pm5_9_4_b}'),
  ('20', '{pm5_16,pm5_9_4_a,pm5_9_4_b}'),
  ('21', '{pm5_9_4_c}'),
  ('22', '{pm5_9_4_a,uu35_2009}'),
  ('23', '{pm5_9_4_a,uu21_2007}'),
  ('24', '{pm5_9_4_a,uu12_2022,ite_27_1,ite_35}'),
  ('25', '{pm5_9_4_a,pm5_9_4_b}'),
  ('26', '{pm5_9_4_b}')
) v (category_code, basis_codes)
where r.code = 'indonesia' and r.version = '2020-11';

insert into measure (rule_set_id, code, ordinal, label_id, label_en)
select r.id, v.*
from rule_set r, (values
  ('remove', 1, 'Hapus konten', 'Remove the content'),
  ('limit_in_indonesia', 2, 'Batasi di Indonesia', 'Limit it in Indonesia'),
  ('close_account', 3, 'Tutup akun', 'Close the account'),
  ('stop_live', 4, 'Hentikan siaran langsung', 'Stop the live broadcast'),
  ('block_keyword', 5, 'Blokir kata kunci', 'Block the keyword'),
  ('take_down_ad', 6, 'Turunkan iklan', 'Take down the advertisement'),
  ('remove_app', 7, 'Hapus aplikasi', 'Remove the app'),
  ('age_limit', 8, 'Batasi usia', 'Set an age limit'),
  ('label', 9, 'Beri label', 'Label it'),
  ('demote', 10, 'Turunkan dari rekomendasi', 'Demote it in recommendations'),
  ('preserve_evidence', 11, 'Simpan bukti', 'Preserve the evidence')
) v
where r.code = 'indonesia' and r.version = '2020-11';

-- A hint says what the answer counts as for the clock, and who acts next.
insert into answer_type (rule_set_id, code, ordinal, class, label_id, label_en, hint_id, hint_en)
select r.id, v.*
from rule_set r, (values
  ('D1', 1, 'acted', 'Dihapus global (pedoman komunitas)', 'Removed everywhere (own rules)',
    'Konten tidak dapat dibuka di negara mana pun. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa.',
    'The content can be opened in no country. Stops the clock; the ministry checks it next.'),
  ('D2', 2, 'acted', 'Dibatasi di Indonesia (hukum setempat)', 'Limited in Indonesia (local law)',
    'Konten tidak dapat dibuka dari Indonesia, tetapi masih ada di negara lain. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa.',
    'The content cannot be opened from Indonesia but stays up elsewhere. Stops the clock; the ministry checks it next.'),
  ('D3', 3, 'acted', 'Akun ditangguhkan', 'Account suspended',
    'Akun dan isinya tidak dapat dibuka sampai tanggal berakhir. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa.',
    'The account and what it holds cannot be opened until the end date. Stops the clock; the ministry checks it next.'),
  ('D4', 4, 'acted', 'Akun ditutup', 'Account closed',
    'Akun dan isinya tidak dapat dibuka lagi. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa.',
    'The account and what it holds cannot be opened any more. Stops the clock; the ministry checks it next.'),
  ('D5', 5, 'acted', 'Siaran dihentikan', 'Live broadcast stopped',
    'Siaran langsung tidak berjalan lagi; rekamannya mungkin masih ada. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa.',
    'The broadcast no longer runs; a recording may remain. Stops the clock; the ministry checks it next.'),
  ('D6', 6, 'acted', 'Pembatasan usia', 'Age limit set',
    'Konten tetap ada, hanya untuk pengguna yang cukup umur. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa.',
    'The content stays up, for users old enough. Stops the clock; the ministry checks it next.'),
  ('D7', 7, 'acted', 'Label dipasang', 'Labelled',
    'Konten tetap ada dengan label. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa.',
    'The content stays up with a label. Stops the clock; the ministry checks it next.'),
  ('D8', 8, 'acted', 'Rekomendasi diturunkan', 'Demoted in recommendations',
    'Konten tetap ada, tetapi tidak atau lebih jarang direkomendasikan. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa.',
    'The content stays up but is recommended less or not at all. Stops the clock; the ministry checks it next.'),
  ('D9', 9, 'acted', 'Interaksi dibatasi', 'Interaction limited',
    'Konten tetap ada; komentar, berbagi, atau unduhan dibatasi. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa.',
    'The content stays up; comments, sharing or downloads are limited. Stops the clock; the ministry checks it next.'),
  ('D10', 10, 'acted', 'Monetisasi dihentikan', 'Earnings stopped',
    'Konten tetap ada, tetapi tidak lagi menghasilkan uang. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa.',
    'The content stays up but earns no money. Stops the clock; the ministry checks it next.'),
  ('D11', 11, 'acted', 'Kata kunci diblokir', 'Keyword blocked',
    'Pencarian dengan kata kunci itu tidak memberi hasil. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa.',
    'A search for the keyword finds nothing. Stops the clock; the ministry checks it next.'),
  ('D12', 12, 'acted', 'Iklan atau aplikasi diturunkan', 'Advertisement or app taken down',
    'Iklan atau aplikasi tidak tersedia di negara yang disebut. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa.',
    'The advertisement or app is not available in the countries named. Stops the clock; the ministry checks it next.'),
  ('B1', 13, 'partly', 'Dilaksanakan sebagian', 'Carried out in part',
    'Hanya sebagian yang ditindak, misalnya dipotong. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa, dan tenggat semula berlaku lagi bila belum cukup.',
    'Only part of it was acted on, such as a cut. Stops the clock; the ministry checks it next, and the old due time stands again if it is not enough.'),
  ('N1', 14, 'unavailable', 'Sudah tidak tersedia sebelum diterima', 'Already unavailable when received',
    'Konten sudah tidak ada ketika permohonan diterima. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa atau memutuskan.',
    'The content was gone when the request arrived. Stops the clock; the ministry checks or decides next.'),
  ('N2', 15, 'unavailable', 'Dihapus pengunggah', 'Removed by the uploader',
    'Pengunggah sendiri yang menghapus konten. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa atau memutuskan.',
    'The uploader took the content down. Stops the clock; the ministry checks or decides next.'),
  ('N3', 16, 'unavailable', 'Tidak ditemukan atau URL tidak valid', 'Not found, or not a valid URL',
    'Tidak ada konten di alamat itu. Menghentikan hitungan tenggat; berikutnya Kementerian memeriksa atau memutuskan. Bila dipertahankan, tenggat dihitung penuh lagi.',
    'There is no content at that address. Stops the clock; the ministry checks or decides next. If it upholds the order, a full new time runs.'),
  ('N4', 17, 'duplicate', 'Duplikat', 'Duplicate',
    'Item lain sudah memuat konten yang sama. Menghentikan hitungan tenggat; berikutnya Kementerian memutuskan. Bila dipertahankan, tenggat dihitung penuh lagi.',
    'Another item already covers the same content. Stops the clock; the ministry decides next. If it upholds the order, a full new time runs.'),
  ('N5', 18, 'not_ours', 'Bukan layanan kami', 'Not our service',
    'Konten ada di layanan atau badan hukum lain. Menghentikan hitungan tenggat; berikutnya Kementerian memutuskan. Bila dipertahankan, tenggat dihitung penuh lagi.',
    'The content is on the service of another, or another legal entity''s. Stops the clock; the ministry decides next. If it upholds the order, a full new time runs.'),
  ('K1', 19, 'asks', 'Minta klarifikasi', 'Clarification asked',
    'Bukan tanggapan akhir. Menjeda hitungan tenggat item ini sampai Kementerian menjawab, lalu sisa waktunya berjalan lagi; berikutnya Kementerian menjawab.',
    'Not a final answer. Pauses this item''s clock until the ministry replies, then the time left runs on; the ministry replies next.'),
  ('P1', 20, 'pending', 'Dalam peninjauan', 'Under review',
    'Bukan tanggapan akhir. Tidak menghentikan hitungan tenggat; berikutnya perusahaan memberi tanggapan akhir.',
    'Not a final answer. Does not stop the clock; the company gives its final answer next.'),
  ('T1', 21, 'refused', 'Ditolak', 'Refused',
    'Perusahaan tidak melaksanakan dan menyebut alasannya. Menghentikan hitungan tenggat; berikutnya Kementerian menerima atau mempertahankan. Bila dipertahankan, tenggat dihitung penuh lagi.',
    'The company does not act and says why. Stops the clock; the ministry accepts it or upholds the order next. If upheld, a full new time runs.'),
  ('T2', 22, 'impossible', 'Tidak dapat dilaksanakan', 'Cannot be carried out',
    'Ada halangan di luar kuasa perusahaan. Menghentikan hitungan tenggat; berikutnya Kementerian menerima atau mempertahankan. Bila dipertahankan, tenggat dihitung penuh lagi.',
    'Something beyond the company''s power stands in the way. Stops the clock; the ministry accepts it or upholds the order next. If upheld, a full new time runs.')
) v
where r.code = 'indonesia' and r.version = '2020-11';

-- The company's own time of action is always 'acted_at': shown beside the portal's time, never judged on.
insert into answer_field (rule_set_id, answer_code, code, ordinal, input, required, options, label_id, label_en)
select r.id, v.answer_code, 'acted_at', 1, 'instant', true, '', 'Waktu tindakan', 'Time of the action'
from rule_set r, unnest('{D1,D2,D3,D4,D5,D6,D7,D8,D9,D10,D11,D12,B1}'::text[]) v (answer_code)
where r.code = 'indonesia' and r.version = '2020-11';

insert into answer_field (rule_set_id, answer_code, code, ordinal, input, required, options, label_id, label_en)
select r.id, v.answer_code, 'detail', 2, 'text', false, '', 'Keterangan', 'Detail'
from rule_set r, unnest('{D6,D7,D8,D9,D10}'::text[]) v (answer_code)
where r.code = 'indonesia' and r.version = '2020-11';

insert into answer_field (rule_set_id, answer_code, code, ordinal, input, required, options, label_id, label_en)
select r.id, v.*
from rule_set r, (values
  ('D1', 'rule_line', 2, 'line', true, '', 'Ketentuan pedoman yang dilanggar', 'Rule that was broken'),
  ('D2', 'method', 2, 'choice', true,
    E'account_country|Negara akun|Country of the account\nip|Alamat IP|IP address\nsim|Kartu SIM|SIM card',
    'Cara pembatasan', 'How it is limited'),
  ('D3', 'ends_on', 2, 'date', true, '', 'Tanggal penangguhan berakhir', 'End date of the suspension'),
  ('D11', 'product', 2, 'line', true, '', 'Produk (pencarian, saran kata, iklan)', 'Product (search, suggestions, advertising)'),
  ('D12', 'countries', 2, 'line', true, '', 'Negara tempat diturunkan', 'Countries where it was taken down'),
  ('B1', 'detail', 2, 'text', true, '', 'Bagian yang ditindak dan yang tidak', 'Which part was acted on, and which not'),
  ('N1', 'by_whom', 1, 'choice', true,
    E'company|Perusahaan, sebelumnya|The company, earlier\nuploader|Pengunggah|The uploader\nunknown|Tidak diketahui|Not known',
    'Oleh siapa', 'By whom'),
  ('N2', 'note', 1, 'text', false, '', 'Catatan', 'Note'),
  ('N3', 'tried', 1, 'text', true, '', 'Yang sudah dicoba', 'What was tried'),
  ('N4', 'other_item', 1, 'item', true, '', 'Nomor item yang sama', 'Number of the other item'),
  ('N5', 'addressee', 1, 'line', true, '', 'Tujuan yang tepat', 'Right addressee'),
  ('K1', 'questions', 1, 'text', true, '', 'Pertanyaan', 'Questions'),
  ('P1', 'promised_at', 1, 'instant', true, '', 'Waktu tanggapan dijanjikan', 'Time an answer is promised for'),
  ('T1', 'reason', 1, 'text', true, '', 'Uraian alasan', 'Reason in full'),
  ('T2', 'reason', 1, 'text', true, '', 'Halangan', 'What stands in the way'),
  ('T2', 'expected_at', 2, 'instant', false, '', 'Perkiraan waktu dapat dilaksanakan', 'Time it is expected to be possible')
) v
where r.code = 'indonesia' and r.version = '2020-11';

insert into refusal_ground (rule_set_id, code, ordinal, label_id, label_en)
select r.id, v.*
from rule_set r, (values
  ('R1', 1, 'Tidak melanggar pedoman dan tidak melanggar hukum', 'Breaks neither our rules nor the law'),
  ('R2', 2, 'Dasar hukum tidak ada atau tidak sesuai', 'No legal basis, or not the right one'),
  ('R3', 3, 'Prosedur tidak sah (instansi, tanda tangan, atau badan hukum keliru)', 'Procedure not valid (wrong body, signature or entity)'),
  ('R4', 4, 'Informasi tidak cukup', 'Not enough information'),
  ('R5', 5, 'Kekeliruan nyata', 'Manifest error'),
  ('R6', 6, 'Karya jurnalistik, kepentingan umum, pendidikan, atau seni', 'Journalism, public interest, education or art'),
  ('R7', 7, 'Pernyataan pejabat atau akun pemerintah', 'Statement of an official, or a government account'),
  ('R8', 8, 'Cakupan berlebihan', 'Scope too wide'),
  ('R9', 9, 'Bertentangan dengan hukum negara lain', 'Conflicts with the law of another country'),
  ('R10', 10, 'Hak asasi manusia atau kebebasan berekspresi', 'Human rights or freedom of expression'),
  ('R11', 11, 'Sedang diperkarakan di pengadilan', 'Before a court'),
  ('R12', 12, 'Secara teknis tidak mungkin (terenkripsi atau tidak disimpan)', 'Technically impossible (encrypted or not hosted)'),
  ('R13', 13, 'Memerlukan putusan pengadilan', 'Needs a court decision'),
  ('R14', 14, 'Lainnya', 'Other')
) v
where r.code = 'indonesia' and r.version = '2020-11';

-- What nobody in Indonesia can open needs no age limit, label or demotion: the stricter answer fulfils the milder
-- measure, never the other way round. What ends by itself (a suspension) or may leave something behind (a stopped
-- broadcast, a cut) counts as partly. No answer type says that evidence was kept; a detail under B1 can.
insert into fulfilment (rule_set_id, measure_code, extent, answer_code)
select r.id, v.measure_code, v.extent, unnest(v.answer_codes::text[])
from rule_set r, (values
  ('remove',             'fully',  '{D1,D4,N1,N2}'),
  ('remove',             'partly', '{D2,D3,D5,D12,B1}'),
  ('limit_in_indonesia', 'fully',  '{D1,D2,D4,D12,N1,N2}'),
  ('limit_in_indonesia', 'partly', '{D3,D5,B1}'),
  ('close_account',      'fully',  '{D4,N1,N2}'),
  ('close_account',      'partly', '{D1,D2,D3,B1}'),
  ('stop_live',          'fully',  '{D1,D3,D4,D5,N1,N2}'),
  ('stop_live',          'partly', '{D2,B1}'),
  ('block_keyword',      'fully',  '{D11,N1}'),
  ('block_keyword',      'partly', '{D1,D2,D8,B1}'),
  ('take_down_ad',       'fully',  '{D1,D4,D12,N1,N2}'),
  ('take_down_ad',       'partly', '{D2,D3,B1}'),
  ('remove_app',         'fully',  '{D1,D4,D12,N1,N2}'),
  ('remove_app',         'partly', '{D2,D3,B1}'),
  ('age_limit',          'fully',  '{D1,D2,D4,D6,D12,N1,N2}'),
  ('age_limit',          'partly', '{D3,D5,B1}'),
  ('label',              'fully',  '{D1,D2,D4,D7,D12,N1,N2}'),
  ('label',              'partly', '{D3,D5,B1}'),
  ('demote',             'fully',  '{D1,D2,D4,D8,D12,N1,N2}'),
  ('demote',             'partly', '{D3,D5,D9,D11,B1}'),
  ('preserve_evidence',  'partly', '{B1}')
) v (measure_code, extent, answer_codes)
where r.code = 'indonesia' and r.version = '2020-11';
