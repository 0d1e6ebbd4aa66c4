-- What the clock asks for that so far was silence or code: what a reply does to the time left, the ministry's own times
-- for its own work, letters, fines, who may send in a hurry, what a company hears before its first order.

-- An answered question lets the rest of the time run on, or starts the full hours again (the European order of one hour).
-- The times are the ministry's own, shown to both sides and never enforced, as the one to reply (V0091) is. Proposals.
alter table urgency
  add column clarification_restarts boolean not null default false,
  add column approve_minutes integer not null default 240 constraint urgency_approve_minutes check (approve_minutes > 0),
  add column check_minutes integer not null default 1440 constraint urgency_check_minutes check (check_minutes > 0),
  add column decide_minutes integer not null default 1440 constraint urgency_decide_minutes check (decide_minutes > 0);
update urgency set approve_minutes = 30, check_minutes = 240, decide_minutes = 240 where mark;
alter table urgency
  alter column clarification_restarts drop default,
  alter column approve_minutes drop default,
  alter column check_minutes drop default,
  alter column decide_minutes drop default;

alter table item_round drop constraint item_round_cause;
alter table item_round add constraint item_round_cause check (cause in ('sent', 'upheld', 'narrowed', 'clarified'));

-- Both are off where they are null, as in the sets seeded here: only a supervisor sends, and the first order to a company
-- needs no notice.
alter table rule_set
  add column confirm_sending_minutes integer
    constraint rule_set_confirm_sending_minutes check (confirm_sending_minutes > 0),
  add column notice_minutes integer constraint rule_set_notice_minutes check (notice_minutes > 0);

-- A letter's own due time: hours, or working days, or, where both are null, the hours of the order it follows. It is
-- proposed so long after the time before it was missed: the order's for the first letter, else the letter's before it.
create table letter_stage (
  rule_set_id       bigint not null constraint letter_stage_rule_set references rule_set (id),
  code              text not null,
  ordinal           integer not null constraint letter_stage_ordinal check (ordinal > 0),
  propose_minutes   integer not null constraint letter_stage_propose_minutes check (propose_minutes >= 0),
  due_minutes       integer constraint letter_stage_due_minutes check (due_minutes > 0),
  due_working_days  integer constraint letter_stage_due_working_days check (due_working_days between 1 and 366),
  fined             boolean not null,
  -- What this letter makes of the base amount.
  fine_percent      integer not null constraint letter_stage_fine_percent check (fine_percent between 1 and 10000),
  asks_to_pay       boolean not null,
  article_id        text not null,
  article_en        text not null,
  label_id          text not null,
  label_en          text not null,
  constraint letter_stage_pkey primary key (rule_set_id, code),
  constraint letter_stage_order unique (rule_set_id, ordinal),
  constraint letter_stage_due check (due_minutes is null or due_working_days is null)
);

-- What a fine comes to, per item, in rupiah; a set without a row here has none. Without a base amount the portal proposes
-- no sum: whoever signs the letter writes one, up to the most.
create table fine (
  rule_set_id bigint not null constraint fine_pkey primary key constraint fine_rule_set references rule_set (id),
  base        bigint constraint fine_base check (base > 0),
  most        bigint not null constraint fine_most check (most > 0),
  -- Whether the fines of a company's letters on an item are added up, or the latest takes the place of those before.
  adds_up     boolean not null,
  article_id  text not null,
  article_en  text not null,
  constraint fine_base_within check (base <= most)
);

create table company_scale (
  rule_set_id  bigint not null constraint company_scale_rule_set references rule_set (id),
  code         text not null,
  ordinal      integer not null,
  fine_percent integer not null constraint company_scale_fine_percent check (fine_percent between 1 and 10000),
  label_id     text not null,
  label_en     text not null,
  constraint company_scale_pkey primary key (rule_set_id, code)
);

alter table category
  add column fine_percent integer not null default 100
    constraint category_fine_percent check (fine_percent between 1 and 10000);

