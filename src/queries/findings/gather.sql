-- The findings with the cases they belong to. What only lacks a relation is no case of its own where it is a part of a larger
-- one: of many readers of a patient, of a user with many such patients, of a unit with a notice. What something else opens too
-- stays where it is.
create or replace temp table finding as
with
  opened_by_others as (
    select distinct case_id from found where opens and rule <> 'no-care-relation'
  ),
  larger as (
    select lookup_no, max_by(case_id, weight) as case_id, max_by(subject, weight) as subject
    from (
      select unnest(lookups) as lookup_no, case_id, subject, rowid + if(rule = 'crowd', 1::bigint << 60, 0) as weight
      from found where rule in ('serial-lookup', 'crowd')
    )
    group by lookup_no
  ),
  moved as (
    select
      f.rowid as place,
      case
        when w.lookup_no is not null then w.case_id
        when f.relation_grade = 'E' and n.care_unit_id is not null
          then made_id('C', id_part('unit') || id_part(f.care_unit_id) || id_part($from))
      end                                                                                    as case_id,
      if(w.lookup_no is not null, w.subject, 'unit')                                         as subject
    from found f
    anti join opened_by_others o on o.case_id = f.case_id
    left join larger w on w.lookup_no = f.lookup_no
    left join noticed_unit n on n.care_unit_id = f.care_unit_id
    where f.rule = 'no-care-relation'
  )
select f.rowid as place, coalesce(m.case_id, f.case_id) as case_id, if(m.case_id is null, f.subject, m.subject) as subject, f.* exclude (case_id, subject)
from found f
left join moved m on m.place = f.rowid
order by f.rowid
