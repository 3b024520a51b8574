-- Does the patient live in the user's street, in another household, while care explains the lookup weakly or not at all?
-- Cannot tell: an address is not known, or for neighbours the relation is not.
with
  street as (
    select distinct u.id as user_id, p.id as person_key
    from home u
    join home p on p.postal = u.postal and p.street = u.street and p.kind = 'patient'
    where u.kind = 'user'
  ),
  addressed as (
    select distinct id, kind from home
  ),
  code as (
    select distinct postal from home where kind = 'user'
  )
select
  l.lookup_no,
  case
    when s.person_key is not null and not coalesce(h.same_home, false) then
      case
        when l.relation_grade in ('B', 'P', 'C', 'E') then true
        when l.relation_grade <> 'D' then false
      end
    when a.id is not null and (b.id is not null or p.address is not null and p.postal_code is not null and c.postal is null) then false
  end                                                                                            as flagged,
  case
    when l.person_key is null then 'no_patient'
    when s.person_key is not null then coalesce(l.relation_cause, 'not_settled')
    else 'address_unknown'
  end                                                                                            as cause,
  l.relation_grade
from graded_lookup l
left join addressed a on a.kind = 'user' and a.id = l.user_id
left join addressed b on b.kind = 'patient' and b.id = l.person_key
left join patient_person p on p.person_key = l.person_key
left join code c on c.postal = regexp_replace(p.postal_code, '[^0-9]', '', 'g')
left join street s on s.user_id = l.user_id and s.person_key = l.person_key
left join shared_home h on h.user_id = l.user_id and h.person_key = l.person_key
anti join user_person own on own.user_id = l.user_id and own.person_key = l.person_key
