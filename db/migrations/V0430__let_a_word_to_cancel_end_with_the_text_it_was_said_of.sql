-- A side's word that a commitment should be cancelled was said of the text that stood then: once both have signed another
-- version, it is said anew or not at all. As V0390 has it but for that.
create or replace function standing_cancels(told bigint, telling text) returns setof bigint
language sql stable as $$
  select c.event_id from commitment_cancel c
  where c.commitment_id = told and c.of_side = telling and not exists (select from commitment_cancel_taken_back t
    where t.commitment_id = told and t.of_side = telling and t.event_id > c.event_id)
    and c.event_id > (
      select coalesce(max(s.event_id), 0) from commitment_signature s
      where s.commitment_id = told and s.version = (
        select max(v.number) from commitment_version v
        where v.commitment_id = told and (
          select count(*) from commitment_signature m where m.commitment_id = told and m.version = v.number)
          = case when v.two_hands then 3 else 2 end))
$$;

-- What follows is written anew where such a word was counted.
select keep_one_commitment(c.id) from commitment c where c.stage = 'cancelled';
