-- Where users live, and the patients of the same postal codes: street, number, stairway and flat apart, so that one address
-- written in two ways is one. A post box is no home. `c/o Name, Street 1` is the street.
create or replace temp macro address_text(address) as
  regexp_replace(regexp_replace(lower(trim(address)), '^(c/o|co\.?|c\.o\.)\s+[^,0-9]*,\s*', ''), '^(?:c/o|co\.?|c\.o\.)\s+[^,0-9]*?(\S+\s+\d)', '\1');
create or replace temp macro street_of(text) as nullif(regexp_replace(
  regexp_replace(regexp_replace(regexp_replace(regexp_extract(text, '^(\D*)', 1),
    's:ta?\b', 'sankt'), '(g|gt|gat)\.\s*,?\s*$', 'gatan'), '(v|väg)\.\s*,?\s*$', 'vägen'),
  '[^a-zåäöéü]', '', 'g'), '');
create or replace temp macro after_number(text) as regexp_extract(text, '^\D*\d+\s*(.*)$', 1);
create or replace temp macro postal_of(postal_code) as nullif(regexp_replace(postal_code, '[^0-9]', '', 'g'), '');
-- Whose addresses may meet at all: a user and a patient whom the user opened, of one postal code.
create or replace temp table near_pair as
select l.user_no, l.person_no, l.user_id, l.person_key, postal_of(p.postal_code) as postal, left(address_text(p.address), 3) as begins
from opened_pair l
join staff_member s on s.user_id = l.user_id
join patient_person p on p.person_key = l.person_key and postal_of(p.postal_code) = postal_of(s.postal_code)
where s.address is not null and p.address is not null;
create or replace temp table home as
with
  dweller as (
    select 'user' as kind, user_id as id, address_text(address) as text, postal_of(postal_code) as postal
    from staff_member where address is not null
    union all
    select 'patient', person_key, address_text(address), postal_of(postal_code)
    from patient_person p
    where address is not null
      and exists (select 1 from near_pair n where n.postal = postal_of(p.postal_code) and n.begins = left(address_text(p.address), 3))
  )
select
  kind, id, postal,
  street_of(text)                                                                          as street,
  regexp_extract(text, '^\D*(\d+)', 1)                                                     as number,
  regexp_extract(after_number(text), '^([a-zåäö])(?:[\s,]|$)', 1)                          as stair,
  regexp_extract(after_number(text), '(?:lgh|lägenhet|läg)\.?\s*(\d{1,4})', 1)          as flat,
  regexp_extract(after_number(text), '(\d+)\s*tr\b|(nb|bv)\b', 1)                      as floor
from dweller
where postal is not null and street_of(text) is not null and street_of(text) not in ('box', 'postbox', 'fack', 'posterestante');
-- A flat that one of the two does not name is taken for the same where so few share the number that it is one house.
create or replace temp table shared_home as
with
  house as (
    select postal, street, number, stair, count(*) as persons
    from home where kind = 'patient' group by postal, street, number, stair
  )
select
  n.user_no, n.person_no,
  u.number = p.number and u.stair = p.stair
    and (u.flat = p.flat and u.flat <> ''
      or (u.flat = '' or p.flat = '') and (u.floor = p.floor or u.floor = '' or p.floor = '')
        and h.persons <= $shared_address_persons::integer) as same_home
from near_pair n
join home u on u.kind = 'user' and u.id = n.user_id
join home p on p.kind = 'patient' and p.id = n.person_key and p.street = u.street
join house h on h.postal = p.postal and h.street = p.street and h.number = p.number and h.stair = p.stair
