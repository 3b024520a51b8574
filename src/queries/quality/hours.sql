-- The log counted once, by source, unit and hour, with a margin of days from which is learnt what is usual. Events without
-- a time stand under no hour, with the files of the period. Whoever logs in opens no record, and citizens and systems act
-- from no unit: they lack nothing.
create or replace temp table quality_hour as
select
  coalesce(source_system, 'default')                                                                    as source_system,
  care_unit_id,
  date_trunc('hour', local_time)                                                                        as hour,
  count(*)                                                                                              as events,
  count(*) filter (where user_id is null and actor_kind <> 'system')                                    as no_user,
  count(*) filter (where care_unit_id is null and actor_kind in ('staff', 'robot'))                     as no_unit,
  count(*) filter (where patient_id is null and activity not in ('login', 'logout'))                    as no_patient,
  count(*) filter (where activity = 'unknown' and activity_raw is null)                                 as no_activity,
  count(*) filter (where actor_kind <> 'system')                                                        as needs_user,
  count(*) filter (where actor_kind in ('staff', 'robot'))                                              as needs_unit,
  count(*) filter (where activity not in ('login', 'logout'))                                           as needs_patient,
  count(*) filter (where time_quality = 'offset')                                                       as with_offset,
  count(*) filter (where time_quality = 'local_ambiguous')                                              as ambiguous,
  count(*) filter (where time_quality = 'local_gap')                                                    as in_gap,
  count(*) filter (where time_quality = 'date_only')                                                    as date_only,
  count(*) filter (where time_quality <> 'date_only' and extract(second from local_time) = 0)           as round_minute,
  count(*) filter (where time_quality <> 'date_only' and local_time = date_trunc('hour', local_time))   as round_hour,
  count(*) filter (where time_quality <> 'date_only' and local_time = local_time::date)                 as midnight,
  count(*) filter (where actor_kind = 'staff')                                                          as staff,
  count(*) filter (where actor_kind = 'robot')                                                          as robot,
  count(*) filter (where actor_kind = 'citizen')                                                        as citizen,
  count(*) filter (where actor_kind = 'system')                                                         as system,
  count(*) filter (where incidental)                                                                    as incidental
from access_event
where (local_time >= $from::date - $margin::integer and local_time < $to::date + $margin::integer)
  or (local_time is null and batch_id in (select batch_id from quality_batch))
group by all;
-- Only the period, and what has no time.
create or replace temp view quality_period_hour as
select h.* from quality_hour h cross join quality_period p
where h.hour is null or (h.hour >= p.from_day and h.hour < p.to_day)
