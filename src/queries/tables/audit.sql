-- The runs and what they found, as JSON. Facts are kept with the finding, so that an old run survives corrected data. What is
-- chosen for the documents otherwise takes twice the time and twice the room.
create table audit_run (
  run_id   varchar not null,
  sequence uinteger not null,
  from_day date not null,
  to_day   date not null,
  document varchar not null
);
create table audit_finding (
  run_id       varchar not null,
  finding_id   varchar not null,
  case_id      varchar not null,
  rule         varchar not null,
  user_id      varchar,
  patient_id   varchar,
  care_unit_id varchar,
  day          date not null,
  document     varchar not null using compression zstd
);
-- The cases of the runs, in the order in which they are handed out.
create table audit_case (
  run_id       varchar not null,
  place        uinteger not null,
  case_id      varchar not null,
  care_unit_id varchar,
  handed_out   boolean not null,
  document     varchar not null using compression zstd
);
