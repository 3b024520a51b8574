-- Of staff only: whom they live with, and a parent in the next house.
copy (
  with kin as (
    select a.patient_id as person_id, b.patient_id as related_person_id, case when a.place in (3, 4) and b.place in (3, 4) or a.place in (8, 9) and b.place in (8, 9) then 'spouse' else 'child' end as kind
    from named_person a join member m on m.p = a.p and m.kind = 'person' join named_person b on b.home = a.home and b.p <> a.p
    union
    select a.patient_id, b.patient_id, 'parent' from named_person a join member m on m.p = a.p and m.kind = 'person' join named_person b on b.p = a.p - a.p % 12 + 7
  )
  select person_id, related_person_id, kind, null as valid_from, null as valid_to from kin
  union all select * from extra_relation
  order by all
) to (getvariable('training_out')) (header, use_tmp_file false);
