-- As V0311 has it, and as CommitmentState says it now: one claimed only behind its grace is late, too; and evidence that
-- lapsed, or that is missing with half of the days left, is due again. What lapsed is told by the report that gave it, so
-- that each piece is told once.
create or replace function hang_commitment_notices(moment timestamptz) returns void
language sql security definer set search_path = pg_catalog, public
begin atomic
  insert into notice (mark, kind, audience, person_id, side, organisation_id, company_id, own, tempo, legal, items, told_at)
  select w.kind || ':' || e.id, w.kind, w.audience, a.id, a.side, a.organisation_id, c.company_id, false, 'at_once',
    w.kind = 'commitment_late', 0, moment
  from commitment c
    join rule_set r on r.id = c.rule_set_id
    join commitment_version v on v.commitment_id = c.id and v.number = c.in_force
    cross join lateral (select (moment at time zone 'Asia/Jakarta')::date) d (today)
    cross join lateral (
      select c.stage = 'agreed' and c.last_result is distinct from 'pass' and not c.claimed,
        c.stage = 'agreed' and c.last_result is distinct from 'pass' and c.claimed and c.claimed_on > c.late_after)
      s (outstanding, claimed_late)
    cross join lateral (
      select 'commitment_due_soon', 'answerers', v.event_id
      where s.outstanding and c.late_after >= d.today and c.due_on - r.commitment_soon_days <= d.today
      union all
      select 'commitment_late', told.audience, v.event_id from unnest(array['answerers', 'supervisors']) told (audience)
      where (s.outstanding or s.claimed_late) and c.late_after between d.today - 30 and d.today - 1
      union all
      select 'commitment_evidence_due', 'answerers', v.event_id
      where s.outstanding and c.evidence_files = 0 and c.due_on - r.commitment_soon_days / 2 <= d.today
        and c.late_after >= d.today - 30
      union all
      select 'commitment_evidence_due', 'answerers', (select max(m.event_id) from commitment_report m
        where m.commitment_id = c.id and m.version = c.in_force and m.evidence_until = c.evidence_until)
      where c.evidence_until between d.today - 30 and d.today - 1) w (kind, audience, event_id)
    join event e on e.id = w.event_id
    cross join lateral audience_of(e, w.kind, w.audience, moment, '{}') a
    join person p on p.id = a.id
  where c.stage = 'agreed' and p.active
    and not exists (select from notice n where n.request_id is null and n.mark = w.kind || ':' || e.id
      and n.person_id = a.id)
  on conflict do nothing;
end;
