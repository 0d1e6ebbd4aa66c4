-- What a company may promise, how that is checked, what is gone through before access is closed or opened again, and
-- what may be decided about it. Rows of the rule set, read by both sides like the others.

-- Earlier blocks up to which opening again needs no choice of its own; how long the ministry has for a complete request to
-- open again (PM Kominfo 5/2020, article 20(4) and (5)); from how many days before its due date a commitment counts as due
-- soon, which is a proposal.
alter table rule_set
  add column max_blocks integer not null default 3 constraint rule_set_max_blocks check (max_blocks >= 0),
  add column normalisation_hours integer not null default 48
    constraint rule_set_normalisation_hours check (normalisation_hours > 0),
  add column commitment_soon_days integer not null default 14
    constraint rule_set_commitment_soon_days check (commitment_soon_days > 0);
alter table rule_set
  alter column max_blocks drop default,
  alter column normalisation_hours drop default,
  alter column commitment_soon_days drop default;

-- The form says what a step of this method records. A second person: who concludes it is not who recorded it. A method's
-- code also names a list of checklist_entry, so it is none of the other lists' names.
create table check_method (
  rule_set_id   bigint not null constraint check_method_rule_set references rule_set (id),
  code          text not null constraint check_method_code
    check (code not in ('before_block', 'before_restore', 'normalisation')),
  position      integer not null,
  label_id      text not null,
  label_en      text not null,
  form          text not null constraint check_method_form check (form in
    ('document', 'visit', 'device', 'link', 'sample', 'blind', 'call', 'third_party', 'recheck')),
  second_person boolean not null,
  constraint check_method_pkey primary key (rule_set_id, code)
);

-- A value should rise to its target or fall to it; what is simply done or not has no unit. Days are null where nothing
-- comes round again, or nothing lapses.
create table commitment_kind (
  rule_set_id      bigint not null constraint commitment_kind_rule_set references rule_set (id),
  code             text not null,
  position         integer not null,
  label_id         text not null,
  label_en         text not null,
  unit_id          text,
  unit_en          text,
  direction        text not null constraint commitment_kind_direction check (direction in ('rise', 'fall', 'done')),
  proof_id         text not null,
  proof_en         text not null,
  -- How it is checked where nobody chooses otherwise.
  method_code      text not null,
  check_every_days integer constraint commitment_kind_check_every_days check (check_every_days > 0),
  proof_valid_days integer constraint commitment_kind_proof_valid_days check (proof_valid_days > 0),
  -- The portal computes its value every night: the share of answers in time.
  self_measured    boolean not null default false,
  constraint commitment_kind_pkey primary key (rule_set_id, code),
  constraint commitment_kind_method foreign key (rule_set_id, method_code) references check_method (rule_set_id, code),
  constraint commitment_kind_unit check ((unit_id is null) = (direction = 'done') and (unit_id is null) = (unit_en is null)),
  constraint commitment_kind_self_measured check (not self_measured or direction = 'rise')
);

create table commitment_field (
  rule_set_id bigint not null,
  kind_code   text not null,
  code        text not null,
  position    integer not null,
  label_id    text not null,
  label_en    text not null,
  type        text not null constraint commitment_field_type check (type in ('text', 'day', 'number', 'hours')),
  required    boolean not null,
  constraint commitment_field_pkey primary key (rule_set_id, kind_code, code),
  constraint commitment_field_kind foreign key (rule_set_id, kind_code) references commitment_kind (rule_set_id, code)
);

-- Entries of a list: before a block, before a restore, the papers of a request to open again, or what to look at in a check
-- by the method of that code. Evidence is what the portal itself can show for an entry; without it a person says so.
create table checklist_entry (
  rule_set_id bigint not null constraint checklist_entry_rule_set references rule_set (id),
  list        text not null,
  code        text not null,
  position    integer not null,
  label_id    text not null,
  label_en    text not null,
  evidence    text constraint checklist_entry_evidence check (evidence in ('order_received', 'deadline_passed',
    'letters_served', 'fine_state', 'reasons_considered', 'milder_step', 'bodies_consulted', 'request_complete',
    'conditions_verified', 'items_checked', 'sample_passed', 'contact_tested', 'fines_settled', 'blocks_counted',
    'watch_plan')),
  constraint checklist_entry_pkey primary key (rule_set_id, list, code)
);

