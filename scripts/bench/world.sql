-- A made-up hospital of the size of the published SNAD study: 6,015 users, 130,457 patients, 200 units, one week of log.
-- Everything follows from the number of the row by hashing, so the same size gives the same bytes. The personal numbers
-- are impossible on purpose: their owners would be born after 2100.
create macro draw(seed, number, range) as (hash(seed, number) % range)::bigint;
create macro user_of(u) as printf('SE5560000000-%05d', u);
create macro unit_of(n) as printf('SE5560000000-U%03d', n);
create macro person_of(p) as printf('%04d%02d%02d%04d', 2101 + p % 97, 1 + p % 12, 1 + (p // 12) % 28, p % 10000);
create macro name_of(n) as 'Namn' || translate(n::varchar, '0123456789', 'abdefghijo');
create macro street_of(n) as ['Stor', 'Lill', 'Björk', 'Ek', 'Lång', 'Kyrko', 'Skol', 'Ängs', 'Norr', 'Söder'][1 + n % 10]
  || ['s', '', 'back', 'hov', 'lund'][1 + (n // 10) % 5] || ['gatan', 'vägen', 'stigen', 'gränd'][1 + (n // 50) % 4];
create table unit as
  select n, unit_of(n) as care_unit_id, 'Enhet ' || n as name, 'SE5560000000-VG' as care_provider_id, 'Regionen' as care_provider_name,
    'SE5560000000-K' || (n // 4) as parent_unit_id, ['ward', 'clinic', 'primary', 'emergency'][1 + n % 4] as kind,
    ['24/7', 'Mo-Su 06:15-21:30', 'Mo-Su 06:00-21:45', '24/7'][1 + n % 4] as opening
  from range(200) t(n);
create table member as
  select u, user_of(u) as user_id, person_of(200000 + u) as person_id, 'Förnamn' || u % 300 as given_name,
    name_of(draw(1, u, 9000)) as family_name, ['Sjuksköterska', 'Läkare', 'Undersköterska', 'Medicinsk sekreterare'][1 + u % 4] as title,
    street_of(draw(2, u, 200)) || ' ' || draw(31, u, 60) as address, '35' || lpad(draw(3, u, 1000)::varchar, 3, '0') as postal_code,
    'person' as kind, if(draw(4, u, 500) = 0, 'confidentiality_flag', 'none') as protection, null as valid_from, null as valid_to, u % 200 as unit
  from range($users) t(u);
create table person as
  select p, person_of(p) as patient_id, 'Förnamn' || p % 300 as given_name, name_of(draw(5, p, 9000)) as family_name,
    street_of(draw(6, p, 200)) || ' ' || draw(32, p, 60) as address, '35' || lpad(draw(7, p, 1000)::varchar, 3, '0') as postal_code, 'Växjö' as city,
    if(draw(8, p, 400) = 0, 'confidentiality_flag', 'none') as protection, null as birth_date, null as deceased_date, 'false' as is_test
  from range($patients) t(p);
-- three contacts in four begin in the month before or in the week, so that they explain what is opened in it
create table contact as
  select c, 'C' || c as contact_id, draw(9, c, $patients) as p, draw(10, draw(9, c, $patients) * 4 + draw(11, c, 3), 200) as unit,
    ['visit', 'visit', 'booking', 'phone', 'admission', 'note', 'order'][1 + draw(12, c, 7)] as kind,
    if(c % 4 < 3, date '2026-02-08', date '2025-10-01')::timestamp + to_minutes(draw(13, c, if(c % 4 < 3, 28, 200) * 1440)) as start_time,
    draw(14, c, 30) as member, draw(15, c, 3) as registered
  from range($contacts) t(c);
