-- The findings of a run, in the order of its rules: all, or those of so many of the cases that are handed out.
select document
from audit_finding
where run_id = $run_id
  and (not $handed_out or case_id in (
    select case_id from audit_case where run_id = $run_id and handed_out order by place limit $most::bigint
  ))
order by rowid
