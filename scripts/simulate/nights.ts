import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { runProgram } from '../../src/commands/program.ts'
import { addDays } from '../../src/model/period.ts'
import { type Delivered, wholeAfter, type World } from './world.ts'

/** What one night took. */
export interface NightTaken {
  readonly night: number
  readonly events: number
  readonly ingest_ms: number
  readonly audit_ms: number
  readonly store_bytes: number
  readonly crashed: boolean
}

/** The clock of a night: half past three in the morning after its day. */
function timeOf(world: World, night: number): string {
  return `${addDays(world.from, night + 1)}T02:30:00Z`
}

/** Runs the program in this process. @throws {Error} when it ends otherwise than well */
export async function loggkoll(words: readonly string[], now: string): Promise<string> {
  let [out, err] = ['', '']
  const code = await runProgram(words, {
    out: (text) => void (out += text),
    err: (text) => void (err += `${text}\n`),
    now: () => new Date(now),
    env: {},
    input: Readable.from([]),
    columns: undefined,
    osUser: 'natt',
  })
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${err}`)
  return out
}

/** Lays files into drop directories, one for those that are read with the same words; gives the commands that read them. */
function ingestCommands(workspace: string, folder: string, files: readonly Delivered[], now: string): string[][] {
  const time = Date.parse(now) / 1000 - 3600
  return [...Map.groupBy(files, ({ words }) => words.join(' ')).values()].map((group, place) => {
    const drop = join(folder, `drop-${place}`)
    mkdirSync(drop, { recursive: true })
    for (const { name, text } of group) {
      writeFileSync(join(drop, name), text)
      utimesSync(join(drop, name), time, time)
    }
    return ['-w', workspace, '-q', 'ingest', drop, ...group[0]!.words, '--move-to', join(folder, 'read')]
  })
}

/** Starts the program in a process of its own and kills it after so many milliseconds. @returns whether it was still running */
async function killed(words: readonly string[], now: string, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'child.ts'), now, ...words], { stdio: 'ignore' })
  const ended = new Promise<NodeJS.Signals | null>((done) => child.once('exit', (_, signal) => done(signal)))
  const timer = setTimeout(() => child.kill('SIGKILL'), after)
  const signal = await ended
  clearTimeout(timer)
  return signal === 'SIGKILL'
}

export interface SimulateOptions {
  readonly folder: string
  /** Night → what is killed in it, and after how many milliseconds. */
  readonly crashes: ReadonlyMap<number, { readonly step: 'ingest' | 'audit'; readonly after: number }>
  /** What else is done after a night. */
  readonly after?: (night: number, workspace: string, now: string) => Promise<void>
  readonly onNight?: (taken: NightTaken) => void
  /** Whether it is time to stop. */
  readonly isOver?: () => boolean
}

/** Lives a world night by night. @returns the workspace and the clock of its last night */
export async function liveNights(
  world: World,
  options: SimulateOptions,
): Promise<{ workspace: string; now: string; last: number }> {
  const { folder, crashes } = options
  rmSync(folder, { recursive: true, force: true })
  const workspace = join(folder, 'workspace')
  await loggkoll(['-q', 'init', workspace, '--seed', 'simulated'], timeOf(world, 0))
  let [now, last] = [timeOf(world, 0), 0]
  for (const [night, files] of world.nights.entries()) {
    ;[now, last] = [timeOf(world, night), night]
    const begun = performance.now()
    const commands = ingestCommands(workspace, folder, files, now)
    const audit = [
      '-w',
      workspace,
      '-q',
      '-o',
      join(folder, 'new.ndjson'),
      '--format',
      'ndjson',
      'audit',
      '--new',
      '--run-report',
      join(folder, 'night.json'),
    ]
    const crash = crashes.get(night)
    let crashed = false
    for (const words of commands) {
      if (crash?.step === 'ingest' && !crashed) crashed = await killed(words, now, crash.after)
      await loggkoll(words, now)
    }
    const read = performance.now()
    if (crash?.step === 'audit') crashed = await killed(audit, now, crash.after)
    await loggkoll(audit, now)
    const asked = performance.now()
    options.onNight?.({
      night,
      events: files
        .filter(({ kind }) => kind === 'access')
        .reduce((sum, { text }) => sum + text.split('\n').length - 2, 0),
      ingest_ms: Math.round(read - begun),
      audit_ms: Math.round(asked - read),
      store_bytes: statSync(join(workspace, 'loggkoll.duckdb')).size,
      crashed,
    })
    await options.after?.(night, workspace, now)
    if (options.isOver?.()) break
  }
  return { workspace, now, last }
}

/** Reads everything at once into a new workspace of the same key, and asks once. */
export async function liveAtOnce(
  world: World,
  last: number,
  folder: string,
  now: string,
  before?: (workspace: string) => void,
): Promise<string> {
  rmSync(folder, { recursive: true, force: true })
  const workspace = join(folder, 'workspace')
  await loggkoll(['-q', 'init', workspace, '--seed', 'simulated'], now)
  before?.(workspace)
  for (const words of ingestCommands(workspace, folder, wholeAfter(world, last), now)) await loggkoll(words, now)
  await loggkoll(['-w', workspace, '-q', '-o', join(folder, 'new.ndjson'), '--format', 'ndjson', 'audit', '--new'], now)
  return workspace
}
