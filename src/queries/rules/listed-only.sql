-- Is listing the only reason, with no contact near by anyone, for the first time, and nothing written?
-- Cannot tell: what explains the lookup is not known, or the loaded contacts do not speak for the day.
with
  watched as (
    select coalesce(k.person_key, w.patient_id) as person_key, coalesce(w.valid_from, date '1900-01-01') as from_day,
      coalesce(w.valid_to, date '2200-01-01') as to_day
    from watchlist w left join person_key k on k.id = w.patient_id
  )
select
  l.lookup_no,
  case
    when o.coverage = 'covered' then true
    when o.lookup_no is null and l.relation_grade <> 'D' then false
  end                                                                                            as flagged,
  coalesce(l.relation_cause, o.coverage, 'not_settled')                                          as cause,
  case
    when f.tie in ('register', 'register_ended', 'address') then 'family'
    when c.nearness = 2 then 'colleague'
    when exists (
      select 1 from watched w where w.person_key = l.person_key and l.day between w.from_day and w.to_day
    ) then 'watched'
  end                                                                                            as tie
from graded_lookup l
left join listed_only o on o.lookup_no = l.lookup_no and o.is_first
left join family_answer f on f.lookup_no = l.lookup_no
left join colleague_answer c on c.lookup_no = l.lookup_no
