-- A company may declare English: an order to it then also says in short what its texts say, in English.
alter table organisation add column language text not null default 'id'
  constraint organisation_language check (language in ('id', 'en'));
alter table request add column english_summary text not null default ''
  constraint request_english_summary_length check (length(english_summary) <= 4000);
