t.end_time >= $cutoff::date or t.user_id in (from kept_user)
