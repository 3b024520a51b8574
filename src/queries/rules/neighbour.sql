-- Does the patient live in the user's street, in another household, while care explains the lookup weakly or not at all?
-- Cannot tell: an address is not known, or for neighbours the relation is not.
with
  street as (
    select n.member_no, n.person_no
    from near_pair n
    join home u on u.kind = 'user' and u.holder_no = n.member_no
    join home p on p.kind = 'patient' and p.holder_no = n.person_no and p.street = u.street
  ),
  housed as (
    select u.holder_no as member_no from home u where u.kind = 'user'
  ),
  near as (
    select n.member_no, n.person_no, count(p.holder_no) as homes
    from near_pair n left join home p on p.kind = 'patient' and p.holder_no = n.person_no
    group by n.member_no, n.person_no
  )
select
  l.lookup_no,
  case
    when s.person_no is not null and not coalesce(h.same_home, false) then
      case
        when l.relation_grade in ('B', 'P', 'C', 'E') then true
        when l.relation_grade <> 'D' then false
      end
    -- of another postal code no home needs to be known
    when u.member_no is not null and p.address is not null and p.postal_code is not null and coalesce(n.homes, 1) > 0 then false
  end                                                                                            as flagged,
  case
    when l.person_key is null then 'no_patient'
    when s.person_no is not null then coalesce(l.relation_cause, 'not_settled')
    else 'address_unknown'
  end                                                                                            as cause,
  l.relation_grade
from graded_lookup l
left join staff_member m on m.user_no = l.user_no and l.day between m.from_day and m.to_day
left join housed u on u.member_no = m.member_no
left join near n on n.member_no = m.member_no and n.person_no = l.person_no
left join patient_person p on p.person_no = l.person_no
left join street s on s.member_no = m.member_no and s.person_no = l.person_no
left join shared_home h on h.member_no = m.member_no and h.person_no = l.person_no
anti join user_person own on own.user_no = l.user_no and own.person_no = l.person_no and l.day between own.from_day and own.to_day
