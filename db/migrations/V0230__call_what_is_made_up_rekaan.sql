-- The demonstration's rules say of themselves that they are made up, in the word officials use for it. Its first version
-- alone: what somebody released since is theirs.
do $$
declare
  said record;
begin
  for said in select c.table_name as in_table, c.column_name as in_column
    from information_schema.columns c join information_schema.columns r
      on r.table_schema = c.table_schema and r.table_name = c.table_name and r.column_name = 'rule_set_id'
    where c.table_schema = current_schema() and c.data_type = 'text' and c.column_name in ('article_id', 'label_id', 'article')
      and c.table_name in ('urgency', 'requirement', 'letter_stage', 'fine', 'company_scale') loop
    execute format('alter table %I disable trigger user', said.in_table);
    execute format('update %I set %I = replace(%I, ''dibuat-buat'', ''rekaan'') where %I like ''%%dibuat-buat%%''
      and rule_set_id = (select id from rule_set where code = ''demonstration-2018'' and version = ''2018-01'')',
      said.in_table, said.in_column, said.in_column, said.in_column);
    execute format('alter table %I enable trigger user', said.in_table);
  end loop;
end
$$;

alter table rule_set disable trigger user;
update rule_set set label_id = replace(label_id, 'dibuat-buat', 'rekaan') where code = 'demonstration-2018' and version = '2018-01';
alter table rule_set enable trigger user;
