-- What only grading needs: of a large log it takes as much room as the lookups themselves.
drop table period_lookup;
drop table relation_island;
drop table lookup_reason
