-- How many findings does the latest run have, by rule, severity and unit?
select
  rule, severity, care_unit_id, count(*) as findings, count(distinct case_id) as cases,
  count(*) filter (where suppressed) as suppressed
from masked_finding
where is_latest
group by rule, severity, care_unit_id
order by findings desc, rule, severity, care_unit_id
