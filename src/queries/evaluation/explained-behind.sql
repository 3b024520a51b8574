-- Of the lookups that the rule asked last flagged, or that its answers rest on: how many does something explain?
with behind as (
  select distinct {{lookup_no}} as lookup_no from assessment where flagged
)
select
  count(*)                                                                                       as lookups,
  count(*) filter (where l.relation_grade in ('A+', 'A', 'B+', 'B', 'P'))                        as explained
from behind b
join every_lookup l on l.lookup_no = b.lookup_no
