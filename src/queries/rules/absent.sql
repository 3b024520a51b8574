-- Was the user registered as absent that day?
-- Cannot tell: the table of absences does not know the user, nor does the roster.
with
  away as (
    select l.lookup_no, min(a.valid_from) as absence_from, max(a.valid_to) as absence_to,
      min('absence:' || a.batch_id || ':' || a.source_row) as source
    from graded_lookup l join absence a on a.user_id = l.user_id
    where l.day between a.valid_from and coalesce(a.valid_to, date '2200-01-01')
    group by l.lookup_no
  ),
  known as (
    select user_id from absence
    union
    select user_id from shift
  )
select
  l.lookup_no,
  case when a.lookup_no is not null then true when k.user_id is not null then false end          as flagged,
  'user_absence_unknown'                                                                         as cause,
  a.absence_from,
  a.absence_to,
  a.source
from graded_lookup l
left join away a on a.lookup_no = l.lookup_no
left join known k on k.user_id = l.user_id
