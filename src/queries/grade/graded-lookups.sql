-- The lookups of the period with their care relation: what explains them, or why that cannot be told.
create or replace temp table graded_lookup as
select
  l.rowid                                                                                  as lookup_no,
  l.* exclude (bar),
  case
    when l.bar in ('no_patient', 'test_patient') then null
    when n.relation_grade is not null then n.relation_grade
    when l.bar is not null then null
    when c.coverage = 'covered' then 'E'
    when c.coverage = 'not_settled' then 'D'
  end                                                                                      as relation_grade,
  if(l.bar in ('no_patient', 'test_patient'), null, n.reason_id)                           as reason_id,
  case
    when l.bar in ('no_patient', 'test_patient') then l.bar
    when n.relation_grade is not null then null
    when l.bar is not null then l.bar
    when c.coverage = 'covered' then null
    else coalesce(c.coverage, 'no_coverage')
  end                                                                                      as relation_cause
from period_lookup l
left join lookup_reason r on r.lookup_no = l.rowid
left join reason n on n.rank = r.rank
left join coverage_day c on c.care_unit_id = l.care_unit_id and c.day = l.day
