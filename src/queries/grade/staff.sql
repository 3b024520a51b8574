-- One row for each member of staff, under the key of the person: the personnel system and the directory describe one user,
-- and what one lacks the other gives. What begins after the period says nothing of it, unless nothing else is known.
create or replace temp table staff_member as
with
  described as (
    select
      s.*,
      coalesce(b.source_system, '')                                                          as source_name,
      coalesce(s.valid_from, date '1900-01-01') >= $to::date                                 as is_later,
      abs(date_diff('day', coalesce(s.valid_from, date '1900-01-01'), $to::date))            as days_off
    from staff s left join ingest_batch b on b.batch_id = s.batch_id
  ),
  -- of each source the row that holds
  held as (
    select * from described
    qualify row_number() over (
      partition by user_id, source_name order by is_later, days_off, batch_id desc, source_row desc
    ) = 1
  ),
  -- where two contradict each other, the one that began last, and then the first by name
  ranked as (
    select
      h.*,
      row_number() over (partition by h.user_id order by h.is_later, h.days_off, h.source_name) as place,
      min(h.is_later::integer) over (partition by h.user_id)                                 as all_later
    from held h
  ),
  member as (
    select
      r.user_id,
      min_by(r.person_id, r.place)                                                           as person_id,
      min_by(r.given_name, r.place)                                                          as given_name,
      min_by(r.family_name, r.place)                                                         as family_name,
      min_by(r.title, r.place)                                                               as title,
      -- a street and a postal code of two addresses are none
      min_by(r.address, r.place + if(r.postal_code is null, 1000, 0))                        as address,
      min_by(r.postal_code, r.place + if(r.address is null, 1000, 0))                        as postal_code,
      min_by(r.kind, r.place)                                                                as kind,
      -- and so are the days of two employments
      min(r.place) filter (where r.valid_from is not null or r.valid_to is not null)         as dated,
      -- the row that says who it is
      min_by(r.place, r.place + if(r.person_id is null, 1000, 0))                            as shown
    from ranked r
    where r.is_later::integer = r.all_later
    group by r.user_id
  ),
  -- protection that came after the period holds for its reports too
  newest as (
    select d.user_id, d.protection from described d
    qualify row_number() over (
      partition by d.user_id, d.source_name order by d.valid_from desc nulls last, d.batch_id desc, d.source_row desc
    ) = 1
  ),
  guarded as (
    select distinct user_id from newest where protection <> 'none' and protection <> ''
  )
select
  m.user_id,
  hash(m.user_id)                                                                        as user_no,
  m.person_id,
  coalesce(k.person_key, m.person_id)                                                    as person_key,
  m.given_name,
  m.family_name,
  m.title,
  -- one title is written in many ways
  lower(regexp_replace(regexp_replace(trim(m.title), '^(leg\.|leg|legitimerad)\s+', '', 'i'), '\s+', ' ', 'g')) as title_key,
  m.address,
  m.postal_code,
  g.user_id is not null                                                                  as protected,
  coalesce(m.kind, 'person') in ('robot', 'service')                                     as robot,
  d.valid_from,
  d.valid_to,
  l.batch_id,
  l.source_row
from member m
join ranked l on l.user_id = m.user_id and l.place = m.shown
left join ranked d on d.user_id = m.user_id and d.place = m.dated
left join guarded g on g.user_id = m.user_id
left join person_key k on k.id = m.person_id
