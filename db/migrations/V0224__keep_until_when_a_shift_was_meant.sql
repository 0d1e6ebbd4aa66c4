-- A shift that was ended while it ran keeps until when it was meant: a week that is copied leaves it out, for what was cut
-- short is no example.
alter table duty_shift
  add column meant_until timestamptz,
  add constraint duty_shift_cut_short check (meant_until > ends_at);
grant update (meant_until) on duty_shift to side_ministry, side_company;
