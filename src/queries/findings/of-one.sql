-- What a rule flagged, each answer about one lookup.
insert into flagged (rule, rule_no, rule_version, subject, gathers, lookup_no, severity, opens, facts, apart, source)
select
  $rule, $rule_no, $rule_version, $subject, $gathers, a.lookup_no,
  {{columns}}
from assessment a
join every_lookup l on l.lookup_no = a.lookup_no
where a.flagged
