exists (
  select 1 from kept_lookup k
  where k.user_id = t.user_id and k.day = t.local_time::date
    and k.patient_id is not distinct from t.patient_id and k.care_unit_id is not distinct from t.care_unit_id
)
