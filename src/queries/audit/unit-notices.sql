-- Units where more than a tenth of the lookups are unexplained, by more than half of the users: the reference data are
-- probably incomplete there. With fewer than three such users it may as well be them.
select
  care_unit_id,
  count(*)                                                              as lookups,
  count(*) filter (where relation_grade = 'E')                          as unexplained,
  count(distinct user_id)                                               as users,
  count(distinct user_id) filter (where relation_grade = 'E')           as users_with_unexplained
from graded_lookup
where care_unit_id is not null
group by care_unit_id
having count(*) filter (where relation_grade = 'E') * 10 > count(*)
  and count(distinct user_id) filter (where relation_grade = 'E') * 2 > count(distinct user_id)
  and count(distinct user_id) filter (where relation_grade = 'E') >= 3
order by care_unit_id
