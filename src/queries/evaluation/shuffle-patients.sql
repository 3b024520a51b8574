-- The same lookups with the patients dealt out anew among them: every user keeps their days, units and times, every patient
-- is opened as often as before, and who opens whom is chance. Those of the period are dealt among themselves, so are those
-- before it; robots keep theirs. Nothing here is random but the seed: the same seed deals the same.
create or replace temp table period_lookup as
with
  dealt as (
    select
      is_robot, in_period, patient_id, person_key, person_no, bar,
      if(is_robot, seat, row_number() over (
        partition by is_robot, in_period order by md5(concat_ws(' ', $seed::bigint, $round::bigint, seat)), seat
      ))                                                                                         as seat
    from true_lookup
  )
select
  t.* exclude (seat) replace (
    d.patient_id as patient_id,
    d.person_key as person_key,
    d.person_no as person_no,
    -- a unit that the log does not name stays with the lookup, a patient who bars an answer goes along
    case
      when d.bar in ('no_patient', 'test_patient') then d.bar
      when t.care_unit_id is null then 'no_unit'
    end as bar,
    row_number() over (
      partition by t.user_id, coalesce(d.person_key, '-' || t.lookup_no) order by t.first_time, t.lookup_no
    ) = 1 as is_first
  )
from true_lookup t
join dealt d on d.is_robot = t.is_robot and d.in_period = t.in_period and d.seat = t.seat
order by t.lookup_no
