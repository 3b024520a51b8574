import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { Temporal } from 'temporal-polyfill'
import { TrainingKey } from '../../src/model/training-key.ts'
import { Store } from '../../src/store/store.ts'
import {
  logFiles,
  makeRegion,
  regionTables,
  type RegionWanted,
  writeLog,
  writeTables,
} from '../../src/training/region.ts'
import { plantCase, scenarioOf } from '../../src/training/practice.ts'

/** A small ready set, cut out of a practice case. */
export interface Level {
  readonly name: string
  readonly scenario: string
  readonly seed: number
  readonly from: string
  readonly days: number
  readonly daysInFile: number
}

/** One for each who begins: the first case of a newcomer, a week as a reviewer gets it, days as a nightly run finds them. */
export const levels: readonly Level[] = [
  { name: 'beginner', scenario: 'parent', seed: 21, from: '2026-03-02', days: 5, daysInFile: 5 },
  { name: 'reviewer', scenario: 'ex-partner', seed: 22, from: '2026-03-02', days: 7, daysInFile: 7 },
  { name: 'security-team', scenario: 'lent-login', seed: 23, from: '2026-03-02', days: 8, daysInFile: 1 },
]

/** Which rows a set keeps: those about somebody whose record is opened in its log, or who opens it. */
const kept: Readonly<Record<string, string>> = {
  patient: 'patient_id in (from seen)',
  person_alias: 'person_id in (from seen)',
  care_contact: 'patient_id in (from seen)',
  consent: 'patient_id in (from seen)',
  block: 'patient_id in (from seen)',
  relation: 'related_person_id in (from seen)',
  assignment: 'user_id in (from users)',
}

/** Writes a set into its own folder; the key lies apart in it. */
export async function writeLevel(samples: string, level: Level): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'loggkoll-samples-'))
  try {
    const key = await makeFiles(scratch, level)
    const folder = join(samples, level.name)
    mkdirSync(join(folder, 'key'), { recursive: true })
    for (const name of readdirSync(folder)) if (name !== 'key') rmSync(join(folder, name))
    const logs = logFiles({ ...shape, ...level }).map(({ name }) => name)
    for (const name of logs) {
      writePacked(join(scratch, `${name}.csv`), join(folder, `${name}.csv.gz`))
    }
    await thin(scratch, folder, logs)
    writeFileSync(join(folder, 'key', 'key.json'), `${JSON.stringify(key, null, 1)}\n`)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const shape = { blocks: 1, homes: 420, logged: 'ward', depth: 1 } as const

async function makeFiles(scratch: string, level: Level): Promise<TrainingKey> {
  const region: RegionWanted = { ...shape, ...level }
  const pathOf = (name: string): string => join(scratch, name)
  const store = await Store.open({
    path: pathOf('region.duckdb'),
    spill: pathOf('spill'),
    memory: '2GB',
    threads: 2,
    waitSeconds: 0,
    readable: [...logFiles(region).map(({ name }) => name), ...regionTables].map((name) => pathOf(`${name}.csv`)),
    zone: 'Europe/Stockholm',
  })
  try {
    await makeRegion(store, region)
    const { seed, from, days } = level
    // Who has lain there a fortnight before the log begins can play too.
    const asked = { from, to: Temporal.PlainDate.from(from).add({ days }).toString() }
    const world = { seed, size: 'ward', from, days, first: -14 } as const
    const key = await plantCase(store, scenarioOf(level.scenario), world, asked)
    await writeLog(store, region, 'csv', pathOf)
    await writeTables(store, region, pathOf)
    return TrainingKey.parse(key)
  } finally {
    store.close()
  }
}

function writePacked(from: string, to: string): void {
  writeFileSync(to, gzipSync(readFileSync(from), { level: 9 }))
}

async function thin(scratch: string, folder: string, logs: readonly string[]): Promise<void> {
  const files = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await files.connect()
  const read = (path: string, delimiter: string): string =>
    `read_csv('${path}', all_varchar = true, header = true, delim = '${delimiter}')`
  try {
    const opened = logs.map(
      (name) => `from ${read(join(scratch, `${name}.csv`), ';')} select replace("Patient-id", '-', '') as id`,
    )
    await connection.run(`create table seen as ${opened.join(' union ')}`)
    await connection.run(
      `insert into seen select person_id from ${read(join(scratch, 'person_alias.csv'), ',')} where alias_id in (from seen)`,
    )
    await connection.run(
      `insert into seen select alias_id from ${read(join(scratch, 'person_alias.csv'), ',')} where person_id in (from seen)`,
    )
    await connection.run(
      `create table users as ${logs.map((name) => `from ${read(join(scratch, `${name}.csv`), ';')} select "Användar-id"`).join(' union ')}`,
    )
    for (const table of regionTables) {
      const rows = `from ${read(join(scratch, `${table}.csv`), ',')} where ${kept[table] ?? 'true'}`
      const [[count] = []] = (await connection.runAndReadAll(`select count(*) ${rows}`)).getRows()
      if (Number(count) > 0) {
        const file = join(scratch, `thin-${table}.csv`)
        await connection.run(`copy (select * ${rows}) to '${file}' (header, use_tmp_file false)`)
        // The contacts are many, and an export of them may well come packed.
        if (table === 'care_contact') writePacked(file, join(folder, `${table}.csv.gz`))
        else copyFileSync(file, join(folder, `${table}.csv`))
      }
    }
  } finally {
    connection.closeSync()
    files.closeSync()
  }
}
