-- Were so many patients printed or exported in a day by one user? Lists on the screen do not count.
-- Cannot tell: the log knows no print-outs and no exports at all, or with those that name no patient it would be so many.
with
  logged as (
    select count(*) as lookups from lookup where (activities & $output_bits::uinteger) <> 0
  ),
  output as (
    select *, has_output and not incidental and coalesce(relation_cause, '') <> 'test_patient' as counts from graded_lookup
  ),
  by_day as (
    select user_id, day, arg_max(lookup_no, (first_time, lookup_no)) as any_lookup,
      arg_max(lookup_no, (first_time, lookup_no)) filter (where counts)                          as output_lookup,
      count(distinct case when counts then person_key end)                                       as patients,
      count(*) filter (where counts and person_key is null)                                      as nameless,
      array_agg(lookup_no) filter (where counts)                                                 as lookups
    from output group by user_id, day
  )
select
  case when o.patients >= $patients::integer then o.output_lookup else o.any_lookup end          as lookup_no,
  case
    when logged.lookups = 0 then null
    when o.patients >= $patients::integer then true
    when o.patients + o.nameless >= $patients::integer then null
    else false
  end                                                                                            as flagged,
  case when logged.lookups = 0 then 'output_not_logged' else 'no_patient' end                    as cause,
  o.lookups,
  o.patients
from by_day o
cross join logged
