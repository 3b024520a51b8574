-- Schema 3 to 4: what the nightly audits know of themselves. An older store has had none.
create table nightly (document varchar not null);
create table changed_row (
  batch_id uinteger not null,
  kind     varchar not null,
  added    boolean not null,
  content  varchar
);
