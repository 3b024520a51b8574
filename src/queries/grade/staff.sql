-- Who each user was, day by day: an account is handed on, a title and an address change. One row for each stretch of days in
-- which the registers say the same, under the key of the person; the stretches of a user meet and leave no day out. The
-- personnel system and the directory describe one user, and what one lacks the other gives.
create or replace temp table staff_member as
with
  described as (
    select
      s.*,
      coalesce(b.source_system, '')                                                          as source_name,
      coalesce(s.valid_from, date '1900-01-01')                                              as begins
    from staff s left join ingest_batch b on b.batch_id = s.batch_id
  ),
  -- A row of a source holds until the next one begins; of two that begin on one day, the one that was read last. Here and
  -- below the windows have no parts: to part a few rows takes DuckDB longer than to put them in order.
  held as (
    select
      d.*,
      case
        when lead(d.user_id, 1, null) over in_turn = d.user_id and lead(d.source_name, 1, null) over in_turn = d.source_name
        then lead(d.begins, 1, null) over in_turn
      end                                                                                    as held_to
    from described d
    window in_turn as (order by d.user_id, d.source_name, d.begins, d.batch_id, d.source_row)
  ),
  start as (
    select distinct user_id, begins from held
  ),
  -- what is known first holds for the days before it as well
  stretch as (
    select
      user_id, begins,
      case when lag(user_id, 1, null) over in_turn = user_id then begins else date '1900-01-01' end as from_day,
      case when lead(user_id, 1, null) over in_turn = user_id then lead(begins, 1, null) over in_turn else date '2200-01-02' end
        - 1                                                                                  as to_day
    from start
    window in_turn as (order by user_id, begins)
  ),
  -- of each source the row that holds; where two contradict each other, the one that began last, and then the first by name
  ranked as (
    select
      d.*, t.from_day, t.to_day,
      row_number() over (order by d.user_id, t.from_day, d.begins desc, d.source_name)       as place
    from stretch t
    join held d on d.user_id = t.user_id and d.begins <= t.begins and (d.held_to is null or t.begins < d.held_to)
  ),
  member as (
    select
      r.user_id,
      r.from_day,
      r.to_day,
      min_by(r.person_id, r.place)                                                           as person_id,
      min_by(r.given_name, r.place)                                                          as given_name,
      min_by(r.family_name, r.place)                                                         as family_name,
      min_by(r.title, r.place)                                                               as title,
      -- a street and a postal code of two addresses are none
      min_by(r.address, (r.postal_code is null, r.place))                                  as address,
      min_by(r.postal_code, (r.address is null, r.place))                                  as postal_code,
      min_by(r.kind, r.place)                                                                as kind,
      -- and so are the days of two employments
      min(r.place) filter (where r.valid_from is not null or r.valid_to is not null)         as dated,
      -- the row that says who it is
      min_by(r.place, (r.person_id is null, r.place))                                      as shown
    from ranked r
    group by r.user_id, r.from_day, r.to_day
  ),
  -- protection that came later holds for what was before it too
  guarded as (
    select distinct user_id from held where held_to is null and protection <> 'none' and protection <> ''
  )
select
  m.user_id,
  hash(m.user_id)                                                                        as user_no,
  -- the user as known in these days
  hash(m.user_id, m.from_day)                                                            as member_no,
  m.from_day,
  m.to_day,
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
join ranked l on l.place = m.shown
left join ranked d on d.place = m.dated
left join guarded g on g.user_id = m.user_id
left join person_key k on k.id = m.person_id
