-- What a rule's query gives.
select * from assessment limit 0