create table decision_kind (
  rule_set_id      bigint not null constraint decision_kind_rule_set references rule_set (id),
  code             text not null,
  position         integer not null,
  label_id         text not null,
  label_en         text not null,
  effect           text not null constraint decision_kind_effect check (effect in
    ('partial_block', 'full_block', 'app_removal', 'freeze', 'restore', 'refusal', 'revocation')),
  is_reblock       boolean not null,
  needs_end        boolean not null,
  needs_conditions boolean not null,
  needs_watch      boolean not null,
  constraint decision_kind_pkey primary key (rule_set_id, code),
  constraint decision_kind_reblock check (not is_reblock or effect in ('partial_block', 'full_block'))
);

-- The demonstration of 2018 borrows all of it. Rhythms and how long a proof holds are proposals; the regulation is silent.
create temporary table ruled on commit drop as
select id from rule_set where code in ('indonesia', 'demonstration-2018');

insert into check_method (rule_set_id, code, position, label_id, label_en, form, second_person)
select ruled.id, v.code, v.position, v.label_id, v.label_en, v.code, v.second_person
from ruled, (values
  ('document',    1, 'Pemeriksaan dokumen',         'Document review',            false),
  ('visit',       2, 'Kunjungan lapangan',          'Site visit',                 true),
  ('device',      3, 'Uji akun dan perangkat',      'Account and device test',    false),
  ('link',        4, 'Uji tautan',                  'Link check',                 false),
  ('sample',      5, 'Pengambilan sampel',          'Random sample',              true),
  ('blind',       6, 'Uji unggah',                  'Blind upload test',          true),
  ('call',        7, 'Uji telepon',                 'Call test',                  false),
  ('third_party', 8, 'Konfirmasi pihak ketiga',     'Third-party confirmation',   false),
  ('recheck',     9, 'Pemeriksaan ulang',           'Re-check',                   false)
) v (code, position, label_id, label_en, second_person);

insert into commitment_kind (rule_set_id, code, position, label_id, label_en, unit_id, unit_en, direction,
  proof_id, proof_en, method_code, check_every_days, proof_valid_days, self_measured)
select ruled.id, v.*
from ruled, (values
  ('local_office', 1, 'Kantor perwakilan', 'Local office', null, null, 'done',
    'Akta, NIB, perjanjian sewa, dan foto', 'Deed, business number (NIB), lease and photos', 'visit', 365, 365, false),
  ('contact_person', 2, 'Narahubung', 'Contact person', 'orang', 'persons', 'rise',
    'Surat penunjukan dan daftar piket', 'Letter of appointment and duty roster', 'call', 30, 45, false),
  ('staffing', 3, 'Moderator', 'Moderators', 'orang', 'persons', 'rise',
    'Petikan daftar gaji, daftar BPJS, dan jadwal giliran kerja', 'Payroll extract, social security (BPJS) list and shift rosters', 'visit', 30, 60, false),
  ('content_manager', 4, 'Pengelola konten', 'Content manager', null, null, 'done',
    'Surat penunjukan', 'Letter of appointment', 'document', null, 365, false),
  ('filtering', 5, 'Penyaringan', 'Filtering', 'persen', 'per cent', 'rise',
    'Laporan uji', 'Test report', 'blind', 30, 45, false),
  ('clean_up', 6, 'Pembersihan', 'Clean-up', 'persen', 'per cent', 'rise',
    'Daftar item yang diturunkan', 'Export of the items taken down', 'sample', 7, 14, false),
  ('response_time', 7, 'Waktu respons', 'Response time', 'persen', 'per cent', 'rise',
    'Jam sistem: dihitung portal dari jawaban', 'System clock: computed by the portal from the answers', 'document', 7, null, true),
  ('age_limit', 8, 'Batas usia', 'Age limit', 'tahun', 'years', 'rise',
    'Tangkapan layar, teks kebijakan, dan data akun', 'Screenshots, policy text and account data', 'device', 30, 45, false),
  ('parental_controls', 9, 'Kontrol orang tua', 'Parental controls', null, null, 'done',
    'Catatan rilis', 'Release note', 'device', null, 180, false),
  ('report_button', 10, 'Tombol lapor', 'Report button', 'ketukan', 'taps', 'fall',
    'Rekaman layar', 'Screen recording', 'device', null, null, false),
  ('community_guidelines', 11, 'Pedoman komunitas', 'Community guidelines', null, null, 'done',
    'Alamat halaman dan teksnya', 'Address of the page and its text', 'document', null, 365, false),
  ('government_channel', 12, 'Jalur khusus pemerintah', 'Government channel', null, null, 'done',
    'Tiket uji beserta waktu pengakuannya', 'Test ticket with the time of its acknowledgement', 'call', 30, 45, false),
  ('reporting', 13, 'Pelaporan', 'Reporting', null, null, 'done',
    'Berkas laporan', 'Report file', 'document', 30, 45, false),
  ('cooperation', 14, 'Kerja sama dengan LSM dan lembaga pendidikan', 'Cooperation with NGOs and education', 'program', 'programmes', 'rise',
    'Laporan kegiatan', 'Reports of activities', 'third_party', 90, 120, false),
  ('fine', 15, 'Denda', 'Fine', 'Rp', 'Rp', 'rise',
    'NTPN', 'Treasury receipt number (NTPN)', 'third_party', null, null, false),
  ('data', 16, 'Data dan transparansi', 'Data and transparency', null, null, 'done',
    'Berkas data', 'Data file', 'document', null, null, false)
) v;

