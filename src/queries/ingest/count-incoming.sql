-- What becomes of the rows: the sum in = stored + duplicate + rejected + conflict.
select
  count(*)                                                                            as rows,
  count(*) filter (where reject_cause is not null)                                    as rejected,
  (select count(*) from exception where verdict = 'duplicate')                        as duplicate,
  (select count(*) from exception where verdict = 'conflict')                         as conflict,
  count(*) filter (where reject_cause is null and nonconforming)                  as nonconforming,
  min(day) filter (where reject_cause is null)::varchar                               as first_day,
  max(day) filter (where reject_cause is null)::varchar                               as last_day
from identity
