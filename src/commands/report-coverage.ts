import { extname } from 'node:path'
import { makeMask, makeNameBook } from '../audit/mask.ts'
import type { CoverageDocument } from '../model/coverage-document.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { parseDay, type Period, period } from '../model/period.ts'
import { toolVersion } from '../model/version.ts'
import { coverageFormats } from '../reports/coverage/index.ts'
import { coveragePages } from '../reports/coverage/printed.ts'
import type { CoverageReport } from '../reports/coverage/telling.ts'
import type { PrintedDocument } from '../reports/printed/document.ts'
import { asPdf } from '../reports/printed/pdf.ts'
import { asWorkbook } from '../reports/printed/workbook.ts'
import { coverageOf } from '../review/coverage.ts'
import { readCoverage } from '../review/read-coverage.ts'
import { openStore } from '../workspace/workspace.ts'
import { revealed } from './audit.ts'
import { readable } from './make-report.ts'
import { openJournal } from './review-desk.ts'
import { notePurged } from './note-purged.ts'
import type { Session } from './session.ts'
import { readTypeface } from './typeface.ts'
import { noteOutput } from './write-report.ts'

export interface ReportCoverageOptions {
  readonly year?: string
  readonly from?: string
  readonly to?: string
  readonly reveal?: boolean
  readonly reason?: string
}

/** Formats that are no text. */
const fileFormats = {
  pdf: (pages: PrintedDocument) => asPdf(pages, readTypeface()),
  xlsx: asWorkbook,
} as const

/** `report coverage`: which units and how many of the staff the controls have reached, and what is missing. */
export async function reportCoverage(session: Session, options: ReportCoverageOptions): Promise<Exit> {
  const ending = session.options.output === undefined ? 'table' : extname(session.options.output).slice(1)
  const format = readable(session.options.format ?? ending, { ...coverageFormats, ...fileFormats })
  const reveal = revealed(options)
  const days = chosenDays(session, options)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const { controls } = openJournal(session)
    const { care_providers, retention } = session.workspace.config
    await notePurged(session, store, days.from)
    const facts = await readCoverage(store, days, { today: session.today, controls, care_providers })
    const told = coverageOf(facts)
    const mask = await makeMask(store, session, reveal)
    const named = [...told.not_reviewed, ...told.not_by_own_unit].map(({ user_id }) => ({ user_id, patient_id: null }))
    const names = await makeNameBook(store, { document: { run: days, findings: named } }, mask)
    // Only lists name anyone: pages and the terminal show numbers.
    const shown = format === 'json' || format === 'csv' ? named.length : 0
    const trail_head = session.leaveTrail(shown, reveal ? (options.reason ?? null) : null)
    const document: CoverageDocument = {
      schema: 'loggkoll/coverage/1',
      tool: toolVersion,
      prepared: session.io.now().toISOString(),
      trail_head,
      archive_months: retention.protocols_months,
      ...told,
      not_reviewed: told.not_reviewed.map((one) => ({ ...one, user_id: mask.user(one.user_id) })),
      not_by_own_unit: told.not_by_own_unit.map((one) => ({ ...one, user_id: mask.user(one.user_id) })),
    }
    await write(session, { document, units: names.units, users: names.users }, format)
    noteOutput(session)
    return Exit.done
  } finally {
    store.close()
  }
}

async function write(
  session: Session,
  report: CoverageReport,
  format: keyof typeof coverageFormats | keyof typeof fileFormats,
): Promise<void> {
  if (format === 'pdf' || format === 'xlsx') {
    session.write(await fileFormats[format](coveragePages(report, session.language)))
    return
  }
  const layout = { columns: session.io.columns ?? 80, color: session.color }
  session.write(coverageFormats[format](report, session.language, layout))
}

/** The year asked for, or the days; else this year. @throws {Fault} 64 when they contradict */
function chosenDays(session: Session, { year, from, to }: ReportCoverageOptions): Period {
  if (year !== undefined && (from !== undefined || to !== undefined))
    throw new Fault(Exit.usage, '--year and --from or --to cannot both be given', 'choose one')
  if (year !== undefined && !/^\d{4}$/.test(year))
    throw new Fault(Exit.usage, `--year: "${year}" is no year`, 'write it as 2026')
  const chosen = Number(year ?? session.today.slice(0, 4))
  return period(
    from === undefined ? `${pad(chosen)}-01-01` : parseDay(from, '--from'),
    to === undefined ? `${pad(chosen + 1)}-01-01` : parseDay(to, '--to'),
  )
}

function pad(year: number): string {
  return String(year).padStart(4, '0')
}
