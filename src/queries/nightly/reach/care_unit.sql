-- A unit says so much of so many lookups (its clinic, its provider, how long a contact there explains, when it is open) that
-- all of them are looked at again, unless neither the log, a contact nor a block knows it.
insert into reach
select null, null, null, date '0001-01-01', date '9999-12-31'
where exists (select 1 from lookup where care_unit_id in (select care_unit_id from changed))
  or exists (select 1 from care_contact where care_unit_id in (select care_unit_id from changed))
  or exists (select 1 from access_event where owner_care_unit_id in (select care_unit_id from changed))
  or exists (select 1 from block where care_unit_id in (select care_unit_id from changed))
