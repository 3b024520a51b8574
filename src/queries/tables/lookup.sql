-- One member of staff x one patient x one of the user's care units x one local day. Masks: bit n is word n of the
-- vocabulary (model/vocabulary.ts); `hours` has a bit for each hour of the day. The relation is graded when it is read,
-- since the data that explain a lookup arrive later than the lookup.
create table lookup (
  day              date not null,
  user_id          varchar not null,
  patient_id       varchar,
  care_unit_id     varchar,
  care_provider_id varchar,
  first_time       timestamp not null,
  last_time        timestamp not null,
  event_count      uinteger not null,
  hours            uinteger not null,
  activities       uinteger not null,
  purposes         usmallint not null,
  break_glass      boolean,
  declared_reason  varchar,
  incidental       boolean not null,
  robot            boolean not null,
  is_first         boolean
);