insert into commitment_field (rule_set_id, kind_code, code, position, label_id, label_en, type, required)
select ruled.id, v.kind_code, v.code, row_number() over (partition by ruled.id order by v.line), v.label_id, v.label_en, v.type, v.required
from ruled, (values
  (1,  'local_office', 'address',           'Alamat',                       'Address',                        'text', true),
  (2,  'local_office', 'legal_entity',      'Badan hukum',                  'Legal entity',                   'text', true),
  (3,  'local_office', 'licence_number',    'Nomor izin (NIB, KPPA, atau PMA)', 'Licence number (NIB, KPPA or PMA)', 'text', true),
  (4,  'local_office', 'opening_day',       'Tanggal pembukaan',            'Opening date',                   'day',  true),
  (5,  'local_office', 'opening_hours',     'Jam buka',                     'Opening hours',                  'text', false),
  (6,  'contact_person', 'domicile',        'Domisili',                     'Domicile',                       'text', true),
  (7,  'contact_person', 'roster',          'Jadwal piket',                 'Duty roster',                    'text', true),
  (8,  'contact_person', 'reply_hours',     'Waktu balasan paling lama',    'Replies within',                 'hours', false),
  (9,  'staffing', 'role',                  'Peran',                        'Role',                           'text', true),
  (10, 'staffing', 'language',              'Bahasa',                       'Language',                       'text', true),
  (11, 'staffing', 'shift',                 'Giliran kerja',                'Shift',                          'text', true),
  (12, 'content_manager', 'function',       'Jabatan',                      'Function',                       'text', true),
  (13, 'content_manager', 'appointed_on',   'Tanggal penunjukan',           'Date of appointment',            'day',  false),
  (14, 'filtering', 'what',                 'Konten yang disaring',         'What is filtered',               'text', true),
  (15, 'filtering', 'means',                'Cara penyaringan',             'By which means',                 'text', true),
  (16, 'filtering', 'hours_to_load',        'Waktu memuat daftar hash paling lama', 'A hash list is loaded within', 'hours', true),
  (17, 'clean_up', 'items',                 'Item yang dibersihkan',        'Items to be cleaned up',         'text', true),
  (18, 'clean_up', 'prevalence',            'Prevalensi paling tinggi dalam sampel (%)', 'Prevalence in a sample at most (%)', 'number', false),
  (19, 'response_time', 'median_hours',     'Median paling lama untuk yang mendesak', 'Median of urgent ones at most', 'hours', false),
  (20, 'age_limit', 'age_from',             'Dari usia (tahun)',            'From age (years)',               'number', true),
  (21, 'age_limit', 'age_to',               'Sampai usia (tahun)',          'To age (years)',                 'number', false),
  (22, 'age_limit', 'gate',                 'Penyaring usia ketika mendaftar', 'Age gate at sign-up',          'text', true),
  (23, 'age_limit', 'accounts_removed',     'Akun di bawah umur yang dihapus per bulan', 'Under-age accounts removed per month', 'number', false),
  (24, 'parental_controls', 'feature',      'Fitur',                        'Feature',                        'text', true),
  (25, 'parental_controls', 'live_on',      'Tersedia mulai',               'Available from',                 'day',  false),
  (26, 'report_button', 'place',            'Letak tombol',                 'Where the button stands',        'text', true),
  (27, 'report_button', 'devices',          'Perangkat',                    'Devices',                        'text', false),
  (28, 'community_guidelines', 'address',   'Alamat halaman',               'Address of the page',            'text', true),
  (29, 'community_guidelines', 'language',  'Bahasa',                       'Language',                       'text', true),
  (30, 'community_guidelines', 'published_on', 'Tanggal terbit',            'Date of publication',            'day',  false),
  (31, 'government_channel', 'channel',     'Jalur (portal, API, atau surel)', 'Channel (portal, API or e-mail)', 'text', true),
  (32, 'government_channel', 'acknowledge_hours', 'Waktu pengakuan paling lama', 'Acknowledges within',       'hours', true),
  (33, 'reporting', 'content',              'Isi laporan',                  'What the report holds',          'text', true),
  (34, 'reporting', 'period',               'Periode laporan',              'Period of the report',           'text', true),
  (35, 'reporting', 'day_of_month',         'Paling lambat tanggal (setiap bulan)', 'By which day of the month', 'number', false),
  (36, 'cooperation', 'partner',            'Mitra',                        'Partner',                        'text', true),
  (37, 'cooperation', 'programme',          'Program',                      'Programme',                      'text', true),
  (38, 'cooperation', 'people',             'Jumlah peserta',               'People reached',                 'number', false),
  (39, 'fine', 'letter',                    'Nomor surat yang mengenakan denda', 'Number of the letter that fines', 'text', true),
  (40, 'fine', 'receipt',                   'NTPN',                         'Treasury receipt number (NTPN)', 'text', false),
  (41, 'data', 'what',                      'Data yang diminta',            'Data asked for',                 'text', true),
  (42, 'data', 'period',                    'Periode data',                 'Period of the data',             'text', false)
) v (line, kind_code, code, label_id, label_en, type, required);

