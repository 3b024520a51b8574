-- What the settings of the workspace say, for the joins that follow.
create or replace temp table follow_rule (unit_kind varchar, follow_days integer);
create or replace temp table reviewed_provider (care_provider_id varchar);
-- Who in whose record it is asked about, or which unit, where it is not everyone.
create or replace temp table asked_about (user_id varchar, patient_id varchar, care_unit_id varchar);
-- Who was to judge a case of whose record, and between which days.
create or replace temp table open_review (user_id varchar, patient_id varchar, from_day date, to_day date);
create or replace temp table purpose_word (word varchar, bit integer);
create or replace temp table holiday (day date, name varchar, from_time time);
create or replace temp table unit_opening (care_unit_id varchar, weekday integer, opens varchar, closes varchar);
create or replace temp table unit_hours (care_unit_id varchar, hours varchar);
create or replace temp macro hmac(message) as
  sha256(getvariable('key_outer') || unhex(sha256(getvariable('key_inner') || encode(message))));
create or replace temp macro id_part(part) as if(part is null, '-', strlen(part) || ':' || part);
create or replace temp macro lookup_id(user_id, patient_id, care_unit_id, day) as
  'L-' || left(hmac(id_part('L') || id_part(user_id) || id_part(patient_id) || id_part(care_unit_id) || id_part(day::varchar)), 16);
-- What was seen, from a list of its places and it: a list that is ordered as it is made takes five times as long.
create or replace temp macro in_order(list) as [one.seen for one in list_sort(coalesce(list, []))]
