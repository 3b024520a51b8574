import { spawn } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { run, scratchFolder, workspace } from '../harness/program.ts'
import { allFingerprints, settle } from '../store/tables.ts'

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

const files = { 'log-0.csv': log(0), 'log-1.csv': log(1), 'contacts-0.csv': contacts(0), 'contacts-1.csv': contacts(1) }

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
    targets: ['ingest/insert-reference', 'recover/replace-snapshot', 'ingest/set-batch-state'],
  },
  {
    name: 'rows in place of those with their keys',
    before: ['contacts-0.csv'],
    step: ['contacts-1.csv', '--mode', 'upsert'],
    targets: ['ingest/insert-reference', 'recover/replace-upsert'],
  },
]

/** Starts the program and kills it so many milliseconds after it announces the commit; false when it was done before. */
async function kill(target: string, delay: number, words: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'ingest-child.ts'), target, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  child.stdout.once('data', () => void sleep(delay).then(() => child.kill('SIGKILL')))
  return (await ended) === 'SIGKILL'
}

describe.each(scenes)('killed inside a commit: $name', ({ before, step, targets }) => {
  it('leaves the store as before or as after, and goes on from there', async () => {
    const folder = scratchFolder()
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const paths = (words: readonly string[]) => words.map((word) => (word.endsWith('.csv') ? join(folder, word) : word))
    const start = await workspace()
    for (const file of before) expect((await run(['-w', start, '-q', 'ingest', join(folder, file)])).code).toBe(0)
    const asBefore = await allFingerprints(start)
    const end = join(folder, 'end')
    cpSync(start, end, { recursive: true })
    expect((await run(['-w', end, '-q', 'ingest', ...paths(step)])).code).toBe(0)
    const asAfter = await allFingerprints(end)
    expect(asAfter).not.toEqual(asBefore)

    let kills = 0
    const work = join(folder, 'work')
    for (const target of targets) {
      for (const delay of [0, 2, 5, 12]) {
        cpSync(start, work, { recursive: true, force: true })
        const words = ['-w', work, '-q', 'ingest', ...paths(step)]
        if (await kill(target, delay, words)) kills++
        // every third time the recovery is killed as well
        if (kills % 3 === 0) await kill('recover/undo-rows', delay, ['-w', work, '-q', 'ingest', ...paths(step)])
        await settle(work)
        const found = await allFingerprints(work)
        expect([asBefore, asAfter], `${target} after ${delay} ms`).toContainEqual(found)
        expect((await run(words)).code).toBe(0)
        expect(await allFingerprints(work), `${target} after ${delay} ms, and once more`).toEqual(asAfter)
      }
    }
    expect(kills).toBeGreaterThan(targets.length * 2)
  }, 240_000)
})