insert into checklist_entry (rule_set_id, list, code, position, label_id, label_en, evidence)
select ruled.id, v.list, v.code, row_number() over (partition by ruled.id order by v.line), v.label_id, v.label_en, v.evidence
from ruled, (values
  (1,  'before_block', 'order_received',     'Perintah sudah diterima perusahaan', 'The company received the order', 'order_received'),
  (2,  'before_block', 'deadline_passed',    'Tenggat sudah lewat', 'The due time has passed', 'deadline_passed'),
  (3,  'before_block', 'letters_served',     'Surat teguran sudah disampaikan, paling banyak tiga', 'Letters of warning were served, three at most', 'letters_served'),
  (4,  'before_block', 'fine_state',         'Keadaan denda sudah jelas', 'The state of fines is clear', 'fine_state'),
  (5,  'before_block', 'reasons_considered', 'Alasan perusahaan sudah dibaca dan dipertimbangkan (Pasal 15 ayat (7))', 'The company''s reasons were read and considered (article 15(7))', 'reasons_considered'),
  (6,  'before_block', 'milder_step',        'Langkah yang lebih ringan sudah dicoba', 'A less severe step was tried', 'milder_step'),
  (7,  'before_block', 'bodies_consulted',   'Kementerian atau lembaga terkait sudah dimintai pendapat', 'The ministries or bodies concerned were asked for their opinion', 'bodies_consulted'),
  (8,  'before_restore', 'request_complete', 'Permohonan normalisasi lengkap', 'The request to open again is complete', 'request_complete'),
  (9,  'before_restore', 'conditions_verified', 'Setiap komitmen yang menjadi syarat akses terverifikasi, atau dikecualikan dengan nama dan alasan', 'Every commitment that is a condition for access is verified, or waived with name and reason', 'conditions_verified'),
  (10, 'before_restore', 'items_checked',    'Semua item yang terdaftar sudah dicek', 'All listed items are checked', 'items_checked'),
  (11, 'before_restore', 'sample_passed',    'Sampel acak lulus', 'The random sample passed', 'sample_passed'),
  (12, 'before_restore', 'contact_tested',   'Narahubung lulus uji hubung', 'The contact person passed the contact test', 'contact_tested'),
  (13, 'before_restore', 'fines_settled',    'Denda sudah dibayar atau ada surat komitmen pembayaran', 'Fines are paid, or there is a commitment to pay', 'fines_settled'),
  (14, 'before_restore', 'bodies_agree',     'Kementerian atau lembaga yang dimintai pendapat menyetujui', 'The bodies consulted agree', 'bodies_consulted'),
  (15, 'before_restore', 'blocks_counted',   'Pemutusan sebelumnya tidak lebih dari tiga; bila lebih, Menteri memilih secara tegas (Pasal 20 ayat (5))', 'No more than three earlier blocks; if more, the Minister chooses explicitly (article 20(5))', 'blocks_counted'),
  (16, 'before_restore', 'hours_minded',     'Batas 2 × 24 jam sejak permohonan lengkap diperhatikan; bila lewat, sebabnya dicatat (Pasal 20 ayat (4))', 'The limit of 2 × 24 hours from the complete request was minded; where it passed, the cause is recorded (article 20(4))', null),
  (17, 'before_restore', 'watch_plan',       'Rencana pengawasan 30 dan 90 hari, tanggal pemeriksaan ulang, dan pemicu pemutusan ulang sudah ada', 'There is a watch plan of 30 and 90 days with dates of re-checks and what triggers a re-block', 'watch_plan'),
  (18, 'normalisation', 'request_letter',    'Surat permohonan normalisasi', 'Letter of request', null),
  (19, 'normalisation', 'responsible_person', 'Identitas penanggung jawab', 'Identity of the responsible person', null),
  (20, 'normalisation', 'identity_document', 'KTP atau paspor penanggung jawab', 'Identity card or passport of the responsible person', null),
  (21, 'normalisation', 'proof_gone',        'Tangkapan layar dan URL yang menunjukkan bahwa konten sudah tidak ada', 'Screenshots and URLs showing that the content is gone', null),
  (22, 'normalisation', 'recommendation',    'Rekomendasi kementerian/lembaga atau aparat penegak hukum, atau putusan pengadilan', 'Recommendation of the ministry or body or of law enforcement, or a court decision', null),
  (23, 'normalisation', 'legitimacy',        'Bukti keabsahan (Pasal 20 ayat (2))', 'Proof of legitimacy (article 20(2))', null),
  (24, 'document', 'origin',                 'Asal dan keaslian dokumen', 'Where the document comes from and that it is genuine', null),
  (25, 'document', 'claim',                  'Dokumen membuktikan persis apa yang dinyatakan', 'The document proves exactly what is claimed', null),
  (26, 'document', 'validity',               'Tanggal dan masa berlaku', 'Date and validity', null),
  (27, 'visit', 'address',                   'Alamat sesuai dengan yang dinyatakan', 'The address is the one claimed', null),
  (28, 'visit', 'people',                    'Orang yang ditemui, menurut jabatan', 'People met, by function', null),
  (29, 'visit', 'headcount',                 'Jumlah orang menurut peran dan giliran kerja', 'Head-count by role and shift', null),
  (30, 'visit', 'photos',                    'Foto tempat kerja', 'Photos of the workplace', null),
  (31, 'visit', 'minutes',                   'Berita acara ditandatangani kedua pihak', 'Minutes signed by both sides', null),
  (32, 'device', 'account',                  'Usia akun uji dan cara akun dibuat', 'Age of the test account and how it was made', null),
  (33, 'device', 'devices',                  'Android dan iOS, dengan versi aplikasinya', 'Android and iOS, with the version of the app', null),
  (34, 'device', 'steps',                    'Setiap langkah dan yang terlihat', 'Each step and what was seen', null),
  (35, 'link', 'networks',                   'Dari jaringan Indonesia dan dari luar negeri', 'From Indonesian and from foreign networks', null),
  (36, 'link', 'signed_in',                  'Dengan dan tanpa masuk akun', 'Signed in and signed out', null),
  (37, 'link', 'app_and_web',                'Di aplikasi dan di web', 'In the app and on the web', null),
  (38, 'sample', 'population',               'Daftar populasi ditutup sebelum undian', 'The list is closed before the draw', null),
  (39, 'sample', 'seed',                     'Benih undian disimpan sehingga dapat diundi ulang', 'The seed is kept so that anyone can draw again', null),
  (40, 'sample', 'urgent',                   'Item mendesak dicek semua dan dilaporkan terpisah', 'Urgent items are all checked and reported apart', null),
  (41, 'sample', 'unknown',                  'Yang tidak dapat dicek dihitung terpisah', 'What could not be checked is counted apart', null),
  (42, 'blind', 'set',                       'Perangkat uji disusun tanpa sepengetahuan perusahaan', 'The test set was made without the company''s knowledge', null),
  (43, 'blind', 'uploaded',                  'Jumlah yang diunggah, dari akun mana, dan kapan', 'How many were uploaded, from which accounts and when', null),
  (44, 'blind', 'caught',                    'Jumlah yang tertangkap dan setelah berapa lama', 'How many were caught and after how long', null),
  (45, 'call', 'rung',                       'Kapan dihubungi, tanpa pemberitahuan', 'When it was rung, unannounced', null),
  (46, 'call', 'answered',                   'Kapan dijawab dan oleh jabatan apa', 'When it was answered and by which function', null),
  (47, 'third_party', 'source',              'Sumber: OSS, penyelenggara internet, toko aplikasi, atau kas negara', 'Source: OSS, internet provider, app store or treasury', null),
  (48, 'third_party', 'said',                'Yang dinyatakan sumber, tertulis', 'What the source said, in writing', null),
  (49, 'recheck', 'same',                    'Item atau populasi yang sama dengan pemeriksaan sebelumnya', 'The same items or population as in the check before', null),
  (50, 'recheck', 'when',                    'Setelah 24 jam, 7 hari, dan 30 hari', 'After 24 hours, 7 days and 30 days', null),
  (51, 'recheck', 'again',                   'Yang muncul lagi ditautkan ke item pertama', 'What reappeared is linked to the first item', null)
) v (line, list, code, label_id, label_en, evidence);

