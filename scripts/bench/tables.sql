copy (select care_unit_id, name, care_provider_id, care_provider_name, parent_unit_id, kind, opening from unit order by n) to '{{folder}}/care_unit.csv' (header);
copy (select * exclude (u, unit) from member order by u) to '{{folder}}/staff.csv' (header);
copy (select user_id, unit_of(unit) as care_unit_id, 'SE5560000000-VG' as care_provider_id, 'Vård' as name, if(u % 50 = 0, 'quality', 'care') as purpose, '2025-01-01' as valid_from, null as valid_to from member order by u) to '{{folder}}/assignment.csv' (header);
copy (select * exclude (p) from person order by p) to '{{folder}}/patient.csv' (header);
copy (select person_of(200000 + u) as person_id, person_of(draw(16, u, {{patients}})) as related_person_id, ['parent', 'child', 'spouse', 'sibling'][1 + u % 4] as kind, '2000-01-01' as valid_from, null as valid_to from member order by u) to '{{folder}}/relation.csv' (header);
copy (
  select contact_id, person_of(p) as patient_id, unit_of(unit) as care_unit_id, kind, start_time,
    if(kind = 'booking', null, start_time + interval 1 hour) as end_time, user_of((unit + 200 * member) % {{users}}) as responsible_user_id,
    null as other_care_unit_id, 'done' as status, start_time as registered_time,
    if(registered = 0, user_of((unit + 200 * member) % {{users}}), user_of(unit)) as registered_by
  from contact order by c
) to '{{folder}}/care_contact.csv' (header);
copy (
  select user_of(u) as user_id, unit_of(u % 200) as care_unit_id,
    timestamp '2026-03-01 00:00:00' + to_days(d) + to_hours([7, 14, 21][1 + (u + d) % 3]) as start_time,
    timestamp '2026-03-01 00:00:00' + to_days(d) + to_hours([16, 22, 31][1 + (u + d) % 3]) as end_time
  from range({{users}}) t(u), range(9) days(d) where u % 40 = 0 and (u + d) % 7 < 5 order by u, d
) to '{{folder}}/shift.csv' (header);
copy (
  with session as (
    select s, draw(20, s, 1000) < 985 as cared, draw(21, s, {{contacts}}) as c, draw(22, s, {{users}}) as u, draw(23, s, {{patients}}) as p,
      timestamp '2026-03-02 00:00:00' + to_seconds(draw(24, s, 7) * 86400 + 6 * 3600 + draw(25, s, 16 * 3600)) as started
    from range({{events}} // 3) t(s)
  )
  select
    printf('%08x-%04x-4%03x-8000-%012x', (hash(30, s * 3 + e) % 4294967296)::bigint, s % 65536, e, s * 3 + e) as record_id,
    strftime(started + to_seconds(e * 37), '%Y-%m-%dT%H:%M:%S') as occurred_at,
    if(cared, user_of((k.unit + 200 * draw(26, s, 30)) % {{users}}), user_of(u)) as user_id,
    'Namn Namnsson ' || u as user_name,
    ['Sjuksköterska', 'Läkare', 'Undersköterska', 'Medicinsk sekreterare'][1 + u % 4] as user_title,
    'Vård' as assignment,
    if(cared, unit_of(k.unit), unit_of(u % 200)) as care_unit_id,
    'SE5560000000-VG' as care_provider_id,
    if(cared, person_of(k.p), person_of(session.p)) as patient_id,
    if(draw(33, s * 3 + e, 100) = 0, 'Utskrift', ['Läsa', 'Läsa', 'Läsa', 'Läsa', 'Skriva', 'Signera'][1 + draw(27, s * 3 + e, 6)]) as activity,
    'Vård och behandling' as purpose,
    ['journaltext', 'läkemedel', 'kemlabbsvar', 'remiss'][1 + draw(28, s * 3 + e, 4)] as resource_type,
    'cosmic' as source_system,
    'WS' || (if(cared, (k.unit + 200 * draw(26, s, 30)) % {{users}}, u)) as workstation
  from session
  join contact k on k.c = if(session.c % 4 = 3, session.c - 1, session.c)
  cross join range(3) events(e)
  order by started, s, e
) to '{{folder}}/access-log.csv' (header);
