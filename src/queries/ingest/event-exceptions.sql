-- The few rows that are not simply new: said twice in the file, or known to the store. A row without a record id that
-- stands twice in the file is two events (its id takes the number of its occurrence); one with a record id is one.
create or replace local temp table exception as
with
  repeated as (
    select event_id from identity where reject_cause is null group by event_id having count(*) > 1
  ),
  known as (
    select distinct event_id from identity semi join access_event using (event_id) where reject_cause is null
  ),
  -- of a row without a name that the store knows, later occurrences in this file may be known too
  doubtful as (
    select row_no, event_id, named,
      row_number() over (partition by event_id order by row_no) as occurrence
    from identity
    where reject_cause is null and (event_id in (from repeated) or event_id in (from known))
  ),
  numbered as (
    select
      row_no, named, event_id as said_id, occurrence,
      if(named or occurrence = 1, event_id, md5_number(concat_ws(chr(31), event_id, occurrence))) as event_id
    from doubtful
  ),
  content as (
    select row_no, hash({{content}}) as content
    from incoming semi join doubtful using (row_no)
  ),
  stored as (
    select event_id, hash({{content}}) as content
    from access_event semi join numbered using (event_id)
  ),
  compared as (
    select
      n.*, c.content, s.event_id is not null as in_store, s.content as stored_content,
      first_value(c.content) over (partition by n.said_id order by n.row_no) as first_content
    from numbered n
    join content c using (row_no)
    left join stored s on s.event_id = n.event_id
  )
select
  row_no, event_id,
  case
    when named and in_store and content <> stored_content then 'conflict'
    when named and occurrence > 1 and content <> first_content then 'conflict'
    when in_store or (named and occurrence > 1) then 'duplicate'
    else 'store'
  end as verdict
from compared
