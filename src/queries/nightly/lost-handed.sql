-- The findings asked about that the new run of a month does not have, each as it was kept last: by the run before, by any other
-- of the whole month, or, where it is of one lookup, by one of other days. Of a rule that was not asked nothing is known.
select f.document, is_of_month
from (
  select
    f.finding_id, f.document, f.rule, f.day, r.sequence,
    f.run_id = $before as is_before, is_before or (r.from_day = $from::date and r.to_day = $to::date) as is_of_month
  from audit_finding f
  join audit_run r using (run_id)
  where f.finding_id in (select lookup_id from asked_gone)
) f
where (is_of_month or (f.day >= $from::date and f.day < $to::date and json_array_length(f.document, '$.lookup_ids') = 1))
  and not exists (select 1 from audit_finding n where n.run_id = $run_id and n.finding_id = f.finding_id)
  and (is_before or exists (
    select 1 from audit_run n
    where n.run_id = $run_id and list_contains(n.document ->> '$.document.run.rules[*].rule', f.rule)
  ))
qualify row_number() over (partition by f.finding_id order by is_of_month desc, f.sequence desc) = 1
order by f.finding_id
