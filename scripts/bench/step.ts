// One step of the bench in a process of its own, so that its time and its peak memory are its own.
import { rmSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { writeRegion } from '../../src/commands/practice-files.ts'
import { runNaive, writeSkewed } from './naive.ts'
import { type LogForm, shapeOfEvents } from '../../src/training/region.ts'
import { spent } from './spent.ts'

const [step, ...words] = process.argv.slice(2)

if (step === 'bare') {
  const [file, target, reader = 'read_csv'] = words as [string, string, string?]
  rmSync(target, { force: true })
  const instance = await DuckDBInstance.create(target, { threads: '2', memory_limit: '4GB' })
  const connection = await instance.connect()
  await connection.run(
    `create table log as select * from ${reader}('${file}'${reader === 'read_csv' ? ', all_varchar = true' : ''})`,
  )
  connection.closeSync()
  instance.closeSync()
} else if (step === 'naive') {
  const [engine, store, file] = words as ['duckdb' | 'sqlite', string, string]
  process.stdout.write(`${JSON.stringify(await runNaive(engine, store, file))}\n`)
} else if (step === 'skew') {
  const [store, file] = words as [string, string]
  await writeSkewed(store, file)
} else if (step === 'split') {
  // What was registered before a day, and what on it; what comes later is not known yet.
  const [file, day, before, after] = words as [string, string, string, string]
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  for (const [target, days] of [
    [before, `< '${day}'`],
    [after, `= '${day}'`],
  ]) {
    await connection.run(
      `copy (from read_csv('${file}', all_varchar = true) where left(coalesce(registered_time, start_time), 10) ${days}) to '${target}'`,
    )
  }
} else if (step === 'region') {
  const [folder, events, days, form] = words as [string, string, string, LogForm]
  const region = { ...shapeOfEvents(Number(events), Number(days)), seed: 1, from: '2026-03-02', days: Number(days) }
  await writeRegion(folder, region, { form })
}
process.stdout.write(spent())
