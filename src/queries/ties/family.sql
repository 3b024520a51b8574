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
  user_tie as (
    select s.user_no, s.from_day as member_from, s.to_day as member_to, coalesce(b.person_key, t.other) as other,
      t.kind, t.valid_from, t.valid_to, 'relation:' || t.batch_id || ':' || t.source_row as source
    from tie t
    left join person_key a on a.id = t.one
    left join person_key b on b.id = t.other
    join staff_member s on s.person_key = coalesce(a.person_key, t.one)
  ),
  population as (
    select count(*) as people, (select count(*) from relation) as relations from patient_person
  ),
  spelled as (
    select n.family_name, unnest(n.names) as name from name_part n
  ),
  name_count as (
    select s.name as name, sum(b.persons)::bigint as carriers
    from spelled s
    join (select family_name, count(*) as persons from patient_person group by family_name) b on b.family_name = s.family_name
    group by s.name
  ),
  -- what few have; what many have says nothing
  rare_name as (
    select c.name, c.carriers
    from name_count c
    cross join population
    where c.carriers <= greatest($rare_name_persons::integer, population.people * $rare_name_per_10000::double / 10000)
  ),
  rare_user as (
    select m.member_no as member_no, s.name as name, r.carriers
    from staff_member m
    join spelled s on s.family_name = m.family_name
    join rare_name r on r.name = s.name
  ),
  rare_person as (
    select m.person_no, s.name
    from (select family_name, name from spelled where name in (select name from rare_user)) s
    join patient_person m on m.family_name = s.family_name
  ),
  same_name as (
    select o.member_no, o.person_no, min(u.carriers) as carriers
    from opened_pair o
    join rare_user u on u.member_no = o.member_no
    join rare_person p on p.person_no = o.person_no and p.name = u.name
    group by o.member_no, o.person_no
  ),
  own as (
    select distinct l.lookup_no as lookup_no
    from graded_lookup l join user_person u on u.user_no = l.user_no and u.person_no = l.person_no
    where l.day between u.from_day and u.to_day
  ),
  known as (
    select
      l.lookup_no, s.member_no, l.person_no, l.relation_grade,
      l.person_no is not null and o.lookup_no is null                                        as asked,
      s.person_key is not null and population.relations > 0                                as register_known,
      coalesce(s.address is not null and s.postal_code is not null and p.address is not null and p.postal_code is not null, false) as address_known,
      coalesce(s.family_name is not null and p.family_name is not null and population.people >= $population_floor::integer, false) as name_known,
      p.batch_id, p.source_row
    from graded_lookup l
    left join staff_member s on s.user_no = l.user_no and l.day between s.from_day and s.to_day
    left join patient_person p on p.person_no = l.person_no
    left join own o on o.lookup_no = l.lookup_no
    cross join population
  ),
  register as (
    select
      l.lookup_no, t.kind, t.source, t.valid_to,
      coalesce(t.valid_to < l.day, false)                                                  as ended,
      row_number() over (partition by l.lookup_no order by coalesce(t.valid_to < l.day, false), t.source) as place
    from graded_lookup l
    join user_tie t on t.user_no = l.user_no and t.other = l.person_key
    where l.day between t.member_from and t.member_to
      and coalesce(t.valid_from, l.day) <= l.day
      and coalesce(t.valid_to, l.day) >= l.day - to_years($ended_years::integer)
  ),
  tied as (
    select
      k.lookup_no, k.person_no, k.asked, k.relation_grade,
      k.asked and (k.register_known or k.address_known or k.name_known)                    as known,
      case
        when r.lookup_no is not null and not r.ended then 'register'
        when r.lookup_no is not null then 'register_ended'
        when k.asked and h.same_home then 'address'
        when k.asked and k.name_known and n.carriers is not null then 'name'
      end                                                                                  as tie,
      r.kind as relation_kind, if(r.ended, r.valid_to, null) as ended_day, n.carriers, r.source as register_source,
      k.batch_id, k.source_row
    from known k
    left join register r on r.lookup_no = k.lookup_no and r.place = 1 and k.asked
    left join shared_home h on h.member_no = k.member_no and h.person_no = k.person_no
    left join same_name n on n.member_no = k.member_no and n.person_no = k.person_no
  )
select
  lookup_no, person_no, asked, known, tie, relation_kind, ended_day, carriers,
  if(tie is null, null, coalesce(register_source, 'patient:' || batch_id || ':' || source_row)) as source,
  relation_grade
from tied
