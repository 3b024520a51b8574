-- The findings of the control at hand as they stand in cases.
select rule, case_id, lookup_no from finding order by place
