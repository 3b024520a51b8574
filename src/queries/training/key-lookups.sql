-- How many of the lookups that an answer key names does the log hold?
select count(distinct (k.user_id, k.patient_id, k.day)) as known
from key_lookup k
join every_lookup l on l.user_id = k.user_id and l.patient_id = k.patient_id and l.day = k.day::date
