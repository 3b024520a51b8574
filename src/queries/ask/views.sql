-- What `query` may read of persons: ids without names, numbers or free text, and a pseudonym for whoever is protected.
create or replace temp view masked_event as
select
  e.local_time,
  e.local_time::date                     as day,
  e.occurred_at,
  e.time_quality::varchar                as time_quality,
  coalesce(u.pseudonym, e.user_id)       as user_id,
  if(u.pseudonym is null, e.user_title, null) as user_title,
  e.care_unit_id,
  e.care_provider_id,
  coalesce(p.pseudonym, e.patient_id)    as patient_id,
  e.activity::varchar                    as activity,
  e.activity_raw,
  e.purpose::varchar                     as purpose,
  e.resource_type,
  e.owner_care_unit_id,
  e.owner_care_provider_id,
  e.break_glass,
  e.outcome::varchar                     as outcome,
  e.source_system,
  e.workstation,
  e.network_address,
  e.session_id,
  e.incidental,
  e.actor_kind::varchar                  as actor_kind,
  e.batch_id,
  e.source_row
from access_event e
left join masked_person u on u.kind = 'user' and u.id = e.user_id
left join masked_person p on p.kind = 'patient' and p.id = e.patient_id;
create or replace temp view masked_lookup as
select
  l.day,
  coalesce(u.pseudonym, l.user_id)       as user_id,
  coalesce(p.pseudonym, l.patient_id)    as patient_id,
  l.care_unit_id,
  l.care_provider_id,
  l.first_time,
  l.last_time,
  l.event_count,
  [word for word, place in {{activities}} if (l.activities & (1::uinteger << (place - 1)::uinteger)) <> 0] as activities,
  [word for word, place in {{purposes}} if (l.purposes & (1::usmallint << (place - 1)::usmallint)) <> 0] as purposes,
  l.break_glass,
  l.incidental,
  l.robot,
  l.is_first
from lookup l
left join masked_person u on u.kind = 'user' and u.id = l.user_id
left join masked_person p on p.kind = 'patient' and p.id = l.patient_id;
create or replace temp view masked_finding as
select
  f.run_id,
  f.run_id = (select run_id from audit_run order by sequence desc limit 1) as is_latest,
  f.finding_id,
  f.case_id,
  f.rule,
  f.document ->> 'severity'              as severity,
  f.document ->> 'relation_grade'        as relation_grade,
  (f.document ->> 'opens')::boolean      as opens,
  (f.document ->> 'suppressed')::boolean as suppressed,
  (f.document ->> 'event_count')::integer as event_count,
  coalesce(u.pseudonym, f.user_id)       as user_id,
  coalesce(p.pseudonym, f.patient_id)    as patient_id,
  f.care_unit_id,
  f.day
from audit_finding f
left join masked_person u on u.kind = 'user' and u.id = f.user_id
left join masked_person p on p.kind = 'patient' and p.id = f.patient_id;
create or replace temp view masked_run as
select run_id, sequence, from_day, to_day from audit_run;
create or replace temp view masked_staff as
select coalesce(u.pseudonym, s.user_id) as user_id, if(u.pseudonym is null, s.title, null) as title, s.kind, s.valid_from, s.valid_to
from staff s
left join masked_person u on u.kind = 'user' and u.id = s.user_id;
create or replace temp view masked_assignment as
select
  coalesce(u.pseudonym, a.user_id) as user_id, a.care_unit_id, a.care_provider_id, a.purpose, a.valid_from, a.valid_to
from assignment a
left join masked_person u on u.kind = 'user' and u.id = a.user_id;
create or replace temp view masked_contact as
select
  coalesce(p.pseudonym, c.patient_id)          as patient_id,
  c.care_unit_id,
  c.kind,
  c.start_time,
  c.end_time,
  coalesce(u.pseudonym, c.responsible_user_id) as responsible_user_id,
  c.other_care_unit_id,
  c.status,
  c.registered_time,
  coalesce(r.pseudonym, c.registered_by)       as registered_by
from care_contact c
left join masked_person p on p.kind = 'patient' and p.id = c.patient_id
left join masked_person u on u.kind = 'user' and u.id = c.responsible_user_id
left join masked_person r on r.kind = 'user' and r.id = c.registered_by
