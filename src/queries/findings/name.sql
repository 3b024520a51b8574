-- The findings, in the order of the rules and of time. An id is made of rule, user, patient, unit and day, so that a decision
-- survives a rerun; what gathers many lookups is known by its subject and its first day. A user's and a patient's findings are
-- one case whatever the rule; what a rule says of a user alone is a case of its own.
insert into found
with
  told as (
    select
      f.rule, f.rule_no, f.rule_version, f.subject, f.gathers, f.lookup_no, f.severity, f.opens, f.facts, f.apart, f.source,
      l.first_time as lead_time, l.user_id, l.patient_id, l.care_unit_id, l.day, l.relation_grade, coalesce(l.is_first, false) as is_first,
      coalesce(f.first_day, l.day)                                                          as first_day,
      coalesce(f.first_time, l.first_time)                                                  as first_time,
      coalesce(f.last_time, l.last_time)                                                    as last_time,
      coalesce(f.event_count, l.event_count)                                                as event_count,
      coalesce(f.lookups, [f.lookup_no])                                                    as lookups,
      coalesce(f.lookup_ids, [lookup_id(l.user_id, l.patient_id, l.care_unit_id, l.day)])   as lookup_ids
    from flagged f
    join every_lookup l on l.lookup_no = f.lookup_no
  ),
  owned as (
    select
      *,
      if(subject = 'patient', null, user_id)                                                as subject_user,
      if(gathers and subject in ('user', 'user_day'), null, patient_id)                    as subject_patient,
      if(subject = 'patient', patient_id, user_id)                                          as about
    from told
  ),
  -- a group and no window: grade/staff.sql says why
  beginning as (
    select rule, about, apart, min(first_day) as first_day from owned group by rule, about, apart
  ),
  anchored as (
    select o.*, b.first_day as anchor
    from owned o
    join beginning b on b.rule = o.rule and b.about is not distinct from o.about and b.apart is not distinct from o.apart
  ),
  named as (
    select
      *,
      made_id('F', id_part(rule) || id_part(subject_user) || id_part(subject_patient) || case
        when not gathers or subject = 'user_patient' then id_part(care_unit_id) || id_part(day::varchar)
        when subject = 'user_day' then id_part(null) || id_part(day::varchar)
        else id_part(null) || id_part(anchor::varchar)
      end)                                                                                   as finding_id,
      made_id('C', case subject
        when 'user_patient' then id_part('user_patient') || id_part(user_id) || id_part(patient_id) || id_part($from)
        when 'user_day' then id_part('user_day') || id_part(user_id) || id_part(day::varchar)
        when 'patient' then id_part('patient') || id_part(patient_id) || id_part(anchor::varchar)
        else id_part('user') || id_part(rule) || id_part(user_id) || id_part(apart) || id_part(anchor::varchar)
      end)                                                                                   as case_id
    from anchored
  )
select
  n.rule, n.rule_version, n.lookup_no, n.lookups, n.finding_id, n.case_id, n.severity, n.subject, n.subject_user, n.subject_patient, n.care_unit_id,
  n.day, n.opens, n.first_time, n.last_time, n.event_count,
  if(n.gathers and n.subject <> 'user_patient', null, n.relation_grade), n.lookup_ids, n.facts,
  case
    when n.source <> 'access_event' then n.source
    when len(n.lookup_ids) = 1 then 'lookup:' || n.lookup_ids[1]
    else 'lookup:' || lookup_id(n.user_id, n.patient_id, n.care_unit_id, n.day)
  end,
  exists (
    select 1 from suppression s
    where s.rule = n.rule
      and (s.user_id is null or s.user_id = n.subject_user)
      and (s.patient_id is null or s.patient_id = n.subject_patient)
      and (s.care_unit_id is null or s.care_unit_id = n.care_unit_id)
  ),
  n.is_first
from named n
order by n.rule_no, n.day, n.lead_time, n.user_id, n.patient_id, n.care_unit_id;
drop table flagged
