-- How many findings there are of each kind, in the order of the rules.
select
  f.rule, ['info', 'low', 'medium', 'high', 'critical'][f.severity + 1] as severity, f.opens, f.suppressed,
  c.case_id is not null as in_case, coalesce(c.handed_out, false) as handed_out, count(*) as findings
from finding f
left join case_file c on c.case_id = f.case_id
group by all
order by min(f.place)
