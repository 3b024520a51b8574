copy (
  select m.user_id, if(m.kind = 'robot', null, p.patient_id) as person_id, if(m.kind = 'robot', null, p.given_name) as given_name,
    if(m.kind = 'robot', 'Påminnelserobot', p.family_name) as family_name, m.title, if(m.kind = 'robot' or p.protection <> 'none', null, p.address) as address,
    if(m.kind = 'robot' or p.protection <> 'none', null, p.postal_code) as postal_code, m.kind, if(m.kind = 'robot', 'none', p.protection) as protection, null as valid_from, null as valid_to
  from member m join named_person p on p.p = m.p order by m.user_id
) to (getvariable('training_out')) (header, use_tmp_file false);
