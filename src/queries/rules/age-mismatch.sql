-- Did a unit for one age group open a patient of another, while care explains it weakly or not at all?
-- Cannot tell: what kind the unit is, the patient's age, or for another age the relation is not known.
with
  unit as (
    select u.care_unit_id, min(u.kind) as kind from care_unit u group by u.care_unit_id
  ),
  aged as (
    select l.lookup_no, l.person_key as person_key, l.relation_grade, l.relation_cause, u.kind,
      case
        when p.birth_date is not null and p.birth_date <= l.day then
          date_diff('year', p.birth_date, l.day)
            - case when extract(month from l.day) * 100 + extract(day from l.day)
                < extract(month from p.birth_date) * 100 + extract(day from p.birth_date) then 1 else 0 end
      end                                                                                        as age
    from graded_lookup l
    left join unit u on u.care_unit_id = l.care_unit_id
    left join person_birth p on p.person_key = l.person_key
  )
select
  lookup_no,
  case
    when kind is null then null
    when kind <> 'child' and kind <> 'geriatric' then false
    when age is null then null
    when kind = 'child' and age < $child_years::integer then false
    when kind = 'geriatric' and age >= $geriatric_years::integer then false
    when relation_grade in ('B', 'P', 'C', 'E') then true
    when relation_grade <> 'D' then false
  end                                                                                            as flagged,
  case
    when person_key is null then 'no_patient'
    when kind is null then 'unit_kind_unknown'
    when age is null then 'age_unknown'
    else coalesce(relation_cause, 'not_settled')
  end                                                                                            as cause,
  age,
  kind                                                                                           as unit_kind
from aged
