-- The reference tables, as read from their sources; `batch_id` and `source_row` say from which file and row of it.
create table staff (
  user_id varchar not null, person_id varchar, given_name varchar, family_name varchar, title varchar, address varchar,
  postal_code varchar, kind varchar, protection varchar, valid_from date, valid_to date, batch_id uinteger not null, source_row uinteger not null
);
create table assignment (
  user_id varchar not null, care_unit_id varchar, care_provider_id varchar, name varchar, purpose varchar,
  valid_from date, valid_to date, batch_id uinteger not null, source_row uinteger not null
);
create table care_unit (
  care_unit_id varchar not null, name varchar, care_provider_id varchar, care_provider_name varchar,
  parent_unit_id varchar, kind varchar, opening varchar, batch_id uinteger not null, source_row uinteger not null
);
create table patient (
  patient_id varchar not null, given_name varchar, family_name varchar, address varchar, postal_code varchar, city varchar,
  protection varchar, birth_date date, deceased_date date, is_test boolean, batch_id uinteger not null, source_row uinteger not null
);
create table person_alias (person_id varchar not null, alias_id varchar not null, kind varchar, batch_id uinteger not null, source_row uinteger not null);
create table relation (
  person_id varchar not null, related_person_id varchar not null, kind varchar, valid_from date, valid_to date,
  batch_id uinteger not null, source_row uinteger not null
);
create table care_contact (
  contact_id varchar, patient_id varchar not null, care_unit_id varchar, kind varchar not null, start_time timestamp not null,
  end_time timestamp, responsible_user_id varchar, other_care_unit_id varchar, status varchar, registered_time timestamp,
  registered_by varchar, batch_id uinteger not null, source_row uinteger not null
);
create table block (
  block_id varchar, patient_id varchar not null, kind varchar not null, care_provider_id varchar, care_unit_id varchar,
  valid_from date, valid_to date, batch_id uinteger not null, source_row uinteger not null
);
create table block_override (
  patient_id varchar not null, care_unit_id varchar, user_id varchar, reason varchar, valid_from date, valid_to date,
  batch_id uinteger not null, source_row uinteger not null
);
create table consent (
  patient_id varchar not null, care_provider_id varchar, care_unit_id varchar, user_id varchar, kind varchar,
  valid_from date, valid_to date, batch_id uinteger not null, source_row uinteger not null
);
create table shift (
  user_id varchar not null, care_unit_id varchar, start_time timestamp not null, end_time timestamp not null,
  batch_id uinteger not null, source_row uinteger not null
);
create table absence (
  user_id varchar not null, kind varchar, valid_from date not null, valid_to date, batch_id uinteger not null, source_row uinteger not null
);
create table watchlist (
  patient_id varchar not null, reason varchar, valid_from date, valid_to date, batch_id uinteger not null, source_row uinteger not null
);
create table reviewer (
  care_unit_id varchar, user_id varchar not null, role varchar not null, valid_from date, valid_to date,
  batch_id uinteger not null, source_row uinteger not null
);
