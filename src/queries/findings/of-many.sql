-- What a rule flagged, each answer about the lookups that it gathers; one of them stands for all.
insert into flagged
with
  each as (
    select lookup_no as lead_no, unnest(lookups) as lookup_no from assessment where flagged
  ),
  behind as (
    select
      e.lead_no, min(l.day) as first_day, min(l.first_time) as first_time, max(l.last_time) as last_time, sum(l.event_count) as event_count,
      list(l.lookup_no order by l.day, l.first_time, l.lookup_id)        as lookups,
      list(l.lookup_id order by l.day, l.first_time, l.lookup_id)        as lookup_ids
    from each e
    join (
      select lookup_no, day, first_time, last_time, event_count, lookup_id(user_id, patient_id, care_unit_id, day) as lookup_id
      from every_lookup where lookup_no in (select lookup_no from each)
    ) l on l.lookup_no = e.lookup_no
    group by e.lead_no
  )
select
  $rule, $rule_no, $rule_version, $subject, $gathers, a.lookup_no, b.first_day, b.first_time, b.last_time, coalesce(b.event_count, 0),
  coalesce(b.lookups, []), coalesce(b.lookup_ids, []),
  {{columns}}
from assessment a
join every_lookup l on l.lookup_no = a.lookup_no
left join behind b on b.lead_no = a.lookup_no
where a.flagged
