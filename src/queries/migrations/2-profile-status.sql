-- Schema 1 to 2: a batch says whether anybody has held its profile against a real file, and which time its file speaks for;
-- what a format does not allow is counted. Of what was read before nobody wrote that down, so it is a draft's.
alter table ingest_batch rename to older_batch;
create table ingest_batch (
  batch_id      uinteger not null,
  state         varchar not null check (state in ('open', 'settling', 'live')),
  kind          varchar not null,
  source_system varchar not null,
  file          varchar not null,
  sha256        varchar not null,
  profile       varchar not null,
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
  log_from      timestamp,
  log_to        timestamp
);
insert into ingest_batch by name
  select *, if(profile = 'canonical', 'verified', 'draft') as status from older_batch;
drop table older_batch;
create table deviation (
  batch_id uinteger not null,
  code     varchar not null,
  records  ubigint not null
);
