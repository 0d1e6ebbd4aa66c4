-- What is handed in for a request to open again, called insufficient or taken back hangs on an act of its own: of the right kind,
-- about this request, by who says so, in this transaction, at its instant. It waits for whoever signs about the platform, as the
-- signer does for it, and comes while nobody has decided and nothing was taken back; only a paper that counts is insufficient.
create function require_normalisation_act() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  of_request normalisation_request;
  told event;
  kinds text[];
  moment timestamptz;
begin
  if tg_table_name = 'normalisation_lack' then
    kinds := array['normalisation.paper_lacking'];
    moment := new.called_at;
  elsif tg_table_name = 'normalisation_withdrawal' then
    kinds := array['normalisation.withdrawn'];
    moment := new.withdrawn_at;
  else
    kinds := array['normalisation.asked', 'normalisation.paper_added'];
    moment := new.added_at;
  end if;
  select * into of_request from normalisation_request r where r.id = new.normalisation_id;
  if not found then
    -- The foreign key says so.
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtext('access'), of_request.platform_id::integer);
  perform from normalisation_request r where r.id = of_request.id for update;
  select * into told from event e where e.id = new.event_id;
  if not found or told.kind <> all (kinds) or told.at <> moment or told.xid <> pg_current_xact_id()
    or told.actor_id is distinct from viewer_person()
    or told.body::jsonb ->> 'normalisation' is distinct from of_request.number then
    raise exception 'what is said of request % is an act of its own, by who says so, at its instant', of_request.number
      using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_act';
  end if;
  -- What came with the request came before anything else.
  if told.id <> of_request.event_id and (exists (select from normalisation_withdrawal w where w.normalisation_id = of_request.id)
      or exists (select from access_decision d
        join decision_kind k on k.rule_set_id = d.rule_set_id and k.code = d.kind_code
        where d.platform_id = of_request.platform_id and d.stage = 'signed' and k.effect in ('restore', 'refusal')
          and d.signed_at >= of_request.filed_at)) then
    raise exception 'request % waits no more', of_request.number
      using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_waits';
  end if;
  if tg_table_name = 'normalisation_lack' then
    if not exists (select from normalisation_paper p
        where p.normalisation_id = of_request.id and p.entry_code = new.entry_code
          and not exists (select from normalisation_lack l
            where l.normalisation_id = of_request.id and l.entry_code = new.entry_code and l.event_id > p.event_id)) then
      raise exception 'nothing that counts was handed in for % of request %', new.entry_code, of_request.number
        using errcode = 'integrity_constraint_violation', constraint = 'normalisation_lack_paper';
    end if;
  end if;
  return new;
end
$$;
revoke all on function require_normalisation_act() from public;
create trigger normalisation_lack_act before insert on normalisation_lack
  for each row execute function require_normalisation_act();
create trigger normalisation_withdrawal_act before insert on normalisation_withdrawal
  for each row execute function require_normalisation_act();
create trigger normalisation_paper_act before insert on normalisation_paper
  for each row execute function require_normalisation_act();
