-- Was a person on the watchlist opened in its period?
-- Cannot tell: the log names no patient.
with
  watched as (
    select coalesce(k.person_key, w.patient_id) as person_key, coalesce(w.valid_from, date '1900-01-01') as from_day,
      coalesce(w.valid_to, date '2200-01-01') as to_day, 'watchlist:' || w.batch_id || ':' || w.source_row as source
    from watchlist w left join person_key k on k.id = w.patient_id
  ),
  met as (
    select l.lookup_no, min(w.source) as source
    from graded_lookup l join watched w on w.person_key = l.person_key
    where l.day between w.from_day and w.to_day
    group by l.lookup_no
  )
select
  l.lookup_no,
  case when l.person_key is not null then m.lookup_no is not null end                            as flagged,
  'no_patient'                                                                                   as cause,
  l.relation_grade,
  m.source
from graded_lookup l
left join met m on m.lookup_no = l.lookup_no
