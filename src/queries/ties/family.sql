-- What ties the user to the patient of each lookup: a register, one home, or a family name that few have. A tie counts in
-- either direction. Names are folded (qvist is kvist, one of a double name is enough), since people write them in many ways.
create or replace temp macro folded_name(name) as
  replace(replace(replace(replace(replace(replace(replace(replace(replace(
    regexp_replace(lower(name), '[^a-zåäöéèüáíóøæ]', '', 'g'),
    'qu', 'kv'), 'qv', 'kv'), 'q', 'k'), 'w', 'v'), 'ph', 'f'), 'th', 't'), 'ck', 'k'), 'x', 'ks'), 'z', 's');
create or replace temp macro name_key(name) as
  regexp_replace(translate(regexp_replace(folded_name(name), '(kk|ll|mm|nn|ss|tt|ff|rr|pp|dd|bb|gg)', '=\1', 'g'), 'éèüáíóøæc', 'eeuaioöäk'), '=(.).', '\1', 'g');
create or replace temp table name_part as
with
  spelling as (
    select distinct family_name from staff_member where family_name is not null
    union
    select distinct family_name from patient_person where family_name is not null
  ),
  parts as (
    select family_name, unnest(string_split_regex(
      regexp_replace(lower(trim(family_name)), '^(von|af|av|de la|de|van der|van den|van|der|el|al)[\s-]+', ''), '[\s-]+')) as part
    from spelling
  )
select family_name, array_agg(distinct name_key(part)) as names
from parts
where name_key(part) <> ''
group by family_name;
create or replace temp table family_answer as
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
  name_count as (
    select name, count(distinct person_key) as carriers
    from (select p.person_key, unnest(n.names) as name from patient_person p join name_part n using (family_name))
    group by name
  ),
  population as (
    select count(*) as people, (select count(*) from relation) as relations from patient_person
  ),
  alike as (
    select pair.user_no, pair.person_no, unnest(list_intersect(a.names, b.names)) as name
    from opened_pair pair
    join staff_member s on s.user_id = pair.user_id
    join name_part a on a.family_name = s.family_name
    join patient_person p on p.person_key = pair.person_key
    join name_part b on b.family_name = p.family_name
    where list_has_any(a.names, b.names)
  ),
  same_name as (
    select a.user_no, a.person_no, min(c.carriers) as carriers
    from alike a join name_count c on c.name = a.name
    group by a.user_no, a.person_no
  ),
  known as (
    select
      pair.user_no, pair.person_no, s.person_key as user_key,
      s.person_key is not null and population.relations > 0                                as register_known,
      s.address is not null and s.postal_code is not null
        and p.address is not null and p.postal_code is not null                                      as address_known,
      coalesce(h.same_home, false)                                                         as same_home,
      'patient:' || p.batch_id || ':' || p.source_row                                      as patient_source,
      s.family_name is not null and p.family_name is not null
        and population.people >= $population_floor::integer                                as name_known,
      n.carriers,
      n.carriers <= greatest($rare_name_persons::integer, population.people * $rare_name_per_10000::double / 10000) as rare
    from opened_pair pair
    left join staff_member s on s.user_id = pair.user_id
    left join patient_person p on p.person_key = pair.person_key
    left join shared_home h on h.user_no = pair.user_no and h.person_no = pair.person_no
    left join same_name n on n.user_no = pair.user_no and n.person_no = pair.person_no
    cross join population
  ),
  register as (
    select
      l.lookup_no, t.kind, t.source, t.valid_to,
      coalesce(t.valid_to < l.day, false)                                                  as ended,
      row_number() over (partition by l.lookup_no order by coalesce(t.valid_to < l.day, false), t.source) as place
    from graded_lookup l
    join known k on k.user_no = l.user_no and k.person_no = l.person_no
    join keyed_tie t on t.one = k.user_key and t.other = l.person_key
    where coalesce(t.valid_from, l.day) <= l.day
      and coalesce(t.valid_to, l.day) >= l.day - to_years($ended_years::integer)
  )
select
  l.lookup_no, l.person_key, k.person_no is not null as asked,
  coalesce(k.register_known or k.address_known or k.name_known, false)                     as known,
  case
    when r.lookup_no is not null and not r.ended then 'register'
    when r.lookup_no is not null then 'register_ended'
    when k.same_home then 'address'
    when k.name_known and k.rare then 'name'
  end                                                                                      as tie,
  r.kind                                                                                   as relation_kind,
  if(r.ended, r.valid_to, null)                                                            as ended_day,
  k.carriers,
  coalesce(r.source, k.patient_source)                                                     as source,
  l.relation_grade
from graded_lookup l
left join known k on k.user_no = l.user_no and k.person_no = l.person_no
left join register r on r.lookup_no = l.lookup_no and r.place = 1
