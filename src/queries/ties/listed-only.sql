-- Lookups that listing alone explains: no contact near them by anyone, no assignment for their purpose, and nothing written;
-- whether each is the first of the user in that record, as far as the store holds the log; and whether the loaded contacts
-- speak for the day, without which none near cannot be said.
create or replace temp table listed_only as
with
  assigned as (
    select l.lookup_no
    from window_lookup l
    join purpose_assignment a on a.user_id = l.user_id
    where l.reason_id = 'listing' and l.purposes <> 0 and (l.purposes & $care_bits::usmallint) = 0
      and (a.care_unit_id = l.care_unit_id or (a.care_unit_id is null and a.care_provider_id = l.care_provider_id))
      and l.day between a.from_day and a.to_day
    group by l.lookup_no
  ),
  listed as (
    select l.lookup_no, l.user_id, l.care_unit_id, l.person_key, l.day, l.is_first
    from window_lookup l
    anti join assigned g on g.lookup_no = l.lookup_no
    where l.reason_id = 'listing' and not l.has_written
      and not exists (
        select 1 from contact_window c
        where c.person_no = l.person_no and c.kind <> 'listing'
          and l.day between c.start_day - $quiet_days::integer and c.end_day + $quiet_days::integer
      )
  ),
  -- of the whole store, whatever the period: only these few are looked for in it
  seen_before as (
    select l.lookup_no as lookup_no
    from (
      select o.user_id, coalesce(k.person_key, o.patient_id) as person_key, o.day
      from lookup o left join person_key k on k.id = o.patient_id
    ) o
    join listed l on l.user_id = o.user_id and l.person_key = o.person_key
    where o.day < l.day
    group by l.lookup_no
  )
select
  l.lookup_no,
  coalesce(l.is_first, true) and b.lookup_no is null                    as is_first,
  coalesce(c.coverage, 'no_coverage')                                   as coverage
from listed l
left join seen_before b on b.lookup_no = l.lookup_no
left join coverage_day c on c.care_unit_id = l.care_unit_id and c.day = l.day
