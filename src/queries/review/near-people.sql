-- Whom a reviewer may not judge: the reviewer's own person, those whom a register relates to it (a tie that ended counts for
-- five years), and those of one registered address. Users and patients, under every id that they are known by.
with
  reviewing as (
    select distinct r.user_id as reviewer, u.person_key
    from (select user_id from reviewer union select user_id from asked_reviewer) r
    join user_person u on u.user_id = r.user_id and $day::date between u.from_day and u.to_day
  ),
  tie as (
    select coalesce(a.person_key, t.person_id) as one, coalesce(b.person_key, t.related_person_id) as other
    from relation t
    left join person_key a on a.id = t.person_id
    left join person_key b on b.id = t.related_person_id
    where coalesce(t.valid_from, $day::date) <= $day::date and coalesce(t.valid_to, $day::date) >= $day::date - to_years(5)
  ),
  dwelling as (
    select person_key, regexp_replace(lower(address), '[^a-zåäö0-9]', '', 'g') as street, regexp_replace(postal_code, '[^0-9]', '', 'g') as postal
    from (
      select person_key, address, postal_code from staff_member where person_key is not null
      union all
      select person_key, address, postal_code from patient_person
    )
    where coalesce(trim(address), '') <> '' and coalesce(trim(postal_code), '') <> ''
  ),
  near as (
    select reviewer, person_key from reviewing
    union
    select r.reviewer, t.other from reviewing r join tie t on t.one = r.person_key
    union
    select r.reviewer, t.one from reviewing r join tie t on t.other = r.person_key
    union
    select r.reviewer, b.person_key
    from reviewing r
    join dwelling a on a.person_key = r.person_key
    join dwelling b on b.street = a.street and b.postal = a.postal
  )
select n.reviewer, u.user_id, cast(null as varchar) as patient_id
from near n join user_person u on u.person_key = n.person_key
union
select n.reviewer, null, n.person_key from near n
union
select n.reviewer, null, k.id from near n join person_key k on k.person_key = n.person_key
order by reviewer, user_id, patient_id
