import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { run, scratchFolder, workspace } from '../harness/program.ts'
import { allFingerprints, settle } from '../store/tables.ts'
import { killProgram } from './kill-program.ts'

const rows = 50_000

/** A made-up log; the same pairs meet again in a later part, so that its rows touch lookups that are there already. */
function log(part: number): string {
  const lines = ['record_id,occurred_at,user_id,care_unit_id,patient_id,activity']
  for (let row = 0; row < rows; row++) {
    const [day, hour, second] = [1 + (row % 5), 8 + part, row % 60]
    const time = `2026-03-0${day}T${String(hour).padStart(2, '0')}:00:${String(second).padStart(2, '0')}`
    lines.push(`${part}-${row},${time},user-${row % 700},unit-${row % 9},local-${row % 9000},read`)
  }
  return `${lines.join('\n')}\n`
}

/** Contacts; the later part says something else of half of them, and adds some. */
function contacts(part: number): string {
  const lines = ['contact_id,patient_id,care_unit_id,kind,start_time']
  for (let row = part * (rows / 2); row < rows + part * 5000; row++) {
    lines.push(`c${row},local-${row % 9000},unit-${row % 9},visit,2026-0${1 + part}-${10 + (row % 18)} 10:00:00`)
  }
  return `${lines.join('\n')}\n`
}

interface Scene {
  readonly name: string
  readonly before: readonly string[]
  readonly step: readonly string[]
  /** The queries in whose commit the process is killed. */
  readonly targets: readonly string[]
}

const files = {
  'log-0.csv': log(0),
  'log-1.csv': log(1),
  'contacts-0.csv': contacts(0),
  'contacts-1.csv': contacts(1),
  'contacts-2.csv': contacts(2),
}

const scenes: readonly Scene[] = [
  {
    name: 'a first log',
    before: [],
    step: ['log-0.csv'],
    targets: ['ingest/open-batch', 'ingest/insert-events', 'ingest/insert-lookups', 'ingest/set-batch-state'],
  },
  {
    name: 'late rows into lookups that are there',
    before: ['log-0.csv'],
    step: ['log-1.csv'],
    targets: ['ingest/insert-events', 'ingest/merge-lookups', 'ingest/set-batch-state'],
  },
  {
    name: 'a snapshot in place of another',
    before: ['contacts-0.csv'],
    step: ['contacts-1.csv'],
    targets: ['ingest/insert-reference', 'ingest/settle-open', 'recover/replace-snapshot', 'ingest/set-batch-state'],
  },
  {
    name: 'a snapshot in two files in place of another',
    before: ['contacts-0.csv'],
    step: ['contacts-1.csv', 'contacts-2.csv'],
    targets: ['ingest/insert-reference', 'ingest/settle-open', 'recover/replace-snapshot', 'ingest/set-batch-state'],
  },
  {
    name: 'rows in place of those with their keys',
    before: ['contacts-0.csv'],
    step: ['contacts-1.csv', '--mode', 'upsert'],
    targets: ['ingest/insert-reference', 'recover/replace-upsert'],
  },
]

/** How often a process is killed in each scene: inside commits, and anywhere. `npm run test:faults` takes its time. */
const often = process.env['LOGGKOLL_FAULTS'] === undefined ? { inside: 3, anywhere: 1 } : { inside: 25, anywhere: 25 }

describe.each(scenes)('killed: $name', ({ before, step, targets }) => {
  it('inside a commit or anywhere, it leaves the store as before or as after, and goes on from there', async () => {
    const folder = scratchFolder()
    const paths = (words: readonly string[]) => words.map((word) => (word.endsWith('.csv') ? join(folder, word) : word))
    for (const name of new Set([...before, ...step])) {
      if (name in files) writeFileSync(join(folder, name), files[name as keyof typeof files])
    }
    const start = await workspace()
    for (const file of before) expect((await run(['-w', start, '-q', 'ingest', join(folder, file)])).code).toBe(0)
    const asBefore = await allFingerprints(start)
    const end = join(folder, 'end')
    cpSync(start, end, { recursive: true })
    const began = performance.now()
    expect((await run(['-w', end, '-q', 'ingest', ...paths(step)])).code).toBe(0)
    const took = performance.now() - began
    const asAfter = await allFingerprints(end)
    expect(asAfter).not.toEqual(asBefore)

    // Several files that are read once more are read anew, into batches of their own.
    const isOfSeveral = step.filter((word) => word.endsWith('.csv')).length > 1
    let kills = 0
    const work = join(folder, 'work')
    // Spread over the time that it takes, with what the start of a process takes before it.
    const anywhere = Array.from({ length: often.anywhere }, (_, place) => ({
      target: undefined,
      delay: 200 + ((place + 1) / (often.anywhere + 1)) * took * 1.5,
    }))
    const inside = Array.from({ length: Math.max(often.inside, targets.length) }, (_, place) => ({
      target: targets[place % targets.length]!,
      delay: (place * 5) % 21,
    }))
    for (const [place, { target, delay }] of [...inside, ...anywhere].entries()) {
      rmSync(work, { recursive: true, force: true })
      cpSync(start, work, { recursive: true })
      const words = ['-w', work, '-q', 'ingest', ...paths(step)]
      const isKilled = await killProgram(target, delay, words)
      if (isKilled && target !== undefined) kills++
      // Every third time the recovery is killed as well.
      if (place % 3 === 0 && !isOfSeveral) await killProgram('recover/undo-rows', delay, words)
      await settle(work)
      const where = `${target ?? 'anywhere'} after ${delay} ms`
      expect([asBefore, asAfter], where).toContainEqual(await allFingerprints(work))
      if (place % 3 === 2 || isOfSeveral) continue
      expect((await run(words)).code).toBe(0)
      expect(await allFingerprints(work), `${where}, and once more`).toEqual(asAfter)
    }
    expect(kills).toBeGreaterThan(inside.length / 2)
  }, 3_600_000)
})
