-- What the nightly audits (`audit --new`) know of themselves: one JSON document, none before the first of them.
create table nightly (document varchar not null);
-- Rows of the reference tables that have come and gone since the last nightly audit, as JSON; a batch with a row that says
-- nothing is told whole here, of any other all rows are new.
create table changed_row (
  batch_id uinteger not null,
  kind     varchar not null,
  added    boolean not null,
  content  varchar
);
