-- The lookups from before the day that are kept, those behind the findings of kept cases too, and whose they are.
create or replace temp table kept_lookup as
with wanted as (
  select lookup_id from asked_lookup
  union
  select unnest(from_json(json_extract(f.document, '$.lookup_ids'), '["VARCHAR"]'))
  from audit_finding f
  where f.case_id in (from kept_case)
)
select l.user_id, l.patient_id, l.care_unit_id, l.day
from lookup l
where l.day < $cutoff::date
  and (select count(*) > 0 from wanted)
  and lookup_id(l.user_id, l.patient_id, l.care_unit_id, l.day) in (select lookup_id from wanted);
create or replace temp table kept_user as
select distinct user_id as id from kept_lookup;
create or replace temp table kept_patient as
select distinct patient_id as id from kept_lookup where patient_id is not null;
