-- Lookups by staff of providers that are not reviewed here: theirs to review.
select coalesce(l.care_provider_id, u.care_provider_id) as care_provider_id, count(*) as lookups
from lookup l
left join (select care_unit_id, min(care_provider_id) as care_provider_id from care_unit group by care_unit_id) u using (care_unit_id)
anti join staff_member r on r.robot and r.user_id = l.user_id and l.day between r.from_day and r.to_day
where l.day >= $from::date and l.day < $to::date
  and not l.robot
  and (select count(*) > 0 from reviewed_provider)
  and coalesce(coalesce(l.care_provider_id, u.care_provider_id) not in (from reviewed_provider), true)
group by all
order by lookups desc, care_provider_id
