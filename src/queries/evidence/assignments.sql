-- The assignments of the user at the unit that day.
select l.lookup_no, s.name, s.purpose, l.reason_id = 'assignment-purpose' and s.purpose not in ('care', 'unknown') as explains,
  'assignment:' || s.batch_id || ':' || s.source_row as source
from asked_lookup a
join graded_lookup l using (lookup_no)
join assignment s on s.user_id = l.user_id and s.care_unit_id = l.care_unit_id
where coalesce(s.valid_from, l.day) <= l.day and coalesce(s.valid_to, l.day) >= l.day
qualify row_number() over (partition by l.lookup_no order by s.purpose, s.name) <= $most::integer
order by l.lookup_no, s.purpose, s.name
