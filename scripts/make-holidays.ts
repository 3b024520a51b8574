// npm run holidays: the days of the calendar that the program brings along, after date-holidays has got a newer version.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { holidaysCsv } from './holidays.ts'

writeFileSync(join(import.meta.dirname, '../src/audit/calendar/holidays.csv'), holidaysCsv())
