-- What only grading needs: of a large log it takes as much room as the lookups themselves.
drop view lookup_grade;
drop table period_lookup;
drop table relation_island;
drop table reason_by_unit;
drop table self_registered;
drop table unsettled_lookup;
drop table lookup_reason