-- Days on which offices are closed besides Saturday and Sunday; only letters count working days.
create table holiday (
  rule_set_id bigint not null constraint holiday_rule_set references rule_set (id),
  day         date not null,
  kind        text not null constraint holiday_kind check (kind in ('national', 'joint_leave')),
  -- Expected, but not yet certain.
  provisional boolean not null,
  label_id    text not null,
  label_en    text not null,
  constraint holiday_pkey primary key (rule_set_id, day)
);

grant select on letter_stage, fine, company_scale, holiday to side_ministry, side_company, side_system, side_auditor;

-- Articles 15(11) and 16(12): one letter per 24 or per 4 hours, three at most. Fine and commitment to pay come with the
-- second, as the ministry applies its decision of 2024. The demonstration borrows the ladder and says so.
insert into letter_stage (rule_set_id, code, ordinal, propose_minutes, fined, fine_percent, asks_to_pay,
  article_id, article_en, label_id, label_en)
select r.id, v.code, v.ordinal, 0, v.fined, case r.code when 'indonesia' then 100 else v.fine_percent end, v.asks_to_pay,
  case r.code when 'indonesia' then v.article_id else 'Peragaan 2018: dibuat-buat' end,
  case r.code when 'indonesia' then v.article_en else 'Demonstration 2018: made up' end,
  v.label_id, v.label_en
from rule_set r, (values
  ('ST1', 1, false, 100, false, 'PM Kominfo 5/2020 Pasal 15 ayat (11) dan Pasal 16 ayat (12)',
    'Regulation of the Minister (PM Kominfo) 5/2020, articles 15(11) and 16(12)', 'Surat teguran pertama', 'First letter of warning'),
  ('ST2', 2, true, 100, true, 'PM Kominfo 5/2020 Pasal 15 ayat (10) dan (11), Pasal 16 ayat (11) dan (12); Kepmen 172/2024 jo. Kepmen 522/2024',
    'Regulation of the Minister (PM Kominfo) 5/2020, articles 15(10)–(11) and 16(11)–(12); Ministerial Decisions 172/2024 and 522/2024',
    'Surat teguran kedua', 'Second letter of warning'),
  ('ST3', 3, true, 200, false, 'PM Kominfo 5/2020 Pasal 15 ayat (10) dan (11), Pasal 16 ayat (11) dan (12); Kepmen 172/2024 jo. Kepmen 522/2024',
    'Regulation of the Minister (PM Kominfo) 5/2020, articles 15(10)–(11) and 16(11)–(12); Ministerial Decisions 172/2024 and 522/2024',
    'Surat teguran ketiga', 'Third letter of warning')
) v (code, ordinal, fined, fine_percent, asks_to_pay, article_id, article_en, label_id, label_en)
where r.code in ('indonesia', 'demonstration-2018');

-- The decision's formula is not public; the press knows its ceiling. So Indonesia's set proposes no sum: it holds the
-- ceiling alone. The demonstration makes up a base and its multipliers, so that a sum can be seen.
insert into fine (rule_set_id, base, most, adds_up, article_id, article_en)
select r.id, v.base, v.most, true, v.article_id, v.article_en
from rule_set r join (values
  ('indonesia', null::bigint, 500000000, 'Kepmen 172/2024 jo. Kepmen 522/2024; besaran paling banyak menurut pemberitaan',
    'Ministerial Decisions 172/2024 and 522/2024; ceiling as the press reports it'),
  ('demonstration-2018', 10000000, 100000000, 'Peragaan 2018: dibuat-buat', 'Demonstration 2018: made up')
) v (code, base, most, article_id, article_en) on v.code = r.code;

insert into company_scale (rule_set_id, code, ordinal, fine_percent, label_id, label_en)
select r.id, v.*
from rule_set r, (values
  ('small',  1,  50, 'Perusahaan kecil (dibuat-buat)',    'Small company (made up)'),
  ('medium', 2, 100, 'Perusahaan menengah (dibuat-buat)', 'Medium company (made up)'),
  ('large',  3, 200, 'Perusahaan besar (dibuat-buat)',    'Large company (made up)')
) v
where r.code = 'demonstration-2018';
update category c set fine_percent = 200
from rule_set r, urgency u
where r.id = c.rule_set_id and r.code = 'demonstration-2018'
  and u.rule_set_id = c.rule_set_id and u.code = c.urgency_code and u.mark;
