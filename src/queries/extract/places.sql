-- Units and care providers by name.
select
  care_unit_id, min(name) as name, min(care_provider_id) as care_provider_id, min(care_provider_name) as care_provider_name
from care_unit
group by care_unit_id
order by care_unit_id
