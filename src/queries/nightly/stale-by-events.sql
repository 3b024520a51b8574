-- The months of the new events; of the first lookup of a pair that one of them now comes before; and of searches after which
-- a record was opened within a week after all.
create or replace temp table new_pair as
select coalesce(k.person_key, e.patient_id) as person_key, e.user_id as user_id, e.local_time::date as day
from access_event e
left join person_key k on k.id = e.patient_id
where e.batch_id > $seen_batch::bigint and e.local_time is not null
group by all;
insert into stale
select date_trunc('month', day)::date, max(day) from new_pair group by all;
insert into stale
select date_trunc('month', later.day)::date, max(later.day)
from (
  select l.user_id, coalesce(k.person_key, l.patient_id) as person_key, min(l.day) as day
  from lookup l
  left join person_key k on k.id = l.patient_id
  join new_pair n on n.user_id = l.user_id and n.person_key = coalesce(k.person_key, l.patient_id)
  -- their own days are stale already, and may lie between
  where l.day > n.day and l.day > (select min(day) from new_pair)
    and not exists (select 1 from new_pair o where o.user_id = l.user_id and o.person_key = coalesce(k.person_key, l.patient_id) and o.day = l.day)
  group by all
) later
group by all;
insert into stale
select date_trunc('month', l.day)::date, max(l.day)
from lookup l
left join person_key k on k.id = l.patient_id
join new_pair n on n.user_id = l.user_id and n.person_key = coalesce(k.person_key, l.patient_id)
where l.day >= n.day - 7 and l.day < n.day and l.day >= (select min(day) from new_pair) - 7
  and (l.activities & $search_bit::uinteger) <> 0
group by all
