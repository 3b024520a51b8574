-- What the times of the log tell of the instant.
select coalesce(time_quality, 'none') as quality, count(*) as rows
from incoming
where reject_cause is null
group by quality
order by rows desc, quality
