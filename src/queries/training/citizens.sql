-- What people read about themselves and their children on the days after care, as 1177 Journalen's log is guessed to be.
copy (
  with read as (
    select c.cid, c.unit, c.p, k, hash(getvariable('training_seed'), 94, c.cid, k) as chance,
      date_diff('year', p.birth_date::date, date_of(c.day)) as age, case when age >= 13 then c.p when p.place = 10 then c.p - 1 else c.p - p.place + 3 end as reader, p.died, c.day + draw(95, c.cid * 4 + k, 9) as day
    from contact c join region_unit u on u.n = c.unit and u.is_logged join person p on p.p = c.p and p.protection = 'none' cross join range(3) t(k)
    where c.kind in ('visit', 'admission', 'referral', 'certificate') and k * 100 + draw(96, c.cid, 100) < 80
  )
  select printf('%016x', chance) as "Logg-id",
    -- by day and in the evening
    strftime(moment_of(r.day, 380 + (chance % 1000)::integer) + to_seconds((chance // 1000 % 60)::integer), '%Y-%m-%d %H:%M:%S') as "Tidpunkt",
    reader.shown_id as "Inloggad persons personnummer", if(r.reader = r.p, 'Jag själv', 'Vårdnadshavare') as "Roll", own.shown_id as "Journalens personnummer",
    if(chance // 65536 % 20 = 0, 'Laddat ner', 'Visat') as "Handling", pick(97, r.cid * 4 + k, ['Anteckningar', 'Provsvar', 'Läkemedel', 'Vårdkontakter']) as "Informationsmängd",
    unit_of(r.unit) as "Källenhet (HSA-id)", provider_of(r.unit) as "Källvårdgivare (HSA-id)", printf('w-%06x', r.reader * 64 + k) as "Sessions-id"
  from read r join export_person own on own.p = r.p join export_person reader on reader.p = r.reader
  where r.day between 0 and $days - 1 and (r.died is null or r.day <= r.died) and r.age not between 13 and 15
  order by "Tidpunkt", "Logg-id"
) to (getvariable('training_out')) (header, delimiter ';', use_tmp_file false);
