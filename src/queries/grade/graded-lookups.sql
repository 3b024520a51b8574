-- The lookups of the period, and of the days before it that some rule looks back on, with their care relation: what explains
-- them, or why that cannot be told. An earlier contact is said only where the loaded contacts speak for the day: elsewhere a
-- newer one may be missing, and it cannot be told.
create or replace temp view lookup_grade as
select
  l.* exclude (bar, in_period),
  case
    when l.bar in ('no_patient', 'test_patient') then null
    when n.relation_grade = 'C' then case when l.bar is not null then null when c.coverage = 'covered' then 'C' when c.coverage = 'not_settled' then 'D' end
    when n.relation_grade is not null then n.relation_grade
    when l.bar is not null then null
    when c.coverage = 'covered' then 'E'
    when c.coverage = 'not_settled' then 'D'
  end                                                                                      as relation_grade,
  if(l.bar in ('no_patient', 'test_patient') or (n.relation_grade = 'C' and c.coverage is distinct from 'covered'), null, n.reason_id) as reason_id,
  case
    when l.bar in ('no_patient', 'test_patient') then l.bar
    when n.relation_grade <> 'C' then null
    when l.bar is not null then l.bar
    when c.coverage = 'covered' then null
    else coalesce(c.coverage, 'no_coverage')
  end                                                                                      as relation_cause
from period_lookup l
left join lookup_reason r on r.lookup_no = l.lookup_no
left join reason n on n.rank = r.rank
left join coverage_day c on c.care_unit_id = l.care_unit_id and c.day = l.day;
-- What people did in the period, which is what nearly every question is about: a table of its own, so that its size is known
-- when it is joined. Robots are asked about by a rule of their own, and few rules look back.
create or replace temp table graded_lookup as
select * exclude (is_robot) from lookup_grade where not is_robot and day >= $from::date and day < $to::date;
create or replace temp table apart_lookup as
select *, day >= $from::date as in_period
from lookup_grade
where day >= $window_from::date and day < $to::date and (is_robot or day < $from::date);
create or replace temp view every_lookup as
select *, false as is_robot, true as in_period from graded_lookup
union all
select * exclude (is_robot, in_period), is_robot, in_period from apart_lookup;
create or replace temp view window_lookup as
select * exclude (is_robot) from every_lookup where not is_robot
