-- Twelve persons live in six households: alone, two, two with two children, alone, two with a child, alone. Place 3 of a
-- block of twelve is a member of staff where there is one.
create or replace temp table member as
with numbered as (
  select row_number() over (order by u.n, r.role, i) - 1 as u, u.n as unit, u.block, u.slot, r.role, r.title, r.pattern, r.purpose, i::integer as i, r.posts
  from region_unit u join role r on r.slot = u.slot, unnest(range(r.posts)) t(i)
), placed as (
  select *, row_number() over (partition by block order by u) - 1 as in_block from numbered
)
select u, unit, block, slot, role, title, pattern, purpose, i, posts, (block * $homes + in_block % $homes) * 12 + if(in_block < $homes, 3, 8) as p,
  if(role = 'robot', 'robot', 'person') as kind, printf('SE5560000000-%s%06d', if(role = 'robot', 'R', 'A'), u) as user_id
from placed order by u;
create or replace temp table person as
with bare as (
  select p, p % 12 as place, p // 12 as home_block, p // (12 * $homes) as block,
    (p // 12) * 6 + [0, 1, 1, 2, 2, 2, 2, 3, 4, 4, 4, 5][1 + p % 12] as home,
    case
      when p % 12 in (0, 1, 2, 7) then 1931 + floor(23.5 * (share(1, p) + share(10, p)))::bigint
      when p % 12 in (3, 4, 8, 9) then 1966 + draw(1, p, 34)
      when p % 12 = 11 then 1990 + draw(1, p, 17)
      else 2009 + draw(1, p, 16)
    end                                                                     as born,
    draw(2, p, 2) as sex, draw(3, p, 12) + 1 as month, draw(4, p, 28) + 1 as day
  from range($blocks * $homes * 12) t(p)
), bodies as (
  -- a number is nobody's when its month is from 13 to 19: neither personal nor coordination nor reserve number
  select *, printf('%04d%02d%02d%04d', born, 13 + p % 7, 1 + (p // 7) % 31, (p // 217) % 10000) as made_id from bare
), staffed as (
  select b.*, m.p is not null as is_staff,
    case when m.p is not null then 'staff' when born < 1962 then 'old' when born > 2003 then 'young' end as band
  from bodies b left join (select p, min(u) as u from member where kind = 'person' group by p) m on m.p = b.p
), ranked as (
  select *, row_number() over (partition by band order by draw(5, p, 1000000007), p) as turn from staffed
), numbered as (
  select id, case when id < '1962' then 'old' when id >= '2004' then 'young' else 'staff' end as band,
    row_number() over (partition by case when id < '1962' then 'old' when id >= '2004' then 'young' else 'staff' end order by id) as turn
  from test_number
)
select r.p, r.place, r.home_block, r.block, r.home, r.is_staff, coalesce(t.id, r.made_id) as patient_id, t.id is not null as is_test_number,
  if(t.id is not null, substr(t.id, 1, 4) || '-' || substr(t.id, 5, 2) || '-' || substr(t.id, 7, 2), printf('%04d-%02d-%02d', r.born, r.month, r.day)) as birth_date,
  coalesce(substr(t.id, 11, 1)::integer % 2, r.sex) as sex,
  if(r.place in (0, 1, 2, 7) and draw(6, r.p, 45) = 0, draw(7, r.p, $days + 200) - 200, null) as died,
  case when draw(8, r.p, 250) = 0 and not r.is_staff then if(draw(9, r.p, 3) = 0, 'protected_registration', 'confidentiality_flag') else 'none' end as protection
from ranked r left join numbered t on t.band = r.band and t.turn = r.turn
order by r.p;
-- Names by their rank in Sweden; four in ten bear a rarer one, put together as such names are.
create or replace temp macro family_name_of(h) as if(draw(20, h, 10) < 6,
  ['Andersson', 'Johansson', 'Karlsson', 'Nilsson', 'Eriksson', 'Larsson', 'Olsson', 'Persson', 'Svensson', 'Gustafsson', 'Pettersson', 'Jonsson', 'Jansson', 'Hansson',
   'Bengtsson', 'Jönsson', 'Lindberg', 'Jakobsson', 'Magnusson', 'Lindström', 'Olofsson', 'Lindqvist', 'Lindgren', 'Berg', 'Axelsson', 'Bergström', 'Lundberg', 'Lind',
   'Lundgren', 'Lundqvist', 'Mattsson', 'Berglund', 'Fredriksson', 'Sandberg', 'Henriksson', 'Ali', 'Forsberg', 'Mohamed', 'Sjöberg', 'Wallin', 'Engström', 'Eklund',
   'Danielsson', 'Lundin', 'Håkansson', 'Björk', 'Bergman', 'Gunnarsson', 'Wikström', 'Holm', 'Ahmed', 'Samuelsson', 'Isaksson', 'Fransson', 'Bergqvist', 'Nyström',
   'Holmberg', 'Arvidsson', 'Löfgren', 'Söderberg', 'Nyberg', 'Blomqvist', 'Claesson', 'Nordström', 'Hassan', 'Mårtensson', 'Lundström', 'Viklund', 'Björklund', 'Eliasson'
  ][1 + floor(70 * power(share(21, h), 2.2))::integer],
  pick(22, h, ['Alm', 'Ax', 'Björn', 'Bro', 'Dal', 'Ed', 'Fall', 'Kron', 'Gran', 'Hag', 'Lund', 'Bäck', 'Hult', 'Käll', 'Lager', 'Ljung', 'Lilje', 'Mo', 'Nor', 'Ny', 'Rosen', 'Ry', 'Salm',
    'Silver', 'Sjö', 'Skog', 'Sten', 'Ros', 'Sund', 'Svan', 'Tall', 'Törn', 'Vester', 'Wall', 'Åker', 'Öst', 'Ör', 'Gyllen', 'Eng', 'Frid'])
  || pick(23, h, ['blad', 'dahl', 'fors', 'gren', 'hammar', 'hed', 'holm', 'ing', 'kvist', 'lind', 'löv', 'man', 'mark', 'mo', 'rud', 'stam', 'stedt', 'strand', 'ström', 'vall', 'vik', 'ås', 'ell', 'ander', 'skog']));
create or replace temp macro given_name_of(p, sex, year) as case
  when sex = 0 and year < 1966 then pick(24, p, ['Anna', 'Margareta', 'Eva', 'Kristina', 'Birgitta', 'Karin', 'Elisabeth', 'Marie', 'Ingrid', 'Inger', 'Lena', 'Kerstin', 'Gunilla', 'Ulla', 'Barbro', 'Britt', 'Gun', 'Siv', 'Berit', 'Monica'])
  when sex = 0 and year < 2004 then pick(24, p, ['Maria', 'Anna', 'Sara', 'Emma', 'Linda', 'Jenny', 'Sofia', 'Hanna', 'Malin', 'Johanna', 'Elin', 'Ida', 'Josefin', 'Amanda', 'Fatima', 'Helena', 'Camilla', 'Therese', 'Julia', 'Lovisa'])
  when sex = 0 then pick(24, p, ['Alice', 'Maja', 'Vera', 'Alma', 'Selma', 'Elsa', 'Lilly', 'Astrid', 'Wilma', 'Freja', 'Olivia', 'Ebba', 'Saga', 'Agnes', 'Ella', 'Signe', 'Leah', 'Iris', 'Nova', 'Stella'])
  when year < 1966 then pick(24, p, ['Lars', 'Karl', 'Per', 'Jan', 'Anders', 'Hans', 'Bengt', 'Bo', 'Sven', 'Göran', 'Gunnar', 'Åke', 'Kjell', 'Leif', 'Rolf', 'Stig', 'Ulf', 'Lennart', 'Ingemar', 'Tommy'])
  when year < 2004 then pick(24, p, ['Mikael', 'Johan', 'Erik', 'Andreas', 'Daniel', 'Fredrik', 'Peter', 'Magnus', 'Marcus', 'Mattias', 'Jonas', 'Ali', 'Robin', 'Simon', 'Alexander', 'Christoffer', 'Mohamed', 'David', 'Patrik', 'Oskar'])
  else pick(24, p, ['William', 'Noah', 'Liam', 'Hugo', 'Lucas', 'Oliver', 'Elias', 'Adam', 'Matteo', 'Alfred', 'Leo', 'Nils', 'Walter', 'August', 'Sam', 'Vincent', 'Theo', 'Ludvig', 'Harry', 'Adrian']) end;
create or replace temp macro street_of(h) as pick(25, h, ['Stor', 'Lill', 'Björk', 'Ek', 'Lång', 'Kyrk', 'Skol', 'Ängs', 'Norr', 'Söder', 'Bruks', 'Kvarn', 'Sjö', 'Torg', 'Ask', 'Lönn', 'Parksid', 'Backa', 'Hamn', 'Smed'])
  || pick(26, h, ['gatan', 'vägen', 'stigen', 'gränd', 'backen']) || ' ' || (1 + draw(27, h, 70));
create or replace temp table named_person as
select p.p, p.patient_id, p.birth_date, p.protection, p.died, p.home, p.block, p.place, p.is_staff,
  given_name_of(p.p, p.sex, substr(p.birth_date, 1, 4)::integer)            as given_name,
  if(p.place in (2, 4, 9) and draw(28, p.p, 100) < 35, family_name_of(p.p + 900000000), family_name_of(p.home)) as family_name,
  street_of(p.home) as address, printf('3%02d %02d', p.block % 90 + 10, p.home % 60 + 10) as postal_code
from person p order by p.p;
