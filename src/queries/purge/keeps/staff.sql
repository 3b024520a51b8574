t.valid_to is null or t.valid_to >= $cutoff::date
-- whose account is used after the end is still to be named
or t.user_id in (select user_id from lookup where day >= $cutoff::date)
or t.user_id in (from kept_user)
