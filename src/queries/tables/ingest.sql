-- What has been read. A batch is `open` while its rows are written, `settling` while the rows it replaces are deleted,
-- and then `live`; whatever stands between those states when a store is opened is undone or finished (store/batch.ts).
create table ingest_batch (
  batch_id      uinteger not null,
  state         varchar not null check (state in ('open', 'settling', 'live')),
  kind          varchar not null,
  source_system varchar not null,
  file          varchar not null,
  sha256        varchar not null,
  profile       varchar not null,
  -- draft: nobody has held the profile against a real file
  status        varchar not null check (status in ('verified', 'draft')),
  encoding      varchar not null,
  mode          varchar not null check (mode in ('append', 'snapshot', 'upsert')),
  covers_from   date,
  covers_to     date,
  first_day     date,
  last_day      date,
  rows_in       ubigint not null,
  stored        ubigint not null,
  duplicate     ubigint not null,
  rejected      ubigint not null,
  conflict      ubigint not null,
  nonconforming ubigint not null,
  unknown_codes ubigint not null,
  -- the span of local time that the file says it speaks for
  log_from      timestamp,
  log_to        timestamp
);
-- `source_row` counts as a spreadsheet does: the header is row 1. The cause is a word, never the row's content.
create table rejected_row (
  batch_id    uinteger not null,
  source_row  ubigint not null,
  cause       varchar not null,
  column_name varchar
);
-- Codes that no vocabulary knows: the events are kept, the raw word too, and here they are counted.
create table unknown_code (
  batch_id uinteger not null,
  field    varchar not null,
  raw      varchar not null,
  events   ubigint not null
);
-- Which days of a unit the loaded data speak for; `care_unit_id` NULL is every unit.
create table coverage (
  kind         varchar not null,
  care_unit_id varchar,
  covers_from  date not null,
  covers_to    date not null,
  batch_id     uinteger not null
);
-- What the schema of a format does not allow, and was read all the same.
create table deviation (
  batch_id uinteger not null,
  code     varchar not null,
  records  ubigint not null
);
