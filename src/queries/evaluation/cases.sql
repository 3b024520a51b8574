-- The cases of the control at hand, in the order in which they are handed out.
select case_id, ['info', 'low', 'medium', 'high', 'critical'][severity + 1] as severity from case_file order by place
