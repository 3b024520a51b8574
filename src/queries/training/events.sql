-- The log of some days, as Cosmic's export is guessed to be: the openings step by step, those planted among them.
copy (
  with all_openings as (
    select * from opening
    union all
    select u, unit, day, minute, draw(71, n, 60)::integer, p, recipe, null, hash(getvariable('training_seed'), 70, n), recipe = 'emergency', false, station
    from planted where day between $first and $last
  ), stepped as (
    select o.*, s.step, s.activity, s.resource, d.d as depth, o.second + s.seconds + d.d * 11 as seconds
    from all_openings o join recipe_step s on s.recipe = o.recipe cross join range($depth) d(d)
    where d.d = 0 or s.activity = 'Läsa' and not o.is_list
    union all
    -- a card in the reader three times a shift
    select d.u, d.unit, d.day, minute, 7, null, 'session', null, hash(getvariable('training_seed'), 72, d.u, d.day, d.shift, k), false, false, null, step, activity, null, 0, 7
    from duty d join member m on m.u = d.u and m.kind = 'person' join region_unit w on w.n = d.unit and w.is_logged
    cross join range(3) t(k) cross join (values (0, 'Inloggning'), (1, 'Utloggning')) s(step, activity)
    cross join lateral (select (d.start_minute + (d.end_minute - d.start_minute) * (k + step * 0.9) / 3)::integer as minute)
    where d.day between $first and $last and not exists (select 1 from extra_absence a where a.u = d.u and d.day between a.first_day and a.last_day)
  ), placed as (
    select s.*, moment_of(s.day, s.minute) + to_seconds(s.seconds) as moment,
      printf('%016x', hash(s.chance, s.step, s.depth, s.u, s.p)) as record
    from stepped s
  )
  select e.record as "Loggpost-id",
    -- the hour that summer time skips
    strftime(if(e.moment >= timestamp '2026-03-29 02:00:00' and e.moment < timestamp '2026-03-29 03:00:00', e.moment + interval 1 hour, e.moment), '%Y-%m-%d %H:%M:%S') as "Tidpunkt",
    m.user_id as "Användar-id", m.user_name as "Användare", m.title as "Titel",
    case e.purpose when 'administration' then 'Administration, ' when 'quality' then 'Kvalitetssäkring, ' else 'Vård och behandling, ' end || u.name as "Medarbetaruppdrag",
    u.care_unit_id as "Vårdenhet-id", u.name as "Vårdenhet", u.care_provider_id as "Vårdgivare-id",
    coalesce(r.alias_id, p.shown_id) as "Patient-id", if(r.p is null, p.shown_name, 'Okänd Person') as "Patientnamn",
    e.activity as "Aktivitet", null as "Aktivitetsnivå",
    case e.purpose when 'administration' then 'Administration' when 'quality' then 'Kvalitetssäkring' else 'Vård och behandling' end as "Ändamål",
    e.resource as "Informationstyp",
    case when e.p is null then null when e.recipe = 'foreign' and u.slot = 3 then unit_of(u.block * 16 + 2) else u.care_unit_id end as "Informationsägare enhet",
    case when e.p is null then null when e.recipe = 'foreign' and u.slot = 3 then provider_of(u.block * 16 + 2) else u.care_provider_id end as "Informationsägare vårdgivare",
    if(e.is_emergency or e.activity = 'Nödöppning', 'Ja', null) as "Nödöppning", if(e.is_emergency or e.activity = 'Nödöppning', 'Akut vårdbehov', null) as "Angiven orsak",
    coalesce(e.station, if(m.kind = 'robot', 'SRV-' || u.n, 'PC' || u.n || '-' || (e.u % 14))) as "Arbetsstation", printf('S%06x%04x', e.u, e.day + 100) as "Session"
  from placed e
  join export_member m on m.u = e.u join region_unit u on u.n = e.unit left join export_person p on p.p = e.p
  left join reserve_number r on r.p = e.p and r.day = e.day
  where e.moment >= date_of(0) and e.moment < date_of($days)
  order by e.moment, e.record
) to (getvariable('training_out')) ({{form}});
