-- Lookups that listing alone explains: no contact near them by anyone, no assignment for their purpose, and nothing written;
-- whether each is the first of the user in that record, as far as the store holds the log; and whether the loaded contacts
-- speak for the day, without which none near cannot be said.
create or replace temp table listed_only as
with
  listed as (
    select lookup_no, user_id, care_unit_id, person_key, person_no, day, is_first
    from window_lookup l
    where reason_id = 'listing' and not has_written
      and not exists (
        select 1 from purpose_assignment a
        where a.user_id = l.user_id and a.care_unit_id = l.care_unit_id and l.day between a.from_day and a.to_day
          and l.purposes <> 0 and (l.purposes & $care_bits::usmallint) = 0
      )
  ),
  opened as (
    select o.user_id, coalesce(k.person_key, o.patient_id) as person_key, min(o.day) as first_day
    from lookup o
    left join person_key k on k.id = o.patient_id
    where o.user_id in (select user_id from listed)
    group by all
  )
select
  l.lookup_no,
  coalesce(l.is_first, true) and o.first_day = l.day                    as is_first,
  coalesce(c.coverage, 'no_coverage')                                   as coverage
from listed l
join opened o on o.user_id = l.user_id and o.person_key = l.person_key
left join coverage_day c on c.care_unit_id = l.care_unit_id and c.day = l.day
where not exists (
  select 1 from contact_window c
  where c.person_no = l.person_no and c.kind <> 'listing'
    and l.day between c.start_day - $quiet_days::integer and c.end_day + $quiet_days::integer
)
