-- The contacts that explain the lookups asked about, best first; what the user registered at or after the lookup is shown
-- and does not count.
with met as (
  select
    l.lookup_no, c.rank, c.place_kind, c.source, w.kind, w.start_day,
    coalesce(c.registered_by = l.user_id and c.registered_time >= l.first_time, false) as self_registered
  from asked_lookup a
  join graded_lookup l using (lookup_no)
  join contact_reason c on c.person_key = l.person_key
    and c.place = case c.place_kind when 'unit' then l.care_unit_id else l.parent_unit_id end
  join contact_window w on w.source = c.source and w.person_key = c.person_key
  where l.day between c.from_day and c.to_day
  union all
  select l.lookup_no, 1, 'person', w.source, w.kind, w.start_day, false
  from asked_lookup a
  join graded_lookup l using (lookup_no)
  join contact_window w on w.person_key = l.person_key and w.responsible_user_id = l.user_id
  where l.day between w.from_day and w.to_day and w.kind <> 'listing'
    and (w.registered_by <> l.user_id or w.registered_time < l.first_time)
),
-- a contact is said once, by the strongest thing it explains
best as (
  from met qualify row_number() over (partition by lookup_no, source order by rank) = 1
),
ranked as (
  select *, row_number() over (partition by lookup_no, self_registered order by rank, start_day desc, source) as place
  from best
)
select b.lookup_no, n.reason_id, n.relation_grade, b.kind, b.start_day::varchar as start_day, b.source, b.self_registered
from ranked b
join reason n on n.rank = b.rank
where b.place <= $most::integer
order by b.lookup_no, b.self_registered, b.rank, b.start_day desc, b.source
