-- Findings with their evidence as they are kept: without words, so that they can be read in any language.
insert into audit_finding
select
  $run_id, f.finding_id, f.case_id, f.rule, f.user_id, f.patient_id, f.care_unit_id, f.day,
  to_json({
    'finding_id': f.finding_id, 'case_id': f.case_id, 'rule': f.rule, 'rule_version': f.rule_version,
    'severity': ['info', 'low', 'medium', 'high', 'critical'][f.severity + 1], 'state': 'new', 'subject': f.subject,
    'user_id': f.user_id, 'patient_id': f.patient_id, 'care_unit_id': f.care_unit_id, 'day': f.day::varchar, 'opens': f.opens,
    'first_time': strftime(f.first_time, '%Y-%m-%dT%H:%M:%S'), 'last_time': strftime(f.last_time, '%Y-%m-%dT%H:%M:%S'),
    'event_count': f.event_count, 'relation_grade': f.relation_grade, 'lookup_ids': f.lookup_ids, 'facts': f.facts,
    'evidence': list_concat(
      [to_json({'direction': 'for', 'code': f.rule, 'facts': f.facts, 'source': f.source})], coalesce(e.evidence, [])
    ),
    'suppressed': f.suppressed
  })::varchar
from finding f
left join (
  select f.place, e.evidence
  from finding f
  semi join case_file c on c.case_id = f.case_id
  join lookup_evidence e on e.lookup_no = f.lookup_no
  where f.place >= $first and f.place < $end and f.user_id is not null and f.patient_id is not null
) e on e.place = f.place
where f.place >= $first and f.place < $end
order by f.place
