-- The register of letters is a list that people narrow and keep, too.
alter table saved_view
  drop constraint saved_view_path,
  add constraint saved_view_path check (path ~ '^/(requests|letters|search)?([?].*)?$' and length(path) <= 1000);
