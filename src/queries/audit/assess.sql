create or replace local temp table assessment as
{{rule}}
