import { Exit } from '../model/exit.ts'
import { parseDay, period } from '../model/period.ts'
import { TrendDocument } from '../model/trend-document.ts'
import { toolVersion } from '../model/version.ts'
import { trendCsv, trendJson } from '../reports/trend/data.ts'
import { trendPages } from '../reports/trend/printed.ts'
import { readKeptRuns } from '../review/kept-runs.ts'
import { readTrend } from '../review/trend.ts'
import { openStore } from '../workspace/workspace.ts'
import { openJournal } from './review-desk.ts'
import type { Session } from './session.ts'
import { reportFormat, writeReport } from './write-report.ts'

export interface ReportTrendOptions {
  readonly from?: string
  readonly to?: string
}

/** `report trend`: what the controls came to by month and rule; of no person, and no count under five. */
export async function reportTrend(session: Session, options: ReportTrendOptions): Promise<Exit> {
  const format = reportFormat(session)
  const from = options.from === undefined ? null : parseDay(options.from, '--from')
  const to = options.to === undefined ? null : parseDay(options.to, '--to')
  if (from !== null && to !== null) period(from, to)
  const within = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }
  const { controls } = openJournal(session)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const figures = readTrend(controls, await readKeptRuns(store, within), within)
    // Only counts are shown, never a row.
    const trail_head = session.leaveTrail(0)
    const document = TrendDocument.parse({
      schema: 'loggkoll/trend/1',
      tool: toolVersion,
      prepared: session.io.now().toISOString(),
      from,
      to,
      archive_months: session.workspace.config.retention.protocols_months,
      ...figures,
      trail_head,
    } satisfies TrendDocument)
    await writeReport(session, format, {
      pages: () => trendPages({ document, book: session.book }, session.language),
      csv: () => trendCsv(document, session.language),
      json: () => trendJson(document),
    })
    return Exit.done
  } finally {
    store.close()
  }
}
