-- The cases, in the order in which they are handed out: of one user on one patient; of what a rule says of a user, a user's day
-- or a patient; and for a unit whose reference data seem incomplete all that merely lacks a relation there. The budget is for
-- each unit.
create or replace temp table case_file as
with
  opened as (
    select distinct case_id from finding where opens and not suppressed
  ),
  held as (
    select
      f.place, f.case_id, hash(f.case_id) as case_no, f.rule, f.severity, f.finding_id, f.day, f.is_first, f.relation_grade, f.lookups,
      -- the gravest first; of equals the one that is about the whole case
      ((4 - f.severity)::ubigint << 60) + ((1048575 - least(len(f.lookup_ids), 1048575))::ubigint << 40) + f.place::ubigint as weight
    from finding f
    semi join opened o on o.case_id = f.case_id
  ),
  -- what a rule gives to the score, by its gravest finding; none of `info` gives any
  by_rule as (
    select case_no, rule, max(severity) as severity, min(place) as place from held group by case_no, rule
  ),
  rule_part as (
    select
      case_no, sum([0, 2, 5, 10, 20][severity + 1]) as points,
      in_order(list({'place': place, 'seen': to_json({
        'code': 'rule', 'points': [0, 2, 5, 10, 20][severity + 1],
        'facts': {'rule': rule, 'severity': ['info', 'low', 'medium', 'high', 'critical'][severity + 1]}
      })}))                                                                                  as parts
    from by_rule where severity > 0 group by case_no
  ),
  by_day as (
    select case_no, count(*) as days from (select distinct case_no, day from held) group by case_no
  ),
  by_lookup as (
    select case_no, count(*) as lookups from (select distinct case_no, unnest(lookups) as lookup_no from held) group by case_no
  ),
  by_case as (
    select
      case_no, any_value(case_id) as case_id, (min(weight) & ((1::ubigint << 40) - 1))::bigint as lead,
      max(is_first::integer) = 1 as is_first, min(coalesce(relation_grade in ('A+', 'A'), false)::integer) = 1 as is_explained,
      in_order(list({'place': place, 'seen': finding_id})) as finding_ids
    from held group by case_no
  ),
  scored as (
    select
      c.case_id, c.lead, c.finding_ids, l.subject, l.severity, l.care_unit_id,
      if(l.subject in ('unit', 'patient'), null, l.user_id)                                  as user_id,
      if(l.subject in ('user_patient', 'patient'), l.patient_id, null)                       as patient_id,
      coalesce(r.points, 0)                                                                  as rule_points,
      coalesce(r.parts, [])                                                                  as rule_parts,
      -- further days count, but a long series does not drown everything else
      if(d.days > 1 and l.subject <> 'unit', least(d.days - 1, 5), 0)                        as day_points,
      d.days,
      if(c.is_first and l.subject <> 'unit', 1, 0)                                           as first_points,
      -- what care explains is asked about after what nothing explains
      if(c.is_explained, -3, 0)                                                              as explained_points,
      -- a case without lookups behind it has none
      coalesce(b.lookups, 0)                                                                 as lookups
    from by_case c
    join finding l on l.place = c.lead
    left join rule_part r on r.case_no = c.case_no
    left join by_day d on d.case_no = c.case_no
    left join by_lookup b on b.case_no = c.case_no
  ),
  ordered as (
    select
      *, (rule_points + day_points + first_points + explained_points)::integer as score
    from scored
  )
select
  row_number() over (order by score desc, severity desc, case_id)                            as place,
  row_number() over (partition by care_unit_id order by score desc, severity desc, case_id) <= $budget::integer as handed_out,
  *
from ordered
order by place
