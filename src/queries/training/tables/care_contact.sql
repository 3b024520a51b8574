-- A few contacts were never written down, some days late, and some calls by whoever took them, afterwards.
copy (
  with shown as (
    select 'VK-' || printf('%013x', c.cid + 10000000) as contact_id, c.p, c.unit, c.kind, moment_of(c.day, c.minute) as start_time,
      if(c.end_day is null and c.end_minute is null or c.kind = 'home_care', null, moment_of(coalesce(c.end_day, c.day), c.end_minute)) as end_time,
      c.responsible, c.other_unit, draw(81, c.cid, 100) as late, draw(82, c.cid, 288) as hours, draw(83, c.cid, 100) as hand, c.cid, c.day, c.minute, c.slot
    from contact c where draw(80, c.cid, 1000) >= 8 and not exists (select 1 from hidden_contact h where h.cid = c.cid)
  ), written as (
    select contact_id, p, unit, kind, start_time, end_time, responsible, other_unit,
      case
        when late < 5 then start_time + to_hours(12 + hours)
        when kind = 'visit' and slot in (2, 3, 4) then start_time - to_hours(24 + hours)
        when kind = 'phone' and hand < 15 then start_time + to_minutes(30)
        else start_time
      end                                                                   as registered_time,
      if(kind = 'phone' and hand < 15 or kind = 'visit' and hand < 10, responsible, null) as registered_by
    from shown
    union all
    select 'LI-' || p.patient_id, p.p, p.block * 16 + 3, 'listing', timestamp '2021-01-01 00:00:00' + to_days(draw(84, p.p, 1500)::integer), null, null, null, timestamp '2021-01-01 00:00:00' + to_days(draw(84, p.p, 1500)::integer), null
    from person p where draw(85, p.p, 100) < 92
    union all
    select contact_id, p, unit, kind, moment_of(day, minute), null, responsible, null, moment_of(day, registered_minute), registered_by from extra_contact
  )
  select w.contact_id, coalesce(n.alias_id, p.patient_id) as patient_id, unit_of(w.unit) as care_unit_id, w.kind, strftime(w.start_time, '%Y-%m-%dT%H:%M:%S') as start_time, strftime(w.end_time, '%Y-%m-%dT%H:%M:%S') as end_time,
    r.user_id as responsible_user_id, if(w.other_unit is null, null, unit_of(w.other_unit)) as other_care_unit_id,
    if(w.kind in ('listing', 'home_care'), 'ongoing', 'completed') as status, strftime(w.registered_time, '%Y-%m-%dT%H:%M:%S') as registered_time, b.user_id as registered_by
  from written w join person p on p.p = w.p left join reserve_number n on n.p = w.p and date_of(n.day) = w.start_time::date left join member r on r.u = w.responsible left join member b on b.u = w.registered_by
  where w.start_time < date_of($days + 22)
  order by w.contact_id
) to (getvariable('training_out')) (header, use_tmp_file false);
