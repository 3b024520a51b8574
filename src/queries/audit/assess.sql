create or replace temp table assessment as
{{rule}}
