-- Were so many patients printed or exported in a day by one user? Lists on the screen do not count.
-- Cannot tell: the log knows no print-outs and no exports at all, or with those that name no patient it would be so many.
with
  logged as (
    select count(*) as lookups from lookup where (activities & $output_bits::uinteger) <> 0
  ),
  active as (
    select l.user_no, l.day, max_by(l.lookup_no, l.first_time) as lookup_no from graded_lookup l group by l.user_no, l.day
  ),
  output as (
    select user_no, day, lookup_no, person_no, first_time
    from graded_lookup where has_output and not incidental and coalesce(relation_cause, '') <> 'test_patient'
  ),
  counted as (
    select p.user_no, p.day, count(p.person_no) as patients, sum(p.nameless) as nameless
    from (
      select user_no, day, person_no, count(*) filter (where person_no is null) as nameless
      from output group by user_no, day, person_no
    ) p
    group by p.user_no, p.day
  ),
  behind as (
    select o.user_no, o.day, max_by(o.lookup_no, (o.first_time, o.lookup_no)) as lookup_no, array_agg(o.lookup_no) as lookups
    from output o
    semi join counted c on c.user_no = o.user_no and c.day = o.day and c.patients >= $patients::integer
    group by o.user_no, o.day
  )
select
  coalesce(b.lookup_no, a.lookup_no)                                     as lookup_no,
  case
    when logged.lookups = 0 then null
    when b.lookup_no is not null then true
    when c.patients + c.nameless >= $patients::integer then null
    else false
  end                                                                    as flagged,
  case when logged.lookups = 0 then 'output_not_logged' else 'no_patient' end as cause,
  b.lookups,
  c.patients
from active a
left join counted c on c.user_no = a.user_no and c.day = a.day
left join behind b on b.user_no = a.user_no and b.day = a.day
cross join logged
