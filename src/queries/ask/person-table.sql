-- Who is shown by a pseudonym in the views of `query`.
create or replace temp table masked_person (kind varchar, id varchar, pseudonym varchar)
