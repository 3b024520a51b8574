-- Is any lookup exempt?
select count(*) > 0 as any from kept_lookup
