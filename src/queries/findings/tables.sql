-- What the rules flag, as each was asked; a severity is its place from least to most (model/severity.ts). What is told of the
-- lookups behind it is said where there are several.
create or replace temp table flagged (
  rule varchar, rule_no smallint, rule_version integer, subject varchar, gathers boolean, lookup_no bigint, first_day date,
  first_time timestamp, last_time timestamp, event_count hugeint, lookups bigint[], lookup_ids varchar[], severity utinyint,
  opens boolean, facts json, apart varchar, source varchar
);
-- The same before it is put together into cases: one row for each finding, in the order of the run.
create or replace temp macro made_id(prefix, message) as prefix || '-' || left(hmac(id_part(prefix) || message), 16);
create or replace temp table found (
  rule varchar, rule_version integer, lookup_no bigint, lookups bigint[], finding_id varchar, case_id varchar, severity utinyint,
  subject varchar, user_id varchar, patient_id varchar, care_unit_id varchar, day date, opens boolean, first_time timestamp,
  last_time timestamp, event_count hugeint, relation_grade varchar, lookup_ids varchar[], facts json, source varchar,
  suppressed boolean, is_first boolean
);
create or replace temp table suppression (rule varchar, user_id varchar, patient_id varchar, care_unit_id varchar);
create or replace temp table noticed_unit (care_unit_id varchar)
