-- Who each row is, and whether it can be kept: the narrow table that the counting works on.
create or replace local temp table identity as
select
  row_no, event_id, local_time::date as day, reject_cause, record_id is not null as named, {{nonconforming}} as nonconforming
from incoming
