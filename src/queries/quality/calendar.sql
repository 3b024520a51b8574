-- The days, filled from outside: `work`, `rest` or `eve`, and which days each is like (1 to 7; holidays are Sundays).
create or replace temp table quality_calendar (day date, kind varchar, alike integer)
