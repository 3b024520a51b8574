import { z } from 'zod'
import { readRun, readRunOf, type StoredRun } from '../audit/keep-run.ts'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import { UnitDocument } from '../model/unit-document.ts'
import { toolVersion } from '../model/version.ts'
import { assessQuality } from '../quality/assess-quality.ts'
import { unitCsv, unitJson } from '../reports/unit/data.ts'
import { unitPages } from '../reports/unit/printed.ts'
import { readKeptRuns } from '../review/kept-runs.ts'
import { unitCases, unitMonths, unitQuality, unitReview, type UnitRun, unitShares } from '../review/unit-figures.ts'
import { unitTasks } from '../review/unit-tasks.ts'
import type { Store } from '../store/store.ts'
import { openStore } from '../workspace/workspace.ts'
import { chosenPeriod, type PeriodOptions } from './audit-settings.ts'
import { openJournal } from './review-desk.ts'
import { notePurged } from './note-purged.ts'
import type { Session } from './session.ts'
import { reportFormat, writeReport } from './write-report.ts'

export interface ReportUnitOptions extends PeriodOptions {
  readonly unit: string
}

/** `report unit --unit U`: what a head of unit needs of a control, on two pages; it names no one. */
export async function reportUnit(session: Session, options: ReportUnitOptions): Promise<Exit> {
  const format = reportFormat(session)
  const unit = directoryId(options.unit)
  const { controls } = openJournal(session)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const stored = await readAskedRun(store, options)
    const { run } = stored.document
    const purged_before = await notePurged(session, store, run.from)
    const about = await readUnit(store, stored, unit)
    const current: UnitRun = {
      run,
      summary: stored.summary,
      cases: stored.cases,
      ruleOf: new Map(
        stored.document.findings
          .filter(({ suppressed }) => !suppressed)
          .map(({ finding_id, rule }) => [finding_id, rule]),
      ),
    }
    const { zone, retention } = session.workspace.config
    const review = unitReview(controls, run, unit)
    const asked = unitCases(current, unit)
    const found = stored.summary.unit_notices.find(({ care_unit_id }) => care_unit_id === unit)
    const unit_notice = found
      ? {
          lookups: found.lookups,
          unexplained: found.unexplained,
          users: found.users,
          users_with_unexplained: found.users_with_unexplained,
        }
      : null
    const quality = await assessQuality(store, { zone, today: session.today, chosen: { from: run.from, to: run.to } })
    const months = unitMonths(await readKeptRuns(store, {}), current, unit)
    // Only counts are shown, never a row.
    const trail_head = session.leaveTrail(0)
    const document = UnitDocument.parse({
      schema: 'loggkoll/unit/1',
      tool: toolVersion,
      prepared: session.io.now().toISOString(),
      run_id: run.run_id,
      from: run.from,
      to: run.to,
      ...about,
      case_number: review.case_number,
      purged_before,
      archive_months: retention.protocols_months,
      ...unitShares(stored.summary, unit),
      months,
      ...asked,
      review: review.figures,
      tasks: unitTasks(review, { ...asked, unit_notice }, zone),
      unit_notice,
      ill_fitting: stored.summary.ill_fitting
        .filter(({ care_unit_id }) => care_unit_id === unit)
        .map(({ rule, lookups, flagged }) => ({ rule, lookups, flagged })),
      unasked: run.rules.filter(({ outcome }) => outcome !== 'answered').map(({ rule }) => rule),
      quality: unitQuality(quality, unit),
      trail_head,
    } satisfies UnitDocument)
    await writeReport(session, format, {
      pages: () => unitPages({ document, book: session.book }, session.language),
      csv: () => unitCsv(document, session.language),
      json: () => unitJson(document),
    })
    return Exit.done
  } finally {
    store.close()
  }
}

/** The run of the days asked for; without any, the latest. @throws {Fault} 65 when there is none */
async function readAskedRun(store: Store, options: PeriodOptions): Promise<StoredRun> {
  const isAsked = [options.from, options.to, options.month].some((one) => one !== undefined)
  const days = isAsked ? await chosenPeriod(store, options) : undefined
  const stored = days ? await readRunOf(store, days) : await readRun(store, null)
  if (stored) return stored
  throw new Fault(
    Exit.data,
    days ? `there is no run of ${days.from} to ${days.to}` : 'there is no run to report',
    days ? `ask the rules first: loggkoll audit --from ${days.from} --to ${days.to}` : 'run loggkoll audit first',
  )
}

const Unit = z.object({ care_unit_id: z.string(), name: z.string() })
const Provider = z.object({
  care_unit_id: z.string(),
  care_provider_id: z.string().nullable(),
  care_provider: z.string().nullable(),
})

/** The unit and its provider by name. @throws {Fault} 64 with the nearest id when neither log nor register knows it */
async function readUnit(
  store: Store,
  { summary }: StoredRun,
  care_unit_id: string,
): Promise<Pick<UnitDocument, 'care_unit_id' | 'unit' | 'care_provider'>> {
  const names = await store.rows('audit/unit-names', Unit)
  const providers = await store.rows('review/unit-providers', Provider)
  const ids = [...names, ...providers, ...summary.by_unit].flatMap((one) => one.care_unit_id ?? [])
  if (!ids.includes(care_unit_id)) {
    const near = nearest(care_unit_id, [...new Set(ids)])
    throw new Fault(
      Exit.usage,
      `there is no unit ${care_unit_id}`,
      near ? `did you mean ${near}?` : 'loggkoll report audit lists the units of a run',
    )
  }
  const provider = providers.find((one) => one.care_unit_id === care_unit_id)
  return {
    care_unit_id,
    unit: names.find((one) => one.care_unit_id === care_unit_id)?.name ?? care_unit_id,
    care_provider: provider?.care_provider ?? provider?.care_provider_id ?? null,
  }
}
