-- All lookups of who is new, gone or another person now; of who has moved those by users of the old and the new postal code;
-- of who has died those since.
insert into reach
with
  ended as (
    select patient_id,
      count(*) filter (where added) as come, count(*) filter (where not added) as gone,
      count(distinct (family_name, protection, birth_date, is_test)) as persons,
      count(distinct (address, postal_code)) as homes,
      min(coalesce(deceased_date, date '9999-12-31')) as first_death, max(coalesce(deceased_date, date '9999-12-31')) as last_death
    from changed group by patient_id
  )
select null, patient_id, null, date '0001-01-01', date '9999-12-31' from ended where come <> 1 or gone <> 1 or persons > 1
union all
select null, patient_id, null, first_death, date '9999-12-31' from ended where first_death < last_death
union all
select distinct s.user_id, c.patient_id, null, date '0001-01-01', date '9999-12-31'
from changed c
join ended e on e.patient_id = c.patient_id and e.homes > 1
join staff s on regexp_replace(s.postal_code, '[^0-9]', '', 'g') = regexp_replace(c.postal_code, '[^0-9]', '', 'g');
-- How many live in a house counts for the others in it.
insert into reach
select distinct s.user_id, p.patient_id, null, date '0001-01-01', date '9999-12-31'
from (
  select distinct regexp_replace(postal_code, '[^0-9]', '', 'g') as postal, regexp_extract(lower(address), '\d+') as number
  from changed where address is not null and postal_code is not null
) c
join staff s on regexp_replace(s.postal_code, '[^0-9]', '', 'g') = c.postal and regexp_extract(lower(s.address), '\d+') = c.number
join patient p on regexp_replace(p.postal_code, '[^0-9]', '', 'g') = c.postal and regexp_extract(lower(p.address), '\d+') = c.number
