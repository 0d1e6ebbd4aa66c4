-- Which papers of a request to open again need a file, and how much is to be said of the others where none comes, the rules
-- say: who somebody is and that something is gone no sentence proves. What was handed in before counts as it did.
alter table checklist_entry
  add column needs_file boolean not null default false,
  add column least_length integer constraint checklist_entry_least_length check (least_length between 1 and 1000),
  add constraint checklist_entry_papers check (list = 'normalisation' or not needs_file and least_length is null);
alter table checklist_entry disable trigger user;
update checklist_entry set needs_file = true where list = 'normalisation' and code in ('identity_document', 'proof_gone');
update checklist_entry set least_length = 20
where list = 'normalisation' and code in ('request_letter', 'responsible_person', 'recommendation', 'legitimacy');
alter table checklist_entry enable trigger user;

-- As PaperGiven has it.
create function refuse_poor_paper() returns trigger language plpgsql as $$
begin
  if new.file_id is null and exists (
    select from normalisation_request r
      join checklist_entry e on e.rule_set_id = r.rule_set_id and e.list = 'normalisation' and e.code = new.entry_code
    where r.id = new.normalisation_id and (e.needs_file or length(new.text) < e.least_length)) then
    raise exception 'paper % needs a file, or more words', new.entry_code
      using errcode = 'integrity_constraint_violation', constraint = 'normalisation_paper_suffices';
  end if;
  return new;
end
$$;
create trigger normalisation_paper_suffices before insert on normalisation_paper
  for each row execute function refuse_poor_paper();
