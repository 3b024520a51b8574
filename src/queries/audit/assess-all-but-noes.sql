create or replace temp table assessment as
select * from (
{{rule}}
)
where flagged is distinct from false
