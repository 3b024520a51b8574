import { join } from 'node:path'
import { expect, it } from 'vitest'
import { naiveRules } from '../../scripts/bench/bench-result.ts'
import { runNaive } from '../../scripts/bench/naive.ts'
import { sample } from '../harness/paths.ts'
import { folderWith, run, workspace } from '../harness/program.ts'

/** What nobody in the sample does: opens the record of a patient who died long before, and records from three units in a day. */
const more = [
  'record_id,occurred_at,user_id,care_unit_id,patient_id,activity,purpose',
  'n1,2026-04-28T10:00:00,SE5560000000-S001,SE5560000000-U110,192904289234,read,care',
  'n2,2026-04-29T10:00:00,SE5560000000-S001,SE5560000000-U110,192904289234,read,care',
  'n3,2026-04-29T10:10:00,SE5560000000-S001,SE5560000000-U120,192904289234,read,care',
  'n4,2026-04-29T10:20:00,SE5560000000-S001,SE5560000000-U130,192904289234,read,care',
].join('\n')

// In the bench's made-up region three of the rules find nothing, and a query that never finds anything would agree with them.
it('rules that are written naively find what the program finds', async () => {
  const given = folderWith({ 'more.csv': more })
  const folder = await workspace()
  const loggkoll = async (...words: string[]) => expect((await run(['-w', folder, '-q', ...words])).code).toBe(0)
  await loggkoll('ingest', join(sample, '*.csv'), join(given, 'more.csv'))
  await loggkoll('audit', ...naiveRules.flatMap((rule) => ['--rule', rule]))
  for (const engine of ['duckdb', 'sqlite'] as const) {
    const { findings } = await runNaive(engine, join(folder, 'loggkoll.duckdb'), join(given, engine))
    expect(Object.keys(findings), engine).toEqual(naiveRules)
    for (const rule of naiveRules) expect(findings[rule], `${rule} in ${engine}`).toBeGreaterThan(0)
  }
})
