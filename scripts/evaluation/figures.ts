import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { control } from '../../src/training/practice.ts'
import type { Played } from './run.ts'

/** What the log of one control looks like, counted from its files. */
export interface Figures {
  readonly name: string
  /** Share of user-days by lookups, in steps of five. */
  readonly perUserDay: readonly number[]
  /** Share of events by hour, workdays and weekends. */
  readonly hours: readonly number[]
  /** Lookups by the patient's age, in steps of ten years. */
  readonly ages: readonly number[]
  /** Lookups by days since the nearest contact of the patient at the unit began, in weeks from the week before. */
  readonly sinceContact: readonly number[]
  /** Explained, first lookups, first lookups explained: shares. */
  readonly shares: readonly { readonly what: string; readonly share: number }[]
  readonly eventsPerEmployeeDay: number
}

export async function figuresOf({ folder, size, document: { run } }: Played): Promise<Figures> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  const rows = async (sql: string): Promise<number[][]> =>
    (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(Number))
  await connection.run(`
    create table event as select * from read_csv('${join(folder, 'logg', '*.csv')}', all_varchar = true, delim = ';')
      where "Tidpunkt" >= '${control.from}' and "Tidpunkt" < '${control.to}' and "Användar-id" not like '%-R%';
    create table opened as select distinct "Användar-id" as u, replace("Patient-id", '-', '') as p, "Vårdenhet-id" as unit, "Tidpunkt"[:10]::date as day from event;
    create table patient as select * from read_csv('${join(folder, 'register', 'patient.csv')}', all_varchar = true);
    create table contact as select * from read_csv('${join(folder, 'register', 'care_contact.csv')}', all_varchar = true) where kind <> 'listing'`)
  const spread = async (sql: string, places: number): Promise<number[]> => {
    const counted = await rows(sql)
    const whole = counted.reduce((sum, [, count]) => sum + (count ?? 0), 0)
    return Array.from({ length: places }, (_, place) => (counted.find(([at]) => at === place)?.[1] ?? 0) / whole)
  }
  const [[events = 0, users = 1] = []] = await rows(`select count(*), count(distinct "Användar-id") from event`)
  const figures = {
    name: size,
    perUserDay: await spread(
      `select least(n // 5, 12), count(*) from (select count(*) as n from opened group by u, day) group by 1`,
      13,
    ),
    hours: await spread(`select "Tidpunkt"[12:13]::integer, count(*) from event group by 1`, 24),
    ages: await spread(
      `select least(date_diff('year', birth_date::date, o.day) // 10, 9), count(*) from opened o join patient on patient_id = p group by 1`,
      10,
    ),
    sinceContact: await spread(
      `select least(greatest(days + 7, 0) // 7, 10), count(*) from (
         select o.u, o.p, o.unit, o.day, min(date_diff('day', c.start_time[:10]::date, o.day)) filter (where date_diff('day', c.start_time[:10]::date, o.day) >= -7) as days
         from opened o join contact c on c.patient_id = o.p and (c.care_unit_id = o.unit or c.other_care_unit_id = o.unit) group by all
       ) where days is not null group by 1`,
      11,
    ),
    shares: [
      { what: 'explained', share: run.explained / run.lookups },
      { what: 'first lookups', share: run.first_lookups / run.lookups },
      { what: 'of them explained', share: run.first_explained / run.first_lookups },
    ],
    eventsPerEmployeeDay: events / users / control.days,
  }
  connection.closeSync()
  instance.closeSync()
  return figures
}
