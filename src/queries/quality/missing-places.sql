-- Where a mandatory field is missing most: at which units, and for the unit itself on which days.
with
  by_unit as (
    select source_system, care_unit_id, sum(no_user) as no_user, sum(needs_user) as needs_user,
      sum(no_patient) as no_patient, sum(needs_patient) as needs_patient, sum(no_activity) as no_activity, sum(events) as events,
      coalesce(sum(events) filter (where hour is null), 0) as no_time
    from quality_period_hour where care_unit_id is not null
    group by all
  ),
  by_day as (
    select source_system, hour::date::varchar as day, sum(no_unit) as no_unit, sum(needs_unit) as needs_unit
    from quality_period_hour where hour is not null
    group by all
  ),
  missing as (
    select source_system, 'occurred_at' as field, care_unit_id, null as day, no_time as part, events as whole from by_unit
    union all
    select source_system, 'user_id', care_unit_id, null, no_user, needs_user from by_unit
    union all
    select source_system, 'patient_id', care_unit_id, null, no_patient, needs_patient from by_unit
    union all
    select source_system, 'activity', care_unit_id, null, no_activity, events from by_unit
    union all
    select source_system, 'care_unit_id', null, day, no_unit, needs_unit from by_day
  )
select source_system, field, care_unit_id, day, part, whole, count(*) over (partition by source_system, field) as places
from (
  select *, row_number() over (partition by source_system, field order by part desc, care_unit_id, day) as place
  from missing where part > 0
)
qualify place <= $most
order by source_system, field, place
