-- Was another provider's information opened without consent or emergency?
-- Cannot tell: the log does not say who owns the information, or which provider the user works for.
with
  given as (
    select coalesce(k.person_key, c.patient_id) as person_key, c.care_provider_id, c.care_unit_id, c.user_id,
      coalesce(c.valid_from, date '1900-01-01') as from_day, coalesce(c.valid_to, date '2200-01-01') as to_day
    from consent c left join person_key k on k.id = c.patient_id
  ),
  met as (
    select r.lookup_no, r.owner_provider_id, sum(r.events) as events,
      case
        when r.owner_provider_id = r.provider_id or sum(r.emergencies) > 0 then false
        when exists (
          select 1 from given g
          where g.person_key = r.person_key and r.day between g.from_day and g.to_day
            and (g.care_provider_id is null or g.care_provider_id = r.provider_id)
            and (g.care_unit_id is null or g.care_unit_id = r.care_unit_id)
            and (g.user_id is null or g.user_id = r.user_id)
        ) then false
        when r.owner_provider_id is not null and r.provider_id is not null then true
      end as lacks
    from foreign_read r
    group by r.lookup_no, r.person_key, r.day, r.user_id, r.care_unit_id, r.provider_id, r.owner_provider_id
  ),
  answer as (
    select m.lookup_no, count(*) filter (where m.lacks) as lacking, count(*) filter (where m.lacks is null) as open,
      min(m.owner_provider_id) filter (where m.lacks) as owner_care_provider_id, sum(m.events) filter (where m.lacks) as events
    from met m group by m.lookup_no
  )
select
  l.lookup_no,
  case
    when l.person_key is null then null
    when a.lacking > 0 and not l.is_emergency then true
    when a.open > 0 and not l.is_emergency then null
    else false
  end                                                                                            as flagged,
  case when l.person_key is null then 'no_patient' else 'owner_unknown' end                      as cause,
  a.owner_care_provider_id,
  a.events
from graded_lookup l
left join answer a on a.lookup_no = l.lookup_no
