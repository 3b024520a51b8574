-- What of a kind is there now and was not at the last nightly audit, and the other way round; what went and came again, and
-- what differs only in columns that no rule reads, is neither.
create or replace temp table changed as
with
  logged as (
    select added, from_json(content, '{{shape}}') as r from changed_row where kind = $kind and content is not null
  ),
  both_ways as (
    select added, r.* from logged
    union all by name
    select true as added, {{columns}}
    from {{table}}
    where batch_id > $seen_batch::bigint
      and batch_id not in (select batch_id from changed_row where kind = $kind and content is null)
  )
select sum(if(added, 1, -1)) > 0 as added, {{read}}
from both_ways
group by all
having sum(if(added, 1, -1)) <> 0
