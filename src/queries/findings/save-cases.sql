-- The cases as they are kept.
insert into audit_case
select
  $run_id, place, case_id, care_unit_id, handed_out,
  to_json({
    'case_id': case_id, 'subject': subject, 'user_id': user_id, 'patient_id': patient_id, 'care_unit_id': care_unit_id,
    'severity': ['info', 'low', 'medium', 'high', 'critical'][severity + 1], 'score': score,
    'score_parts': list_concat(
      rule_parts,
      if(day_points > 0, [to_json({'code': 'days', 'points': day_points, 'facts': {'days': days}})], []),
      if(first_points > 0, [json('{"code":"first_lookup","points":1,"facts":{}}')], []),
      if(explained_points < 0, [json('{"code":"explained","points":-3,"facts":{}}')], [])
    ),
    'minutes': least($minutes_most, ceil($minutes_a_case::double + $minutes_a_lookup::double * lookups))::integer,
    'finding_ids': finding_ids, 'handed_out': handed_out
  })::varchar
from case_file
where place >= $first and place < $end
order by place
