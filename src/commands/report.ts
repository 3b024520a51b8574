import { extname } from 'node:path'
import { currentRunIds, readRuns } from '../audit/current-run.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { countFindings } from '../model/run-tally.ts'
import { reportFormats } from '../reports/index.ts'
import { openStore } from '../workspace/workspace.ts'
import { revealed } from './audit.ts'
import { makeReport, readable } from './make-report.ts'
import type { Session } from './session.ts'

export interface ReportOptions {
  readonly run?: string
  readonly reveal?: boolean
  readonly reason?: string
}

/** `report audit -o FILE`: writes a report of the latest run, or of the one asked for. */
export async function report(session: Session, options: ReportOptions): Promise<Exit> {
  const ending = session.options.output === undefined ? 'html' : extname(session.options.output).slice(1)
  const format = readable(session.options.format ?? ending, reportFormats)
  const reveal = revealed(options)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const runs = options.run === undefined ? await currentRunIds(store) : [options.run]
    const stored = await readRuns(store, runs, 'shown')
    if (!stored) {
      throw new Fault(
        Exit.data,
        options.run ? `there is no run ${options.run}` : 'there is no run to report',
        'run loggkoll audit first',
      )
    }
    const made = await makeReport(session, store, stored, { reveal, minSeverity: 'info', runs })
    session.leaveTrail(
      countFindings(made.tally, () => true),
      reveal ? (options.reason ?? null) : null,
    )
    const told = { now: session.io.now().getTime(), failOn: 'info' } as const
    await session.show(reportFormats[format](made, session.language, told))
    if (session.options.output !== undefined) session.note(session.options.output)
    return Exit.done
  } finally {
    store.close()
  }
}
