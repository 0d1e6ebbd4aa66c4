-- The old code's article lapsed on 1 January 2026: it can still be cited for what was posted before, by who chooses it.
delete from category_legal_basis where basis_code = 'kuhp_303';
