create or replace temp table profile_constant ({{columns}})
