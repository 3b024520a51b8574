-- The strongest reason of each lookup. No one explains their own lookup: where the user registered a contact at or after
-- it, the answer is worked out again, contact by contact, without those.
create or replace temp table reason_by_unit as
select l.lookup_no as lookup_no, min(i.rank) as rank
from period_lookup l
join relation_island i on i.place_no = l.unit_no and i.person_no = l.person_no
where l.day between i.from_day and i.to_day
group by all;
create or replace temp table self_registered as
select distinct l.lookup_no as lookup_no
from period_lookup l
join contact_window c on c.person_no = l.person_no and c.registered_no = l.user_no
where l.day >= c.from_day and c.registered_time >= l.first_time;
-- A unit that has the patient (to rank 18) is stronger than anything that follows.
create or replace temp table unsettled_lookup as
select l.lookup_no as lookup_no, l.person_no, l.unit_no, l.clinic_no, l.day
from period_lookup l
anti join reason_by_unit u on u.lookup_no = l.lookup_no and u.rank <= 18;
create or replace temp table lookup_reason as
with
  by_others as (
    select l.lookup_no as lookup_no, min(c.rank) as rank
    from period_lookup l
    join self_registered s on s.lookup_no = l.lookup_no
    join contact_reason c on c.person_no = l.person_no
    where l.day between c.from_day and c.to_day
      and c.place_no = case c.place_kind when 'unit' then l.unit_no else l.clinic_no end
      and not (c.registered_no is not distinct from l.user_no and c.registered_time >= l.first_time)
    group by all
  ),
  by_clinic as (
    select l.lookup_no, 19 as rank
    from unsettled_lookup l
    join contact_window c on c.person_no = l.person_no and c.clinic_no = l.clinic_no
    where l.day between c.from_day and c.to_day and c.kind <> 'listing'
    group by all
  ),
  by_earlier as (
    select l.lookup_no, 24 as rank
    from unsettled_lookup l
    join contact_window c on c.person_no = l.person_no and c.unit_no = l.unit_no
    where c.start_day <= l.day
    group by all
  ),
  by_name as (
    select distinct l.lookup_no as lookup_no, 1 as rank
    from period_lookup l
    join contact_window c on c.person_no = l.person_no and c.responsible_no = l.user_no
    where l.day between c.from_day and c.to_day and c.kind <> 'listing'
      and (c.registered_no <> l.user_no or c.registered_time < l.first_time)
  ),
  by_assignment as (
    select l.lookup_no as lookup_no, 22 as rank
    from period_lookup l
    join purpose_assignment a on a.user_id = l.user_id
    where (a.care_unit_id = l.care_unit_id or (a.care_unit_id is null and a.care_provider_id = l.care_provider_id))
      and l.day between a.from_day and a.to_day and l.purposes <> 0 and (l.purposes & $care_bits::usmallint) = 0
    group by l.lookup_no, l.purposes
    having (l.purposes & ~bit_or(a.purpose_bit)) = 0
  ),
  -- whoever reads a record because of a case of it that is to be judged
  by_log_review as (
    select distinct l.lookup_no as lookup_no, 23 as rank
    from period_lookup l
    join (
      select r.user_id, coalesce(k.person_key, r.patient_id) as person_key, r.from_day, r.to_day
      from open_review r left join person_key k on k.id = r.patient_id
    ) o on o.user_id = l.user_id and o.person_key = l.person_key
    where l.day between o.from_day and o.to_day
  ),
  found as (
    select lookup_no, rank from reason_by_unit anti join self_registered using (lookup_no)
    union all
    select lookup_no, rank from by_clinic anti join self_registered using (lookup_no)
    union all
    select lookup_no, rank from by_earlier anti join self_registered using (lookup_no)
    union all
    select lookup_no, rank from by_others
    union all
    select lookup_no, rank from by_name
    union all
    select lookup_no, rank from by_assignment
    union all
    select lookup_no, rank from by_log_review
  )
select f.lookup_no, min(f.rank) as rank from found f group by f.lookup_no