insert into decision_kind (rule_set_id, code, position, label_id, label_en, effect, is_reblock, needs_end, needs_conditions, needs_watch)
select ruled.id, v.*
from ruled, (values
  ('partial_block',           1, 'Pemutusan akses sebagian',        'Partial block',              'partial_block', false, false, false, false),
  ('full_block',              2, 'Pemutusan akses penuh',           'Full block',                 'full_block',    false, false, false, false),
  ('app_removal',             3, 'Permintaan penghapusan aplikasi', 'App-store removal',          'app_removal',   false, false, false, false),
  ('registration_freeze',     4, 'Pembekuan TDPSE',                 'Freeze of registration',     'freeze',        false, false, false, false),
  ('temporary_restore',       5, 'Normalisasi sementara',           'Temporary restore',          'restore',       false, true,  false, false),
  ('conditional_restore',     6, 'Normalisasi bersyarat',           'Conditional restore',        'restore',       false, false, true,  true),
  ('full_restore',            7, 'Normalisasi penuh',               'Full restore',               'restore',       false, false, false, false),
  ('reblock',                 8, 'Pemutusan ulang',                 'Re-block',                   'full_block',    true,  false, false, false),
  ('registration_revocation', 9, 'Pencabutan TDPSE',                'Revocation of registration', 'revocation',    false, false, false, false),
  ('restore_refused',        10, 'Penolakan normalisasi',           'Refusal to restore',         'refusal',       false, false, false, false)
) v;

-- As V0132 does for the others.
do $$
declare
  ruled text;
begin
  foreach ruled in array array['check_method', 'commitment_kind', 'commitment_field', 'checklist_entry', 'decision_kind'] loop
    execute format('create trigger %I before insert or update or delete on %I
      for each row execute function refuse_released_rules()', ruled || '_released', ruled);
    execute format('alter table %I enable row level security', ruled);
    execute format('grant select on %I to side_ministry, side_company, side_system, side_auditor', ruled);
    execute format('grant insert, update, delete on %I to side_ministry', ruled);
    execute format('create policy ministry on %I for select to side_ministry using (true)', ruled);
    execute format('create policy ministry_administers on %I to side_ministry
      using (viewer_administers()) with check (viewer_administers())', ruled);
    execute format('create policy company on %I for select to side_company
      using (rule_set_id in (select s.id from rule_set s where s.in_force_from is not null))', ruled);
    execute format('create policy auditor on %I for select to side_auditor using (true)', ruled);
    execute format('create policy portal on %I for select to side_system using (true)', ruled);
  end loop;
end
$$;
