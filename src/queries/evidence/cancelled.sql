-- Cancelled contacts that would have explained the lookup, had they been held.
select
  l.lookup_no, c.kind, c.start_time::date::varchar as start_day,
  coalesce('care_contact:' || c.contact_id, 'care_contact:' || c.batch_id || ':' || c.source_row) as source
from asked_lookup a
join graded_lookup l using (lookup_no)
join care_contact c on c.care_unit_id = l.care_unit_id
left join person_key k on k.id = c.patient_id
where coalesce(k.person_key, c.patient_id) = l.person_key
  and lower(c.status) in ('cancelled', 'canceled', 'avbokad', 'inställd', 'makulerad', 'struken')
  and l.day between c.start_time::date - $lead_days::integer and c.start_time::date + $follow_days::integer
qualify row_number() over (partition by l.lookup_no order by c.start_time, source) <= $most::integer
order by l.lookup_no, c.start_time, source
