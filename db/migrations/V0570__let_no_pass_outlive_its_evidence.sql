-- A pass stands on the evidence there was when the check was made: on the newest that the company had shown by that day and
-- that held then. When that lapses, so does the pass, and evidence that is shown later renews nothing: a check looks anew.
-- Evidence that had lapsed before the check, or that nobody had shown, it did not stand on.
create function evidence_holds_until(promise bigint, under integer, seen_on date, told_by bigint) returns date
language sql stable set search_path = pg_catalog, public
begin atomic
  select r.evidence_until
  from commitment_report r join event e on e.id = r.event_id
  where r.commitment_id = promise and r.version = under and r.event_id < told_by
    and (e.at at time zone 'Asia/Jakarta')::date <= seen_on and coalesce(r.evidence_until >= seen_on, true)
    and exists (select from commitment_evidence p where p.report_id = r.id)
  order by r.evidence_on desc nulls last, r.id desc limit 1;
end;

-- So the day is one, reckoned when the check is told of, and stands with the finding and all that is written from it: the
-- register, the cell, the signature, the list of what is to be checked again, and what is told of all these.
create function end_pass_with_its_evidence() returns trigger language plpgsql as $$
begin
  new.valid_until := least(new.valid_until,
    evidence_holds_until(new.commitment_id, new.version, new.as_of, new.event_id));
  return new;
end
$$;
create trigger commitment_finding_lapses before insert on commitment_finding
  for each row when (new.result = 'pass') execute function end_pass_with_its_evidence();

-- What was found before goes by the same day; until now it went by evidence that might have been shown after it.
alter table commitment_finding disable trigger user;
update commitment_finding f
set valid_until = least(f.valid_until, evidence_holds_until(f.commitment_id, f.version, f.as_of, f.event_id))
where f.result = 'pass';
alter table commitment_finding enable trigger user;
alter table verification_result disable trigger user;
update verification_result r set valid_until = f.valid_until
from commitment_finding f
where f.commitment_id = r.commitment_id and f.verification_number = r.step_number and f.result = 'pass'
  and r.result = 'pass' and coalesce(f.valid_until < r.valid_until, f.valid_until is not null);
alter table verification_result enable trigger user;
select keep_one_commitment(c.id) from commitment c;

-- The head keeps the day of the finding that counts.
create or replace function commitment_holds_until(c commitment) returns date
language sql stable set search_path = pg_catalog, public
begin atomic
  select (c).verified_until;
end;

-- Passes that are due again: when they lapse, or earlier by the rhythm in which what was promised is checked, from as many
-- days before as their own rules say; else as V0365 has it.
drop function hang_verification_notices(timestamptz);
drop function verifications_due_again(date);
create function verifications_due_again(today date)
returns table (result_id bigint, event_id bigint, officer_id bigint, due_on date)
language sql stable set search_path = pg_catalog, public
begin atomic
  select r.id, r.event_id, s.officer_id, least(r.valid_until, r.carried_out_on + k.check_every_days)
  from verification_result r
    join rule_set u on u.id = r.rule_set_id
    join verification_step s on s.number = r.step_number
    left join commitment c on c.id = r.commitment_id
    left join commitment_kind k on k.rule_set_id = c.rule_set_id and k.code = c.kind_code
  where r.result = 'pass'
    and least(r.valid_until, r.carried_out_on + k.check_every_days) <= today + u.commitment_soon_days
    and (c.id is null or c.stage = 'agreed')
    and not exists (select from verification_step n where n.id <> s.id and n.stage in ('planned', 'recorded')
      and (n.again_of = s.id or (n.commitment_id = s.commitment_id and n.method_code = s.method_code)))
    and not exists (select from verification_step n join verification_result f on f.step_number = n.number
      where f.id > r.id and f.result <> 'unchecked' and (n.again_of = s.id or n.commitment_id = s.commitment_id));
end;
revoke all on function verifications_due_again(date) from public;
grant execute on function verifications_due_again(date) to side_ministry, side_auditor;

create function hang_verification_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  insert into notice (mark, kind, audience, person_id, side, organisation_id, company_id, own, tempo, legal, items, told_at)
  select 'verification_due_again:' || e.id, 'verification_due_again', a.audience, p.id, p.side, p.organisation_id,
    e.company_id, true, 'at_once', false, 0, moment
  from verifications_due_again((moment at time zone 'Asia/Jakarta')::date) v
    join event e on e.id = v.event_id
    cross join lateral (
      select v.officer_id as id, 'holder' as audience
      union all
      select w.id, 'supervisors' from audience_of(e, 'verification_due_again', 'supervisors', moment, '{}') w) a
    join person p on p.id = a.id and p.active
  where not exists (select from notice n where n.request_id is null and n.mark = 'verification_due_again:' || e.id
    and n.person_id = p.id)
  on conflict do nothing;
end;
revoke all on function hang_verification_notices(timestamptz) from public;
grant execute on function hang_verification_notices(timestamptz) to side_mail;
