-- Who wrote a request and who sent it may both have left, and then nobody heard what its company does. Who borrowed the
-- role of one of them hears as the lender does; and where nobody of these works here any more, all who could have sent it.
create or replace function audience_of(told event, notice_kind text, audience text, moment timestamptz,
  told_already bigint[])
returns table (id bigint, side text, organisation_id bigint)
language sql stable set search_path = pg_catalog, public
begin atomic
  with of_case as (
    select a.person_id from request_author a where audience = 'case_officials' and a.request_id = (told).request_id
    union
    select q.sent_by from request q where audience = 'case_officials' and q.id = (told).request_id
  ), officials as (
    select p.id, p.side, p.organisation_id from person p
    where p.side = 'ministry' and p.active and p.id in (select c.person_id from of_case c)
    union
    select h.id, h.side, h.organisation_id
    from role_holders(null, array['supervisor', 'decision_maker'], moment) h
      join person p on p.id = h.id and p.active
    where audience = 'case_officials' and h.lender_id in (select c.person_id from of_case c)
  ), may as (
    -- Who may approve a draft: whoever had a hand in it may not, nor who has the role from somebody who had.
    select h.id, h.side, h.organisation_id
    from role_holders(null, array['supervisor', 'decision_maker'], moment) h
    where audience = 'supervisors' and not exists (select from request_author a
      where a.request_id = (told).request_id and a.person_id in (h.id, h.lender_id))
    union
    select o.id, o.side, o.organisation_id from officials o
    union
    select h.id, h.side, h.organisation_id
    from role_holders(null, array['supervisor', 'decision_maker'], moment) h
    where audience = 'case_officials' and not exists (select from officials)
    union
    select h.id, h.side, h.organisation_id
    from role_holders((told).company_id,
      case audience when 'answerers' then array['lead', 'responder'] else array['lead'] end, moment) h
    where audience in ('answerers', 'leads') and h.side = 'company'
    union
    -- Whose account it is, and who watches over the organisation's. At the console acts who holds the server: nobody is
    -- told.
    select p.id, p.side, p.organisation_id from person p
    where (told).actor_side <> 'system' and (
      (audience = 'holder' and p.id = ((told).body::jsonb ->> 'person')::bigint)
      or (audience = 'overseers' and exists (select from person_role r where r.person_id = p.id and case
        when (told).company_id is null then p.side = 'ministry' and r.role in ('supervisor', 'decision_maker')
        else p.organisation_id = (told).company_id and r.role = 'lead' end)))
    union
    -- Who works by the rules, on both sides.
    select p.id, p.side, p.organisation_id from person p
    where audience = 'everybody' and exists (select from person_role r where r.person_id = p.id
      and r.role in ('officer', 'supervisor', 'decision_maker', 'responder', 'lead'))
  ), on_duty as (
    select s.person_id as id, s.side, s.organisation_id, s.place from standing_by(moment) s
    where tells_duty(notice_kind) and s.person_id is distinct from (told).actor_id
      and s.person_id <> all (told_already)
      and case audience
        when 'called' then s.side = (told).body::jsonb ->> 'called'
          and (s.side = 'ministry' or s.organisation_id = (told).company_id)
        -- Beside who has the case. A due time that passed is not for the night.
        when 'case_officials' then s.side = 'ministry' and notice_kind <> 'due_passed'
        else s.person_id in (select m.id from may m) end
  )
  select m.id, m.side, m.organisation_id from may m
  where m.id <> all (told_already) and (audience = 'case_officials' or not exists (select from on_duty))
  union
  (select d.id, d.side, d.organisation_id from on_duty d order by d.place limit 1);
end;
