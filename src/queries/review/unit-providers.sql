-- Whose the units are, as the register has it.
select
  care_unit_id,
  min(care_provider_id)   as care_provider_id,
  min(care_provider_name) as care_provider
from care_unit group by care_unit_id order by care_unit_id
