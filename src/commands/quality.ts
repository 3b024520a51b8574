import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { addDays, monthPeriod, parseDay, type Period, period } from '../model/period.ts'
import type { QualityDocument } from '../model/quality-document.ts'
import { atLeast, type Severity } from '../model/severity.ts'
import { assessQuality } from '../quality/assess-quality.ts'
import { qualityFormats } from '../reports/quality/index.ts'
import type { Store } from '../store/store.ts'
import { openStore } from '../workspace/workspace.ts'
import type { PeriodOptions } from './audit-settings.ts'
import { readable } from './make-report.ts'
import type { Session } from './session.ts'

export interface QualityOptions extends PeriodOptions {
  readonly failOn?: Severity
}

/** `quality`: is the log fit for review? What it says is about the log, and names no one. */
export async function quality(session: Session, options: QualityOptions): Promise<Exit> {
  const format = readable(session.options.format ?? formatOf(session.options.output), qualityFormats)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const chosen = await chosenDays(store, options)
    const { zone } = session.workspace.config
    const document = await assessQuality(store, { zone, today: session.today, chosen })
    const Unit = z.object({ care_unit_id: z.string(), name: z.string() })
    const units = await store.rows('audit/unit-names', Unit)
    const names = new Map(units.map(({ care_unit_id, name }) => [care_unit_id, name]))
    // Only counts are shown, never a row.
    session.leaveTrail(0)
    const layout = { columns: session.io.columns ?? 80, color: session.color }
    session.write(qualityFormats[format]({ document, units: names }, session.language, layout))
    return exitOf(document, options.failOn)
  } finally {
    store.close()
  }
}

/** The gate opens only for a log that was looked at: one that nobody can tell of does not pass it. */
function exitOf({ answer, checks }: QualityDocument, failOn: Severity | undefined): Exit {
  if (failOn === undefined) return Exit.done
  if (answer === 'cannot_tell') return Exit.findings
  const reached = checks.some(({ remarks }) => remarks.some(({ severity }) => atLeast(severity, failOn)))
  return reached ? Exit.findings : Exit.done
}

function formatOf(output: string | undefined): string {
  return output?.endsWith('.html')
    ? 'html'
    : output?.endsWith('.json')
      ? 'json'
      : output?.endsWith('.csv')
        ? 'csv'
        : 'table'
}

/** The days asked for, or null for all that is there. @throws {Fault} 64 */
async function chosenDays(store: Store, { from, to, month }: PeriodOptions): Promise<Period | null> {
  if (month !== undefined) {
    if (from !== undefined || to !== undefined) {
      throw new Fault(Exit.usage, '--month and --from or --to cannot both be given', 'choose one')
    }
    return monthPeriod(month)
  }
  if (from === undefined && to === undefined) return null
  const Days = z.object({ first_day: z.string().nullable(), last_day: z.string().nullable() })
  const { first_day, last_day } = await store.row('quality/log-days', Days)
  const first = from === undefined ? first_day : parseDay(from, '--from')
  const end = to === undefined ? last_day && addDays(last_day, 1) : parseDay(to, '--to')
  // An empty store has no days to take the other end from.
  if (first === null) return end === null ? null : period(addDays(end, -1), end)
  return period(first, end ?? addDays(first, 1))
}
