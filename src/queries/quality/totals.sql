-- The period by source: what is there, what lacks something, and how the times are told.
select
  source_system,
  sum(events) as events, coalesce(sum(events) filter (where hour is null), 0) as no_time,
  sum(no_user) as no_user, sum(no_unit) as no_unit, sum(no_patient) as no_patient, sum(no_activity) as no_activity,
  sum(needs_user) as needs_user, sum(needs_unit) as needs_unit, sum(needs_patient) as needs_patient,
  sum(with_offset) as with_offset, sum(ambiguous) as ambiguous, sum(in_gap) as in_gap, sum(date_only) as date_only,
  sum(round_minute) as round_minute, sum(round_hour) as round_hour, sum(midnight) as midnight,
  sum(staff) as staff, sum(robot) as robot, sum(citizen) as citizen, sum(system) as system, sum(incidental) as incidental
from quality_period_hour
group by source_system
order by source_system
