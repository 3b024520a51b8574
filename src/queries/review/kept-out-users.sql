-- Whom the draw leaves out because they review.
select distinct scope, user_id from sample_lookup where counts and kept_out order by scope nulls first, user_id
