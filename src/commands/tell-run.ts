import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { RunTold, StoreTold } from '../model/run-told.ts'
import { toolVersion } from '../model/version.ts'
import { lastSuccessIn, metricsText } from '../reports/metrics.ts'
import { syslogLine, syslogPriority } from '../reports/syslog.ts'
import { isWorkspace, openStore, storePath } from '../workspace/workspace.ts'
import type { Session } from './session.ts'
import type { Act } from './usage/shape.ts'
import { mustTakeFile, writePrivate } from './write-private.ts'

/** To what watches the program a run is told. */
export interface TellOptions {
  readonly metrics?: string
  readonly syslog?: boolean
  readonly timings?: boolean
}

/** A command that tells of its run when it has ended, however it has. */
export function telling<Rest extends [...unknown[], TellOptions]>(work: Act<Rest>): Act<Rest> {
  return async (session, ...rest) => {
    const { metrics, syslog, timings } = rest.at(-1) as TellOptions
    const logger = syslog === true ? findLogger(session) : undefined
    if (metrics === undefined && !logger) return await work(session, ...rest)
    const begun = performance.now()
    const toldOf = (exit: Exit): RunTold => ({
      ...session.told,
      command: session.command,
      workspace: basename(resolve(session.folder)),
      tool: toolVersion,
      exit,
      now: session.io.now().getTime(),
      seconds: timings === true ? (performance.now() - begun) / 1000 : undefined,
    })
    // The log comes first: that it could not be written is how the command ends, and the numbers say so.
    const tell = async (exit: Exit, ends: 'done' | 'died'): Promise<void> => {
      let unheard: Fault | undefined
      try {
        logger?.(toldOf(exit))
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        unheard = error
      }
      if (metrics !== undefined)
        await writeMetrics(session, metrics, toldOf(ends === 'done' ? (unheard?.exit ?? exit) : exit))
      if (unheard) throw unheard
    }
    let exit: Exit
    try {
      if (metrics !== undefined) mustTakeMetrics(metrics)
      exit = await work(session, ...rest)
    } catch (error) {
      // What the command died of is worse than that it cannot be told; that is said once, where it is the same.
      await tell(error instanceof Fault ? error.exit : Exit.fault, 'died').catch((fault: unknown) => {
        if (fault instanceof Fault && !(error instanceof Fault && fault.message === error.message))
          session.complain(fault)
      })
      throw error
    }
    await tell(exit, 'done')
    return exit
  }
}

/** @throws {Fault} 73 before the work begins, when it is known already that its numbers cannot be written */
function mustTakeMetrics(path: string): void {
  try {
    mustTakeFile(path)
  } catch (error) {
    throw metricsFault(path, error)
  }
}

const succeeded: ReadonlySet<number> = new Set([Exit.done, Exit.partly, Exit.findings])

/** Readable for the collector, and at no moment half of it. */
async function writeMetrics(session: Session, path: string, told: RunTold): Promise<void> {
  const store = told.command === 'ingest' && isWorkspace(session.folder) ? await storeTold(session) : undefined
  try {
    const lastSuccess = succeeded.has(told.exit)
      ? told.now
      : existsSync(path)
        ? lastSuccessIn(readFileSync(path, 'utf8'))
        : undefined
    // A collector reads what ends in .prom, and so no half of it.
    writePrivate(path, [metricsText({ ...told, lastSuccess, store })], 0o644)
  } catch (error) {
    throw metricsFault(path, error)
  }
}

function metricsFault(path: string, cause: unknown): Fault {
  return new Fault(Exit.cannotWrite, `${path} cannot be written`, 'check the directory of --metrics', cause)
}

const count = z.coerce.number()
const Source = z.object({
  kind: z.string(),
  source_system: z.string(),
  stored: count,
  rejected: count,
  unknown_codes: count,
  last_day: z.string().nullable(),
})
const Covered = z.object({ kind: z.string(), covers_to: z.string().nullable() })

/** Undefined when the store cannot be opened: then the exit code tells. */
async function storeTold(session: Session): Promise<StoreTold | undefined> {
  try {
    const store = await openStore(session.workspace, session.options.wait)
    try {
      return {
        bytes: statSync(storePath(session.workspace.folder)).size,
        sources: await store.rows('told/sources', Source),
        coverage: await store.rows('told/coverage', Covered),
      }
    } finally {
      store.close()
    }
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

/**
 * The system's own way to its log: a local socket, whatever stands behind it.
 * @throws {Fault} 64 when there is no program `logger`, before the work begins
 */
function findLogger({ io }: Session): (told: RunTold) => void {
  const env = { PATH: io.env['PATH'] ?? '/usr/bin:/bin' }
  const known = spawnSync('logger', ['--version'], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  if (known.error) {
    throw new Fault(
      Exit.usage,
      'there is no program logger here, through which --syslog speaks',
      'install it (Debian: bsdutils), or use --metrics FILE or --format ocsf',
      known.error,
    )
  }
  // That of util-linux keeps silent of a log that nobody reads, unless it is asked not to.
  const heard = known.stdout.includes('util-linux') ? ['--socket-errors=on'] : []
  return (told) => {
    const priority = `user.${syslogPriority(told)}`
    const words = [...heard, '-t', 'loggkoll', '-p', priority, '--', syslogLine(told)]
    const said = spawnSync('logger', words, { env, stdio: 'ignore' })
    if (said.error || said.status !== 0) {
      throw new Fault(
        Exit.io,
        'the program logger could not write to the system log',
        'is a system log running? (/dev/log)',
        said.error,
      )
    }
  }
}
