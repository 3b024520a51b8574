-- Schema 2 to 3: the cases of a run have a table of their own, and the run says how many findings and cases of which kind it has.
create table audit_case (
  run_id       varchar not null,
  place        uinteger not null,
  case_id      varchar not null,
  care_unit_id varchar,
  handed_out   boolean not null,
  document     varchar not null
);
insert into audit_case
select run_id, place, document ->> 'case_id', document ->> 'care_unit_id', (document ->> 'handed_out')::boolean, document::varchar
from (
  select run_id, unnest(files) as document, unnest(range(1, len(files) + 1)) as place
  from (select run_id, json_extract(document, '$.cases[*]') as files from audit_run)
)
order by run_id, place;
create temp table older_tally as
with
  counted as (
    select
      f.run_id, f.rule, f.document ->> 'severity' as severity, (f.document ->> 'opens')::boolean as opens,
      (f.document ->> 'suppressed')::boolean as suppressed, c.case_id is not null as in_case, coalesce(c.handed_out, false) as handed_out,
      count(*) as findings, min(f.rowid) as place
    from audit_finding f
    left join audit_case c on c.run_id = f.run_id and c.case_id = f.case_id
    group by all
  ),
  by_unit as (
    select run_id, care_unit_id, count(*) as cases, count(*) filter (where handed_out) as handed_out,
      min(place) filter (where not handed_out) as place, min(place) as first_place
    from audit_case
    group by run_id, care_unit_id
  ),
  findings as (
    select run_id, list({
      'rule': rule, 'severity': severity, 'opens': opens, 'suppressed': suppressed, 'in_case': in_case, 'handed_out': handed_out,
      'findings': findings
    } order by place) as findings
    from counted group by run_id
  ),
  cases as (
    select run_id, list({
      'care_unit_id': care_unit_id, 'cases': cases, 'handed_out': handed_out
    } order by place nulls last, first_place) as cases
    from by_unit group by run_id
  )
select r.run_id, coalesce(to_json(f.findings), '[]'::json) as findings, coalesce(to_json(c.cases), '[]'::json) as cases
from audit_run r
left join findings f on f.run_id = r.run_id
left join cases c on c.run_id = r.run_id;
update audit_run
set document = json_merge_patch(
  audit_run.document::json, json_object('cases', null), json_object('tally', json_object('findings', t.findings, 'cases', t.cases))
)::varchar
from older_tally t
where t.run_id = audit_run.run_id;
drop table older_tally;
