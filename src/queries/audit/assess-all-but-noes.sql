create or replace local temp table assessment as
select * from (
{{rule}}
)
where flagged is distinct from false
