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
create or replace temp table home as
with
  dweller as (
    select 'user' as kind, user_id as id, address_text(address) as text, postal_of(postal_code) as postal
    from staff_member where address is not null
    union all
    select 'patient', person_key, address_text(address), postal_of(postal_code)
    from patient_person
    where address is not null and postal_of(postal_code) in (select postal_of(postal_code) from staff_member)
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
  u.id as user_id, p.id as person_key,
  u.number = p.number and u.stair = p.stair
    and (u.flat = p.flat and u.flat <> ''
      or (u.flat = '' or p.flat = '') and (u.floor = p.floor or u.floor = '' or p.floor = '')
        and h.persons <= $shared_address_persons::integer) as same_home
from home u
join home p on p.kind = 'patient' and p.postal = u.postal and p.street = u.street
join house h on h.postal = p.postal and h.street = p.street and h.number = p.number and h.stair = p.stair
where u.kind = 'user'
