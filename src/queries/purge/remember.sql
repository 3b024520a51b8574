-- Days before this one may lack what was purged: the latest cutoff of all purges, also where this one is of earlier days.
delete from kept_store.store_fact where name = 'purged_before';
insert into kept_store.store_fact
select 'purged_before', greatest($cutoff, coalesce((select value from store_fact where name = 'purged_before'), $cutoff))
