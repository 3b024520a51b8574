-- How texts are read: told a store once, since it is the same for every file.

-- Nearly every text is tidy already, and a test of its ends is cheaper than a copy.
create or replace local temp macro tidy(x) as
  if(x between '!' and '~' and not ends_with(x, ' ') and not ends_with(x, '{{tab}}') and not ends_with(x, '{{hard_space}}'),
    x, nullif(trim(x, '{{blanks}}'), ''));
-- The text with blanks where it has hard spaces, NULL where it has none: asked of a time that could not be read as it stands.
create or replace local temp macro softened(x) as
  if(contains(x, '{{hard_space}}'), replace(x, '{{hard_space}}', ' '), null);
-- Ids of the directory (HSA) are the same in small letters and in capitals; other ids stay as they are.
create or replace local temp macro plain_id(x) as
  if(starts_with(x, 'SE'), upper(x), if(x ilike 'se_%', upper(x), x));
-- A time with Z, +01, +0100, +01:00 or the name of a zone at its end is an instant; any other is wall clock.
create or replace local temp macro has_offset(x) as
  x[-1] not between '0' and '9' or (strlen(x) > 16 and (x[-3] in ('+', '-') or x[-5] in ('+', '-') or x[-6] in ('+', '-')));
-- No place is sixteen hours from UTC; DuckDB reads +99:00 as another day. The offsets of nearly every log are seen first.
create or replace local temp macro possible_offset(x) as
  substring(x, 20, 6) in ('Z', '+01:00', '+02:00') or ends_with(x, 'Z') or case
    when x[-6] in ('+', '-') then (x[-5] = '0' or right(x, 5) < '16') and x[-2] < '6'
    when x[-5] in ('+', '-') then right(x, 4) < '16' and x[-2] < '6'
    when x[-3] in ('+', '-') then right(x, 2) < '16'
    else true
  end;
-- An instant as DuckDB wants it: with seconds, which Java leaves out when they are zero, and no blank before the offset.
create or replace local temp macro whole_instant(x) as
  regexp_replace(
    regexp_replace(coalesce(softened(x), x), '^([0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2})( *[A-Za-z+-])', '\1:00\2'),
    ' +(Z|[+-][0-9])', '\1'
  );
-- The instant of a time with an offset. Nearly every one is read as it stands; only what is not is written anew.
create or replace local temp macro instant_of(x) as
  if(possible_offset(x), coalesce(try_cast(x as timestamptz), try_cast(whole_instant(x) as timestamptz)), null);
-- A time without an offset.
create or replace local temp macro clock_of(x) as coalesce(try_cast(x as timestamp), try_cast(softened(x) as timestamp));
-- The wall clock of a time that may be an instant.
create or replace local temp macro wall_clock(x) as
  if(has_offset(x), timezone(getvariable('zone'), instant_of(x)), clock_of(x));
-- DuckDB reads the word infinity as a time.
create or replace local temp macro finite(x) as if(isfinite(x), x, null);
-- A day that a log can speak of: not the 0001, 1900, 1970 and 9999 that programs write for no day at all.
create or replace local temp macro plausible(x) as if(x between date '1980-01-01' and date '2199-12-31', x, null);
