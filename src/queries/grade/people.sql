-- One row for each patient, under the key of the person. Most stand in one row, which needs no putting together.
create or replace temp table patient_person as
with
  keyed as (
    select p.*, coalesce(k.person_key, p.patient_id) as person_key, hash(coalesce(k.person_key, p.patient_id)) as person_no
    from patient p left join person_key k on k.id = p.patient_id
  ),
  several as (
    select k.person_no from keyed k group by k.person_no having count(*) > 1
  )
select
  p.person_key, p.person_no, p.given_name, p.family_name, p.address, p.postal_code,
  nullif(p.protection, 'none') as protection, p.birth_date, p.deceased_date, coalesce(p.is_test, false) as is_test,
  p.batch_id, p.source_row
from keyed p
anti join several s on s.person_no = p.person_no
union all
select
  p.person_key,
  any_value(p.person_no)                                                                 as person_no,
  any_value(p.given_name)                                                                as given_name,
  any_value(p.family_name)                                                               as family_name,
  any_value(p.address)                                                                   as address,
  any_value(p.postal_code)                                                               as postal_code,
  max(p.protection) filter (where p.protection <> 'none')                                as protection,
  any_value(p.birth_date)                                                                as birth_date,
  any_value(p.deceased_date)                                                             as deceased_date,
  coalesce(max(p.is_test::integer) = 1, false)                                           as is_test,
  min(p.batch_id)                                                                        as batch_id,
  min(p.source_row)                                                                      as source_row
from keyed p
semi join several s on s.person_no = p.person_no
group by p.person_key;
create or replace temp table test_person as
select person_key from patient_person where is_test
