t.valid_to is null or t.valid_to >= $cutoff::date or t.user_id in (from kept_user)
