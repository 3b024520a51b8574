-- Evidence that has no facts.
create or replace temp macro plain_evidence(direction, code, source) as
  to_json({'direction': direction, 'code': code, 'facts': json('{}'), 'source': source});
-- A contact is known by its id, one without by its row.
create or replace temp macro contact_source(contact_id, batch_id, source_row) as
  'care_contact:' || coalesce(contact_id, batch_id || ':' || source_row);
-- What speaks for and against each lookup asked about, beside what the rules say: its relation, and what it did. So many
-- contacts or assignments are said of each, the strongest first; what the user registered at or after the lookup is shown and
-- does not count.
create or replace temp table lookup_evidence as
with
  asked as (
    select l.* from graded_lookup l semi join asked_lookup a on a.lookup_no = l.lookup_no
  ),
  reached as (
    select
      l.lookup_no, c.rank, c.batch_id, c.source_row, c.kind, c.start_day,
      coalesce(c.registered_no = l.user_no and c.registered_time >= l.first_time, false) as self_registered
    from asked l
    join contact_reason c on c.person_no = l.person_no and c.place_no = case c.place_kind when 'unit' then l.unit_no else l.clinic_no end
    where l.day between c.from_day and c.to_day
    union all
    select l.lookup_no, 1, w.batch_id, w.source_row, w.kind, w.start_day, false
    from asked l
    join contact_window w on w.person_no = l.person_no and w.responsible_no = l.user_no
    where l.day between w.from_day and w.to_day and w.kind <> 'listing'
      and (w.registered_no <> l.user_no or w.registered_time < l.first_time)
  ),
  met as (
    select r.lookup_no, r.rank, contact_source(c.contact_id, c.batch_id, c.source_row) as source, r.kind, r.start_day, r.self_registered
    from reached r
    join care_contact c on c.batch_id = r.batch_id and c.source_row = r.source_row
  ),
  -- a contact is said once, by the strongest thing it explains
  best as (
    from met qualify row_number() over (partition by lookup_no, source order by rank) = 1
  ),
  ranked as (
    select *, row_number() over (partition by lookup_no, self_registered order by rank, start_day desc, source) as nth
    from best
  ),
  contact as (
    select b.lookup_no, list({'self_registered': b.self_registered, 'nth': b.nth, 'seen': to_json({
      'direction': 'against', 'code': if(b.self_registered, 'self_registered', 'reason'),
      'facts': if(
        b.self_registered,
        to_json({'kind': b.kind, 'start_day': b.start_day::varchar}),
        to_json({'reason_id': n.reason_id, 'relation_grade': n.relation_grade, 'kind': b.kind, 'start_day': b.start_day::varchar})
      ),
      'source': b.source
    })}) as seen
    from ranked b
    join reason n on n.rank = b.rank
    where b.nth <= $most::integer
    group by b.lookup_no
  ),
  -- cancelled contacts that would have explained the lookup, had they been held
  called_off as (
    select
      l.lookup_no, c.kind, c.start_time,
      contact_source(c.contact_id, c.batch_id, c.source_row) as source,
      row_number() over (partition by l.lookup_no order by c.start_time, source) as nth
    from asked l
    join (
      select c.care_unit_id, coalesce(k.person_key, c.patient_id) as person_key, c.kind, c.start_time, c.contact_id, c.batch_id, c.source_row
      from care_contact c
      left join person_key k on k.id = c.patient_id
      where lower(c.status) in ('cancelled', 'canceled', 'avbokad', 'inställd', 'makulerad', 'struken')
    ) c on c.care_unit_id = l.care_unit_id and c.person_key = l.person_key
    where l.day between c.start_time::date - $lead_days::integer and c.start_time::date + $follow_days::integer
    qualify nth <= $most::integer
  ),
  cancelled as (
    select lookup_no, list({'nth': nth, 'seen': to_json({
      'direction': 'against', 'code': 'cancelled_contact', 'facts': {'kind': kind, 'start_day': start_time::date::varchar}, 'source': source
    })}) as seen
    from called_off group by lookup_no
  ),
  held as (
    select l.lookup_no, s.name, s.purpose, l.reason_id = 'assignment-purpose' and s.purpose not in ('care', 'unknown') as explains,
      s.care_unit_id is null as whole_provider, 'assignment:' || s.batch_id || ':' || s.source_row as source,
      row_number() over (partition by l.lookup_no order by s.purpose, s.name, source) as nth
    from asked l
    join assignment s on s.user_id = l.user_id
    where (s.care_unit_id = l.care_unit_id or (s.care_unit_id is null and s.care_provider_id = l.care_provider_id))
      and coalesce(s.valid_from, l.day) <= l.day and coalesce(s.valid_to, l.day) >= l.day
    qualify nth <= $most::integer
  ),
  assigned as (
    select lookup_no, list({'nth': nth, 'seen': to_json({
      'direction': 'against', 'code': if(explains, 'assignment_purpose', 'assignment'),
      'facts': if(
        whole_provider,
        to_json({'name': name, 'purpose': purpose, 'whole_provider': true}),
        to_json({'name': name, 'purpose': purpose})
      ),
      'source': source
    })}) as seen
    from held group by lookup_no
  ),
  -- the days that the loaded contacts speak for
  everywhere as (
    select min(covers_from) as covers_from, max(covers_to) as covers_to, max(batch_id) as batch_id
    from coverage where kind = 'care_contact' and care_unit_id is null
  ),
  at_unit as (
    select care_unit_id, min(covers_from) as covers_from, max(covers_to) as covers_to, max(batch_id) as batch_id
    from coverage where kind = 'care_contact' and care_unit_id is not null group by care_unit_id
  ),
  -- what the lookups themselves say
  itself as (
    select l.lookup_no, 'lookup:' || lookup_id(l.user_id, l.patient_id, l.care_unit_id, l.day) as source, l.relation_grade, l.reason_id,
      l.is_first, l.break_glass, l.has_output, (l.activities & $documented_bits::uinteger) <> 0 as is_documented, l.incidental,
      l.event_count, l.declared_reason, least(e.covers_from, u.covers_from) as covers_from, greatest(e.covers_to, u.covers_to) as covers_to,
      'coverage:' || greatest(e.batch_id, u.batch_id) as coverage_source
    from asked l
    cross join everywhere e
    left join at_unit u on u.care_unit_id = l.care_unit_id
  )
