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
  min(p.person_no)                                                                       as person_no,
  -- what contradicts each other is settled by what it says, never by which came first; two columns that belong together are
  -- of one row where one row has both
  coalesce(min_by(p.given_name, (p.family_name, p.given_name)) filter (where p.family_name is not null), min(p.given_name)) as given_name,
  min(p.family_name)                                                                     as family_name,
  coalesce(min_by(p.address, (p.address, p.postal_code)) filter (where p.postal_code is not null), min(p.address)) as address,
  coalesce(min_by(p.postal_code, (p.address, p.postal_code)) filter (where p.address is not null), min(p.postal_code)) as postal_code,
  max(p.protection) filter (where p.protection <> 'none')                                as protection,
  min(p.birth_date)                                                                      as birth_date,
  min(p.deceased_date)                                                                   as deceased_date,
  coalesce(max(p.is_test::integer) = 1, false)                                           as is_test,
  -- the row that says the day of death, if any does
  min_by(p.batch_id, (coalesce(p.deceased_date, date '2200-01-01'), p.batch_id, p.source_row)) as batch_id,
  min_by(p.source_row, (coalesce(p.deceased_date, date '2200-01-01'), p.batch_id, p.source_row)) as source_row
from keyed p
semi join several s on s.person_no = p.person_no
group by p.person_key;
create or replace temp table test_person as
select person_key from patient_person where is_test
