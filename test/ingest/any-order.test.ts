import * as fc from 'fast-check'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addDays } from '../../src/model/period.ts'
import { scratchFolder, workspace } from '../harness/program.ts'
import { onCopy } from '../store/tables.ts'
import { type Fields, ingest, log } from './read.ts'

const pick = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)

/** Rows that often share a lookup, over enough days that some are known to be first ones. */
const row: fc.Arbitrary<Fields> = fc.record({
  occurred_at: fc
    .tuple(pick(0, 0, 90, 91, 141), fc.integer({ min: 0, max: 23 }), pick('', 'Z', '+05:00'))
    .map(([day, hour, offset]) => `${addDays('2026-01-01', day)}T${String(hour).padStart(2, '0')}:30:00${offset}`),
  user_id: pick('SE1-S1', 'SE1-S1', 'se1-s2'),
  care_unit_id: pick('SE1-U1', 'SE1-U1', ''),
  care_provider_id: pick('SE1-R1', 'SE1-R2', ''),
  patient_id: pick('199001012385', '900101-2385', '199705182385', '199802092396', ''),
  activity: pick('läsa', 'print', 'login', 'nödöppning', 'kladda'),
  purpose: pick('care', 'kvalitetssäkring', ''),
  break_glass: pick('', 'ja', 'nej'),
  declared_reason: pick('', 'a', 'b'),
  incidental: pick('', 'ja'),
  actor_kind: pick('', '', 'robot', 'citizen'),
})

/** Each row tells itself apart: half of them by a record id, half by what they hold. */
const rows = fc
  .array(row, { minLength: 1, maxLength: 16 })
  .map((all) => all.map((one, number) => ({ ...one, [number % 2 === 0 ? 'record_id' : 'session_id']: `n${number}` })))

/** A log, and the same rows in one to four files, in another order. */
const split = rows.chain((all) =>
  fc.record({
    all: fc.constant(all),
    shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: Math.max(1, all.length - 1) }), { maxLength: 3 }),
    together: fc.boolean(),
  }),
)

function cutAt(rows: readonly Fields[], cuts: readonly number[]): Fields[][] {
  const places = [0, ...cuts.toSorted((a, b) => a - b), rows.length]
  return places
    .slice(1)
    .map((end, index) => rows.slice(places[index], end))
    .filter((part) => part.length > 0)
}

/** What does not depend on files: the events but for where they stood, and the lookups. */
async function meaning(folder: string): Promise<unknown> {
  return await onCopy(folder, async (copy) => {
    const lines = async (sql: string) =>
      (await copy.runAndReadAll(sql))
        .getRowsJson()
        .map((line) => JSON.stringify(line))
        .sort()
    return {
      events: await lines('select * exclude (batch_id, source_row) from access_event'),
      lookups: await lines('from lookup'),
    }
  })
}

it('the same rows in any files and any order give the same events and lookups', async () => {
  const empty = await workspace()
  const fresh = () => {
    const folder = join(scratchFolder(), 'workspace')
    cpSync(empty, folder, { recursive: true })
    return folder
  }
  await fc.assert(
    fc.asyncProperty(split, async ({ all, shuffled, cuts, together }) => {
      const [whole, parts] = [fresh(), fresh()]
      expect(await ingest(whole, log(...all))).toMatchObject({ code: 0 })
      const files = cutAt(shuffled, cuts).map((part) => log(...part))
      const named = Object.fromEntries(files.map((file, number) => [`${number}.csv`, file]))
      if (together) expect(await ingest(parts, named)).toMatchObject({ code: 0 })
      else for (const file of files) expect(await ingest(parts, file)).toMatchObject({ code: 0 })
      const expected = await meaning(whole)
      expect(await meaning(parts)).toEqual(expected)

      const again = await ingest(parts, log(...all))
      expect(again.files.map(({ stored, rejected, conflict }) => stored + conflict + rejected)).toEqual(
        again.files.map(({ rejected }) => rejected),
      )
      expect(await meaning(parts)).toEqual(expected)
    }),
    { numRuns: 12, seed: 7, endOnFailure: true },
  )
})
