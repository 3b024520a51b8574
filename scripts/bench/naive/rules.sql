-- Six rules as one would write them over the raw events: plain joins and correlated subqueries, one after the other.
-- own-record
select distinct e.user_id, e.patient_id, e.care_unit_id, e.day
from event e join staff s on s.user_id = e.user_id
where e.person = s.person
-- protected-identity
select distinct e.user_id, e.patient_id, e.care_unit_id, e.day
from event e join patient p on p.person = e.person
where p.protection not in ('none', '')
-- deceased
select distinct e.user_id, e.patient_id, e.care_unit_id, e.day
from event e join patient p on p.person = e.person
where e.day - p.deceased_day > 30 and p.is_test = 0
-- many-units
select user_id, null as patient_id, null as care_unit_id, day
from (
  select user_id, patient_id, care_unit_id, day from event group by user_id, patient_id, care_unit_id, day having min(incidental) = 0
) l
group by user_id, day
having count(distinct care_unit_id) >= 3
-- own-family
select e.user_id, e.patient_id, e.care_unit_id, e.day
from event e join staff s on s.user_id = e.user_id join relation r on r.person = s.person and r.related = e.person
where e.day between r.from_day and r.to_day and e.person <> s.person
union
select e.user_id, e.patient_id, e.care_unit_id, e.day
from event e join staff s on s.user_id = e.user_id join relation r on r.related = s.person and r.person = e.person
where e.day between r.from_day and r.to_day and e.person <> s.person
-- no-care-relation
select l.user_id, l.patient_id, l.care_unit_id, l.day
from (
  select user_id, patient_id, person, care_unit_id, day, min(us) as first_us, max(case when purpose in ('care', 'unknown') then 1 else 0 end) as is_care
  from event group by user_id, patient_id, person, care_unit_id, day
) l
left join unit u on u.care_unit_id = l.care_unit_id
where l.patient_id is not null and l.care_unit_id is not null
  and not exists (select 1 from patient p where p.person = l.person and p.is_test = 1)
  and exists (
    select 1 from coverage v where (v.care_unit_id is null or v.care_unit_id = l.care_unit_id) and l.day between v.from_day and v.to_day
  )
  and l.day <= (select max(v.to_day) - 14 from coverage v where v.care_unit_id is null or v.care_unit_id = l.care_unit_id)
  and not exists (
    select 1
    from contact c left join unit cu on cu.care_unit_id = c.care_unit_id
    where c.person = l.person
      and l.day >= c.start_day - 7
      and (c.is_open and c.kind in ('listing', 'admission', 'home_care', 'coordination')
        or l.day <= case when c.is_open then c.start_day else c.end_day end + coalesce(cu.follow_days, 30))
      and (
        (c.care_unit_id = l.care_unit_id
          or c.other_care_unit_id = l.care_unit_id and c.kind in ('referral', 'order', 'consultation')
          or cu.parent_unit_id = u.parent_unit_id and c.kind <> 'listing')
          and not (coalesce(c.registered_by, '') = l.user_id and c.registered_us >= l.first_us)
        or c.responsible_user_id = l.user_id and c.kind <> 'listing' and (c.registered_by <> l.user_id or c.registered_us < l.first_us)
      )
  )
  and not (l.is_care = 0 and not exists (
    select 1
    from event e
    where e.user_id = l.user_id and e.patient_id = l.patient_id and e.care_unit_id = l.care_unit_id and e.day = l.day
      and not exists (
        select 1 from assignment a
        where a.user_id = e.user_id and a.care_unit_id = e.care_unit_id and a.purpose = e.purpose and e.day between a.from_day and a.to_day
      )
  ))
