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
-- Whose addresses may meet at all: a user and a patient whom the user opened, of one postal code, however it is written.
create or replace temp table near_pair as
with
  written as (
    select postal_code from staff_member where postal_code is not null
    union
    select postal_code from patient_person where postal_code is not null
  ),
  postal as (
    select w.postal_code, postal_of(w.postal_code) as postal from written w
  )
select l.user_no, l.person_no, l.user_id, l.person_key, b.postal, left(address_text(p.address), 3) as begins
from opened_pair l
join staff_member s on s.user_id = l.user_id
join postal a on a.postal_code = s.postal_code
join patient_person p on p.person_key = l.person_key
join postal b on b.postal_code = p.postal_code and b.postal = a.postal
where s.address is not null and p.address is not null;
create or replace temp table home as
with
  dweller as (
    select 'user' as kind, user_id as id, address_text(address) as text, postal_of(postal_code) as postal
    from staff_member where address is not null
    union all
    select 'patient', person_key, address_text(address), postal_of(postal_code)
    from patient_person
    where address is not null and person_key in (select person_key from near_pair)
  )
select
  kind, id, postal,
  street_of(text)                                                                          as street,
  number_of(text)                                                                          as number,
  stair_of(text)                                                                           as stair,
  regexp_extract(after_number(text), '(?:lgh|lägenhet|läg)\.?\s*(\d{1,4})', 1)          as flat,
  regexp_extract(after_number(text), '(\d+)\s*tr\b|(nb|bv)\b', 1)                      as floor
from dweller
where postal is not null and street_of(text) is not null and street_of(text) not in ('box', 'postbox', 'fack', 'posterestante');
-- A flat that one of the two does not name is taken for the same where so few share the number that it is one house.
create or replace temp table shared_home as
with
  met as (
    select
      n.user_no, n.person_no, n.begins, p.postal, p.street, p.number, p.stair,
      u.number = p.number and u.stair = p.stair                                            as same_house,
      u.flat = p.flat and u.flat <> ''                                                     as same_flat,
      (u.flat = '' or p.flat = '') and (u.floor = p.floor or u.floor = '' or p.floor = '') as maybe
    from near_pair n
    join home u on u.kind = 'user' and u.id = n.user_id
    join home p on p.kind = 'patient' and p.id = n.person_key and p.street = u.street
  ),
  -- whoever else may live in one of those houses
  near as (
    select distinct postal, begins from met where same_house and maybe
  ),
  neighbour as (
    select address_text(p.address) as text, n.postal
    from patient_person p
    join near n on n.postal = postal_of(p.postal_code) and n.begins = left(address_text(p.address), 3)
  ),
  house as (
    select postal, street_of(text) as street, number_of(text) as number, stair_of(text) as stair, count(*) as persons
    from neighbour
    group by all
  )
select
  m.user_no, m.person_no, m.same_house and (m.same_flat or m.maybe and coalesce(h.persons <= $shared_address_persons::integer, false)) as same_home
from met m
left join house h on m.same_house and h.postal = m.postal and h.street = m.street and h.number = m.number and h.stair = m.stair
