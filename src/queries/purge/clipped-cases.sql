-- Cases of which some findings go and some stay.
select c.run_id, c.case_id, c.document
from kept_store.audit_case c
join (select run_id, case_id, count(*) as findings from kept_store.audit_finding group by run_id, case_id) f
  on f.run_id = c.run_id and f.case_id = c.case_id
where f.findings < json_array_length(c.document, '$.finding_ids')
order by c.run_id, c.place
