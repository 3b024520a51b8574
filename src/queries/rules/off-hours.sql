-- Was it outside the user's shift, or, where no roster is known, outside the opening hours of the unit?
-- Cannot tell: the unit is always open and no roster is known, or neither hours are known.
select
  h.lookup_no,
  case when h.basis is not null then h.events is not null end            as flagged,
  h.cause,
  h.basis,
  h.events                                                               as events_outside,
  h.first_outside,
  h.last_outside,
  d.name                                                                 as holiday
from lookup_hours h
left join holiday d on d.day = h.first_outside::date and h.basis = 'opening' and h.first_outside >= d.day + d.from_time
