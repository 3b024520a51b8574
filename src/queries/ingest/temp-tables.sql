-- What TypeScript has decided of each distinct value in the file, for the joins that follow.
create or replace temp table person_map (field varchar, raw varchar, id varchar, type varchar);
create or replace temp table code_map (field varchar, raw varchar, word varchar);
create or replace temp table csv_reject (source_row varchar, cause varchar, column_name varchar);
-- Nearly every text is tidy already, and a test is cheaper than a copy.
create or replace temp macro tidy(x) as if(starts_with(x, ' ') or ends_with(x, ' '), nullif(trim(x), ''), nullif(x, ''));
-- Ids of the directory (HSA) are written in capitals; other ids stay as they are.
create or replace temp macro plain_id(x) as
  if(starts_with(x, 'SE') and not ends_with(x, ' '), x, if(trim(x) ilike 'se_%', upper(trim(x)), tidy(x)));
create or replace temp macro has_offset(x) as
  if(strlen(x) in (10, 16, 19), false, strlen(x) > 16 and (x[-1] in ('Z', 'z') or x[-6] in ('+', '-') or x[-5] in ('+', '-')));
