-- Who works where and when: by assignment, and by the log of the days before. A lookup of a colleague's record is one of a person who
-- works at the same unit, or for the same provider, under another login than the user's own.
create or replace temp table workplace as
with
  unit as (
    select c.care_unit_id, min(c.care_provider_id) as care_provider_id from care_unit c group by c.care_unit_id
  ),
  work as (
    select a.user_id, a.care_unit_id, coalesce(a.care_provider_id, u.care_provider_id) as care_provider_id,
      coalesce(a.valid_from, date '1900-01-01') as from_day, coalesce(a.valid_to, date '2200-01-01') as to_day
    from assignment a left join unit u on u.care_unit_id = a.care_unit_id
    union all
    select user_id, care_unit_id, care_provider_id, min(day), max(day)
    from window_lookup
    where care_unit_id is not null and day >= $from::date - $days::integer
    group by user_id, care_unit_id, care_provider_id
  )
select p.person_no, p.user_no, w.user_id, w.care_unit_id, w.care_provider_id,
  greatest(w.from_day, p.from_day, coalesce(s.from_day, w.from_day), coalesce(s.valid_from, w.from_day)) as from_day,
  least(w.to_day, p.to_day, coalesce(s.to_day, w.to_day), coalesce(s.valid_to, w.to_day))                as to_day
from work w
join user_person p on p.user_id = w.user_id and p.from_day <= w.to_day and p.to_day >= w.from_day
left join staff_member s on s.user_id = w.user_id and s.from_day <= p.to_day and s.to_day >= p.from_day;
create or replace temp table colleague_answer as
with
  met as (
    select l.lookup_no, max(if(w.care_unit_id = l.care_unit_id, 2, 1)) as nearness
    from graded_lookup l
    join workplace w on w.person_no = l.person_no
    where w.user_no <> l.user_no and l.day between w.from_day and w.to_day
      and (w.care_unit_id = l.care_unit_id or w.care_provider_id = l.care_provider_id)
    group by l.lookup_no
  )
select m.lookup_no, m.nearness
from met m
join graded_lookup l on l.lookup_no = m.lookup_no
anti join user_person o on o.user_no = l.user_no and o.person_no = l.person_no and l.day between o.from_day and o.to_day
