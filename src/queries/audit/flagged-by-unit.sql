-- Where does the rule flag so much of a unit that it does not fit there?
select l.care_unit_id, count(*) as lookups, count(*) filter (where a.flagged) as flagged
from graded_lookup l
left join assessment a using (lookup_no)
group by l.care_unit_id
having count(*) >= 20 and count(*) filter (where a.flagged) * 20 > count(*)
order by l.care_unit_id
