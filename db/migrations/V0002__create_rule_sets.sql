-- Rules are dated data, not code. A row of rule_set is one version of a set; the one in force at an instant
-- is the newest whose in_force_from has passed. A request keeps the version in force when it was sent.
-- Both sides read the same rules, so these tables have no wall; the portal's login cannot write them.

create table rule_set (
  id            bigint generated always as identity primary key,
  code          text not null,
  version       text not null,
  in_force_from timestamptz not null,
  label_id      text not null,
  label_en      text not null,
  constraint rule_set_version_unique unique (code, version),
  constraint rule_set_in_force_unique unique (in_force_from)
);

create table urgency (
  rule_set_id bigint not null constraint urgency_rule_set references rule_set (id),
  code        text not null,
  ordinal     integer not null,
  -- Calendar time from delivery to due: nights and holidays count.
  minutes     integer not null constraint urgency_minutes check (minutes > 0),
  -- Target for acknowledging; shown, never enforced.
  acknowledge_minutes integer not null constraint urgency_acknowledge_minutes check (acknowledge_minutes > 0),
  mark        boolean not null,
  article     text not null,
  label_id    text not null,
  label_en    text not null,
  constraint urgency_pkey primary key (rule_set_id, code)
);

create table category (
  rule_set_id  bigint not null constraint category_rule_set references rule_set (id),
  code         text not null,
  ordinal      integer not null,
  urgency_code text not null,
  label_id     text not null,
  label_en     text not null,
  constraint category_pkey primary key (rule_set_id, code),
  constraint category_urgency foreign key (rule_set_id, urgency_code) references urgency (rule_set_id, code)
);

create table legal_basis (
  rule_set_id bigint not null constraint legal_basis_rule_set references rule_set (id),
  code        text not null,
  ordinal     integer not null,
  label_id    text not null,
  label_en    text not null,
  constraint legal_basis_pkey primary key (rule_set_id, code)
);

-- The bases usually cited for a category: offered first, never forced.
create table category_legal_basis (
  rule_set_id   bigint not null,
  category_code text not null,
  basis_code    text not null,
  constraint category_legal_basis_pkey primary key (rule_set_id, category_code, basis_code),
  constraint category_legal_basis_category foreign key (rule_set_id, category_code) references category (rule_set_id, code),
  constraint category_legal_basis_basis foreign key (rule_set_id, basis_code) references legal_basis (rule_set_id, code)
);

create table measure (
  rule_set_id bigint not null constraint measure_rule_set references rule_set (id),
  code        text not null,
  ordinal     integer not null,
  label_id    text not null,
  label_en    text not null,
  constraint measure_pkey primary key (rule_set_id, code)
);

-- What Java knows of an answer type is its class; everything else is here.
create table answer_type (
  rule_set_id bigint not null constraint answer_type_rule_set references rule_set (id),
  code        text not null,
  ordinal     integer not null,
  class       text not null constraint answer_type_class check (class in
    ('acted', 'partly', 'unavailable', 'not_ours', 'duplicate', 'refused', 'impossible', 'asks', 'pending')),
  label_id    text not null,
  label_en    text not null,
  hint_id     text not null,
  hint_en     text not null,
  constraint answer_type_pkey primary key (rule_set_id, code)
);

-- What an answer type asks for. A choice's options stand one a line: code|label_id|label_en.
create table answer_field (
  rule_set_id bigint not null,
  answer_code text not null,
  code        text not null,
  ordinal     integer not null,
  input       text not null constraint answer_field_input check (input in ('line', 'text', 'instant', 'date', 'choice', 'item')),
  required    boolean not null,
  options     text not null default '',
  label_id    text not null,
  label_en    text not null,
  constraint answer_field_pkey primary key (rule_set_id, answer_code, code),
  constraint answer_field_type foreign key (rule_set_id, answer_code) references answer_type (rule_set_id, code)
);

create table refusal_ground (
  rule_set_id bigint not null constraint refusal_ground_rule_set references rule_set (id),
  code        text not null,
  ordinal     integer not null,
  label_id    text not null,
  label_en    text not null,
  constraint refusal_ground_pkey primary key (rule_set_id, code)
);

-- Which answer fulfils which measure. A pair that is not here does not fulfil it.
create table fulfilment (
  rule_set_id  bigint not null,
  measure_code text not null,
  answer_code  text not null,
  extent       text not null constraint fulfilment_extent check (extent in ('fully', 'partly')),
  constraint fulfilment_pkey primary key (rule_set_id, measure_code, answer_code),
  constraint fulfilment_measure foreign key (rule_set_id, measure_code) references measure (rule_set_id, code),
  constraint fulfilment_answer foreign key (rule_set_id, answer_code) references answer_type (rule_set_id, code)
);

grant select on rule_set, urgency, category, legal_basis, category_legal_basis, measure, answer_type, answer_field,
  refusal_ground, fulfilment to side_ministry, side_company, side_system;
