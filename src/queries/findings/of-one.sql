-- What a rule flagged, each answer about one lookup.
insert into flagged
select
  $rule, $rule_no, $rule_version, $subject, $gathers, a.lookup_no, l.first_time as lead_time, l.user_id, l.patient_id, l.care_unit_id, l.day, l.relation_grade, coalesce(l.is_first, false) as is_first,
  l.day                                                                  as first_day,
  l.first_time, l.last_time, l.event_count,
  [a.lookup_no]                                                          as lookups,
  [lookup_id(l.user_id, l.patient_id, l.care_unit_id, l.day)]            as lookup_ids,
  {{columns}}
from assessment a
join every_lookup l on l.lookup_no = a.lookup_no
where a.flagged
