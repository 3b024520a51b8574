create or replace local temp table profile_constant ({{columns}})
