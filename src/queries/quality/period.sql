-- The days that are asked about.
create or replace temp table quality_period as select $from::date as from_day, $to::date as to_day
