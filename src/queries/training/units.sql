-- Each block is a small piece of the region: one department, and what lies round it. Unit number = block * 16 + slot.
create or replace temp table unit_slot as
select * from (values
  (0, 'ward', '24/7', true, true), (1, 'ward', '24/7', false, false), (2, 'clinic', 'Mo-Fr 07:00-17:00', false, true),
  (3, 'primary_care', 'Mo-Fr 07:30-17:30', false, true), (4, 'child', 'Mo-Fr 07:30-17:00', false, true),
  (5, 'home_care', 'Mo-Su 07:00-22:00', false, false), (6, 'emergency', '24/7', false, false),
  (7, 'laboratory', '24/7', false, false), (8, 'allied_health', null, false, false), (9, 'administration', null, false, false),
  (10, 'department', null, false, false)
) t(slot, kind, opening, in_ward, in_clinic);
create or replace temp table region_unit as
with named as (
  select b * 16 + slot as n, b as block, s.*,
    ['Medicin', 'Kirurg', 'Ortoped', 'Hjärt', 'Lung', 'Neurolog', 'Infektions', 'Urolog', 'Reuma', 'Hud', 'Njur', 'Onkolog'][1 + b % 12] as field,
    ['Ekbacken', 'Almvik', 'Björkhaga', 'Norrtull', 'Sjövik', 'Lindåsen', 'Hagby', 'Kvarnby', 'Österäng', 'Stenkulla', 'Rosenvik', 'Tallmo'][1 + b % 12] as place,
    if(b < 12, '', ' ' || (1 + b // 12)) as number
  from range($blocks) t(b) cross join unit_slot s
)
select n, block, slot, kind, opening,
  unit_of(n) as care_unit_id,
  case slot
    when 0 then field || 'avdelning 1' || number when 1 then field || 'avdelning 2' || number when 2 then field || 'mottagningen' || number
    when 3 then place || 's vårdcentral' || number when 4 then place || 's barnavårdscentral' || number
    when 5 then 'Hemsjukvården ' || place || number when 6 then 'Akutmottagningen ' || place || number
    when 7 then 'Laboratoriet ' || place || number when 8 then 'Rehab och dietist ' || place || number
    when 9 then 'Kvalitetsenheten ' || place || number else field || 'kliniken' || number
  end                                                                       as name,
  provider_of(n)                                                            as care_provider_id,
  case provider_of(n) when 'SE5560000001-K001' then 'Almviks kommun' when 'SE5560000002-P001' then 'Ekbackens Vård AB' else 'Region Almvik' end
                                                                            as care_provider_name,
  if(slot in (0, 1, 2), unit_of(block * 16 + 10), null)                     as parent_unit_id,
  ($logged = 'all' or $logged = 'clinic' and in_clinic or $logged = 'ward' and in_ward) as is_logged
from named order by n;
-- pattern: turns (ten days: three days, two evenings, two nights, three off), office, oncall (office and every sixth night), robot
create or replace temp table role as
select * from (values
  (0, 'nurse', 'Sjuksköterska', 22, 'turns', null), (0, 'assistant', 'Undersköterska', 18, 'turns', null), (0, 'physician', 'Läkare', 6, 'oncall', null),
  (0, 'secretary', 'Medicinsk sekreterare', 3, 'office', 'administration'), (0, 'therapist', 'Fysioterapeut', 2, 'office', null),
  (0, 'pharmacist', 'Apotekare', 1, 'office', null), (0, 'head', 'Enhetschef', 1, 'office', 'quality'), (0, 'student', 'Sjuksköterskestudent', 2, 'office', null),
  (1, 'nurse', 'Sjuksköterska', 22, 'turns', null), (1, 'assistant', 'Undersköterska', 18, 'turns', null), (1, 'physician', 'Läkare', 6, 'oncall', null),
  (1, 'secretary', 'Medicinsk sekreterare', 3, 'office', 'administration'), (1, 'therapist', 'Fysioterapeut', 2, 'office', null),
  (1, 'pharmacist', 'Apotekare', 1, 'office', null), (1, 'head', 'Enhetschef', 1, 'office', 'quality'), (1, 'student', 'Sjuksköterskestudent', 2, 'office', null),
  (2, 'physician', 'Läkare', 7, 'office', null), (2, 'nurse', 'Sjuksköterska', 6, 'office', null), (2, 'secretary', 'Medicinsk sekreterare', 3, 'office', 'administration'),
  (2, 'head', 'Verksamhetschef', 1, 'office', 'quality'), (2, 'robot', 'Automatisering', 1, 'robot', 'administration'),
  (3, 'physician', 'Läkare', 7, 'office', null), (3, 'nurse', 'Distriktssköterska', 9, 'office', null), (3, 'assistant', 'Undersköterska', 2, 'office', null),
  (3, 'secretary', 'Medicinsk sekreterare', 3, 'office', 'administration'), (3, 'head', 'Verksamhetschef', 1, 'office', 'quality'), (3, 'student', 'Läkarstudent', 1, 'office', null),
  (4, 'nurse', 'Barnsjuksköterska', 3, 'office', null), (4, 'physician', 'Läkare', 1, 'office', null),
  (5, 'nurse', 'Distriktssköterska', 14, 'turns', null), (5, 'assistant', 'Undersköterska', 10, 'turns', null),
  (6, 'nurse', 'Sjuksköterska', 22, 'turns', null), (6, 'assistant', 'Undersköterska', 14, 'turns', null), (6, 'physician', 'Läkare', 14, 'turns', null),
  (6, 'secretary', 'Medicinsk sekreterare', 2, 'office', 'administration'), (7, 'assistant', 'Biomedicinsk analytiker', 11, 'turns', null),
  (8, 'therapist', 'Arbetsterapeut', 4, 'office', null), (8, 'dietitian', 'Dietist', 2, 'office', null), (9, 'quality', 'Kvalitetssamordnare', 3, 'office', 'quality'),
  (10, 'head', 'Verksamhetschef', 1, 'office', 'quality'), (10, 'secretary', 'Vårdadministratör', 2, 'office', 'administration')
) t(slot, role, title, posts, pattern, purpose);
