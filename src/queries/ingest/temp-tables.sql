-- What TypeScript has decided of each distinct value in the file, for the joins that follow.
create or replace local temp table person_map (field varchar, raw varchar, id varchar, type varchar);
create or replace local temp table code_map (field varchar, raw varchar, word varchar);
create or replace local temp table csv_reject (source_row varchar, cause varchar, column_name varchar)
