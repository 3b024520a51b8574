-- The user's lookups on its days.
insert into reach
select user_id, null, null, valid_from, coalesce(valid_to, date '9999-12-31') from changed
