-- Is the patient a relative of the user, of the same address, or of the same rare family name?
-- Cannot tell: the user or the patient is in no register that says any of it.
with
  tie as (
    select person_id as one, related_person_id as other, kind, valid_from, valid_to, batch_id, source_row from relation
    union all
    select related_person_id, person_id,
      case kind when 'parent' then 'child' when 'child' then 'parent' when 'guardian' then 'ward' else kind end,
      valid_from, valid_to, batch_id, source_row
    from relation
  ),
  keyed_tie as (
    select coalesce(a.person_key, t.one) as one, coalesce(b.person_key, t.other) as other,
      t.kind, t.valid_from, t.valid_to, 'relation:' || t.batch_id || ':' || t.source_row as source
    from tie t
    left join person_key a on a.id = t.one
    left join person_key b on b.id = t.other
  ),
  -- the user's own record is no relative's
  pair as (
    select distinct user_id, person_key from graded_lookup anti join user_person using (user_id, person_key)
    where person_key is not null
  ),
  name_count as (
    select lower(family_name) as name, count(*) as carriers from patient_person where family_name is not null group by all
  ),
  population as (
    select count(*) as people from patient_person
  ),
  known as (
    select
      pair.user_id, pair.person_key, s.person_key as user_key,
      s.person_key is not null and (select count(*) > 0 from relation)                     as register_known,
      s.address_key is not null and p.address_key is not null                              as address_known,
      s.address_key = p.address_key                                                        as same_address,
      'patient:' || p.batch_id || ':' || p.source_row                                      as patient_source,
      s.family_name is not null and p.family_name is not null
        and population.people >= $population_floor::integer                                as name_known,
      if(lower(s.family_name) = lower(p.family_name), n.carriers, null)                    as carriers,
      n.carriers <= greatest($rare_name_persons::integer, population.people * $rare_name_per_10000::double / 10000) as rare
    from pair
    left join staff_member s on s.user_id = pair.user_id
    left join patient_person p on p.person_key = pair.person_key
    left join name_count n on n.name = lower(p.family_name)
    cross join population
  ),
  register as (
    select
      l.lookup_no, t.kind, t.source, t.valid_to,
      coalesce(t.valid_to < l.day, false)                                                  as ended,
      row_number() over (partition by l.lookup_no order by coalesce(t.valid_to < l.day, false), t.source) as place
    from graded_lookup l
    join known k on k.user_id = l.user_id and k.person_key = l.person_key
    join keyed_tie t on t.one = k.user_key and t.other = l.person_key
    where coalesce(t.valid_from, l.day) <= l.day
      and coalesce(t.valid_to, l.day) >= l.day - to_years($ended_years::integer)
  ),
  judged as (
    select
      l.lookup_no, l.person_key, k.person_key is not null as asked, k.register_known or k.address_known or k.name_known as known,
      case
        when r.lookup_no is not null and not r.ended then 'register'
        when r.lookup_no is not null then 'register_ended'
        when k.address_known and k.same_address then 'address'
        when k.name_known and k.carriers is not null and k.rare then 'name'
      end                                                                                  as tie,
      r.kind                                                                               as relation_kind,
      if(r.ended, r.valid_to, null)                                                        as ended_day,
      k.carriers,
      coalesce(r.source, k.patient_source)                                                 as source,
      l.relation_grade
    from graded_lookup l
    left join known k on k.user_id = l.user_id and k.person_key = l.person_key
    left join register r on r.lookup_no = l.lookup_no and r.place = 1
  )
select
  lookup_no,
  case when tie is not null then true when known then false end          as flagged,
  if(person_key is null, 'no_patient', 'no_register_data')               as cause,
  if(tie is not null, struct_pack(
    tie := tie, relation_kind := relation_kind, ended_day := ended_day, carriers := if(tie = 'name', carriers, null),
    relation_grade := relation_grade, source := source
  ), null)                                                               as facts
from judged
where asked or person_key is null
