-- Where users live, and the patients of the same postal codes: street, number, stairway and flat apart, so that one address
-- written in two ways is one. A post box is no home. `c/o Name, Street 1` is the street.
create or replace temp macro address_text(address) as
  -- few have a c/o, and only those begin with its letter
  if(left(ltrim(address), 1) in ('c', 'C'),
    regexp_replace(regexp_replace(lower(trim(address)), '^(c/o|co\.?|c\.o\.)\s+[^,0-9]*,\s*', ''), '^(?:c/o|co\.?|c\.o\.)\s+[^,0-9]*?(\S+\s+\d)', '\1'),
    lower(trim(address)));
create or replace temp macro street_of(text) as nullif(regexp_replace(
  regexp_replace(regexp_replace(regexp_replace(regexp_extract(text, '^(\D*)', 1),
    's:ta?\b', 'sankt'), '(g|gt|gat)\.\s*,?\s*$', 'gatan'), '(v|väg)\.\s*,?\s*$', 'vägen'),
  '[^a-zåäöéü]', '', 'g'), '');
create or replace temp macro after_number(text) as regexp_extract(text, '^\D*\d+\s*(.*)$', 1);
create or replace temp macro number_of(text) as regexp_extract(text, '^\D*(\d+)', 1);
create or replace temp macro stair_of(text) as regexp_extract(after_number(text), '^([a-zåäö])(?:[\s,]|$)', 1);
create or replace temp macro postal_of(postal_code) as nullif(regexp_replace(postal_code, '[^0-9]', '', 'g'), '');
-- The addresses of the registers, with the postal code as digits alone, however it is written.
create or replace temp table postal_area as
with written as (
  select postal_code from staff_member where postal_code is not null
  union
  select postal_code from patient_person where postal_code is not null
)
select w.postal_code, postal_of(w.postal_code) as postal from written w;
create or replace temp table user_address as
select s.member_no, s.address, a.postal
from staff_member s join postal_area a on a.postal_code = s.postal_code
where s.address is not null and a.postal is not null;
create or replace temp table patient_address as
select p.person_no, p.address, a.postal
from patient_person p join postal_area a on a.postal_code = p.postal_code
where p.address is not null and a.postal is not null;
-- Whose addresses may meet at all: a user, as the registers had it then, and a patient whom the user opened, of one postal
-- code.
create or replace temp table near_pair as
select l.member_no, l.person_no, p.postal
from opened_pair l
join user_address u on u.member_no = l.member_no
join patient_address p on p.person_no = l.person_no and p.postal = u.postal;
-- Of these alone the addresses are taken apart.
create or replace temp table dweller as
select 'user' as kind, u.member_no as holder_no, address_text(u.address) as text, u.postal from user_address u
union all
select 'patient', p.person_no, address_text(p.address), p.postal
from patient_address p where p.person_no in (select person_no from near_pair);
create or replace temp table home_part as
select
  kind, holder_no, postal,
  street_of(text)                                                                          as street,
  number_of(text)                                                                          as number,
  stair_of(text)                                                                           as stair,
  regexp_extract(after_number(text), '(?:lgh|lägenhet|läg)\.?\s*(\d{1,4})', 1)          as flat,
  regexp_extract(after_number(text), '(\d+)\s*tr\b|(nb|bv)\b', 1)                      as floor
from dweller;
create or replace temp table home as
select * from home_part where street is not null and street not in ('box', 'postbox', 'fack', 'posterestante');
-- A flat that one of the two does not name is taken for the same where so few share the number that it is one house.
create or replace temp table shared_home as
with
  met as (
    select
      n.member_no, n.person_no, p.postal, p.street, p.number, p.stair,
      u.number = p.number and u.stair = p.stair                                            as same_house,
      u.flat = p.flat and u.flat <> ''                                                     as same_flat,
      (u.flat = '' or p.flat = '') and (u.floor = p.floor or u.floor = '' or p.floor = '') as maybe
    from near_pair n
    join home u on u.kind = 'user' and u.holder_no = n.member_no
    join home p on p.kind = 'patient' and p.holder_no = n.person_no and p.street = u.street
  ),
  -- whoever else may live in one of those houses: only addresses with their number in them are taken apart
  near as (
    select distinct postal, number from met where same_house and maybe
  ),
  numbered as (
    select n.postal, n.number, address_text(p.address) as text
    from patient_address p
    join near n on n.postal = p.postal and contains(p.address, n.number)
  ),
  neighbour as (
    select b.postal, b.number, b.text from numbered b where number_of(b.text) = b.number
  ),
  house as (
    select postal, number, street_of(text) as street, stair_of(text) as stair, count(*) as persons
    from neighbour
    group by all
  )
select
  m.member_no, m.person_no, m.same_house and (m.same_flat or m.maybe and coalesce(h.persons <= $shared_address_persons::integer, false)) as same_home
from met m
left join house h on m.same_house and h.postal = m.postal and h.street = m.street and h.number = m.number and h.stair = m.stair