select
  i.lookup_no,
  list_concat(
    if(i.relation_grade = 'E', [to_json({
      'direction': 'for', 'code': 'nothing_explains',
      'facts': {'covers_from': i.covers_from::varchar, 'covers_to': i.covers_to::varchar}, 'source': coalesce(i.coverage_source, i.source)
    })], []),
    if(i.relation_grade = 'D', [to_json({
      'direction': 'against', 'code': 'not_settled', 'facts': {'covers_to': i.covers_to::varchar}, 'source': i.source
    })], []),
    if(i.reason_id = 'log-review', [plain_evidence('against', 'log_review', i.source)], []),
    if(i.is_first, [plain_evidence('for', 'first_lookup', i.source)], []),
    if(i.break_glass, [plain_evidence('for', 'break_glass', i.source)], []),
    if(i.has_output, [plain_evidence('for', 'output', i.source)], []),
    [if(i.is_documented, plain_evidence('against', 'documented', i.source), plain_evidence('for', 'nothing_documented', i.source))],
    if(i.incidental, [plain_evidence('against', 'incidental', i.source)], []),
    if(i.event_count = 1, [plain_evidence('against', 'single_event', i.source)], []),
    if(i.declared_reason is not null, [to_json({
      'direction': 'against', 'code': 'declared_reason', 'facts': {'reason': i.declared_reason}, 'source': i.source
    })], []),
    in_order(c.seen), in_order(d.seen), in_order(a.seen)
  )                                                                                          as evidence
from itself i
left join contact c on c.lookup_no = i.lookup_no
left join cancelled d on d.lookup_no = i.lookup_no
left join assigned a on a.lookup_no = i.lookup_no
