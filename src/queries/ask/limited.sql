-- The question of a person, after it has been looked through; one row more than is shown says that there are more.
select * from (
{{question}}
) limit $most
