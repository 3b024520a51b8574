-- The lookups of users and days of which events have changed, put together again (`incoming_lookup`).
delete from lookup using (select distinct user_id, day from late_list_view) v
where v.user_id = lookup.user_id and v.day = lookup.day;
insert into lookup from incoming_lookup
