-- The last day that the reference data of each kind speak for.
select kind, max(covers_to)::varchar as covers_to from coverage group by kind order by kind
