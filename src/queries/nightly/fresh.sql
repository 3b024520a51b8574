-- The findings of a run that an earlier one does not have, without their evidence, and where their cases stand.
select
  f.finding_id, f.case_id, f.rule, (f.document::json ->> '$.rule_version')::integer as rule_version,
  f.document::json ->> '$.severity' as severity, f.document::json ->> '$.relation_grade' as relation_grade,
  from_json(json_extract(f.document, '$.lookup_ids'), '["VARCHAR"]') as lookup_ids,
  (f.document::json ->> '$.opens')::boolean as opens, (f.document::json ->> '$.suppressed')::boolean as suppressed,
  c.handed_out, c.care_unit_id as case_unit
from audit_finding f
left join audit_case c on c.run_id = f.run_id and c.case_id = f.case_id
where f.run_id = $run_id
  and not exists (select 1 from audit_finding o where o.run_id = $before and o.finding_id = f.finding_id)
order by f.rowid
