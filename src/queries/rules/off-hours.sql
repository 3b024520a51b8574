-- Was it outside the user's shift, or, where no roster is known, outside the opening hours of the unit?
-- Cannot tell: the unit is always open and no roster is known, or neither hours are known.
select
  h.lookup_no,
  if(h.basis is null, null, h.events is not null)                        as flagged,
  h.cause                                                                as cause,
  if(h.events is not null, struct_pack(
    basis := h.basis,
    events_outside := h.events,
    first_outside := h.first_outside,
    last_outside := h.last_outside,
    holiday := d.name
  ), null)                                                               as facts
from lookup_hours h
left join holiday d on d.day = h.first_outside::date and h.basis = 'opening' and h.first_outside >= d.day + d.from_time
