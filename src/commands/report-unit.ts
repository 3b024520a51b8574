import { z } from 'zod'
import { readRun, readRunOf, type StoredRun } from '../audit/keep-run.ts'
import { reviewWords } from '../language/review/index.ts'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import type { QualityDocument } from '../model/quality-document.ts'
import { UnitDocument } from '../model/unit-document.ts'
import { toolVersion } from '../model/version.ts'
import { assessQuality } from '../quality/assess-quality.ts'
import { unitCsv, unitJson } from '../reports/unit/data.ts'
import { unitPages } from '../reports/unit/printed.ts'
import type { Control } from '../review/controls.ts'
import { type KeptRun, readKeptRuns } from '../review/kept-runs.ts'
import { unitCases, unitMonths, unitQuality, unitReview, type UnitRun, unitShares } from '../review/unit-figures.ts'
import { unitTasks } from '../review/unit-tasks.ts'
import type { Store } from '../store/store.ts'
import { openStore } from '../workspace/workspace.ts'
import { chosenPeriod, type PeriodOptions } from './audit-settings.ts'
import { notePurged } from './note-purged.ts'
import { asFileName, OutputFolder } from './output-folder.ts'
import { openJournal } from './review-desk.ts'
import type { Session } from './session.ts'
import { reportFormat, type WrittenReport, writeReport, writeReports } from './write-report.ts'

export interface ReportUnitOptions extends PeriodOptions {
  readonly unit?: string
  /** Every unit of the run, into a folder. */
  readonly all?: boolean
}

/** `report unit --unit U`, or `--all -o FOLDER`: what a head of unit needs of a control, on two pages; it names no one. */
export async function reportUnit(session: Session, options: ReportUnitOptions): Promise<Exit> {
  const { unit, all = false } = options
  if ((unit === undefined) !== all)
    throw new Fault(
      Exit.usage,
      'it is not said of which unit',
      'name one with --unit ID, or take every unit with --all',
    )
  const format = reportFormat(session, all)
  const folder = all ? OutputFolder.of(session) : undefined
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const stored = await readAskedRun(store, options)
    const names = await readUnitNames(store)
    const units = unit === undefined ? unitsOf(stored) : [mustBeKnown(directoryId(unit), stored, names)]
    const facts = await readFacts(session, store, stored, names)
    // Only counts are shown, never a row.
    const trail_head = session.leaveTrail(0)
    const reportOf = (one: string): WrittenReport => {
      const document = unitDocument(session, facts, one, trail_head)
      return {
        pages: () => unitPages({ document, book: session.book }, session.language),
        csv: () => unitCsv(document, session.language),
        json: () => unitJson(document),
      }
    }
    if (folder) {
      await writeReports(folder, format, units, { nameOf: asFileName, reportOf })
      session.note(reviewWords(session.language).reported(units.length, folder.path))
    } else await writeReport(session, format, reportOf(units[0]!))
    return Exit.done
  } finally {
    store.close()
  }
}

/** What the reports of all units are told from: read once, however many they are. */
interface UnitFacts {
  readonly names: UnitNames
  readonly purged_before: string | null
  readonly current: UnitRun
  readonly controls: readonly Control[]
  readonly kept: readonly KeptRun[]
  readonly quality: QualityDocument
}

async function readFacts(session: Session, store: Store, stored: StoredRun, names: UnitNames): Promise<UnitFacts> {
  const { run, findings } = stored.document
  const { controls } = openJournal(session)
  const purged_before = await notePurged(session, store, run.from)
  const open = findings.filter(({ suppressed }) => !suppressed)
  const ruleOf = new Map(open.map(({ finding_id, rule }) => [finding_id, rule]))
  const { zone } = session.workspace.config
  return {
    names,
    purged_before,
    current: { run, summary: stored.summary, cases: stored.cases, ruleOf },
    controls,
    kept: await readKeptRuns(store, {}),
    quality: await assessQuality(store, { zone, today: session.today, chosen: { from: run.from, to: run.to } }),
  }
}

function unitDocument(session: Session, facts: UnitFacts, unit: string, trail_head: string): UnitDocument {
  const { current, purged_before } = facts
  const { run, summary } = current
  const { zone, retention } = session.workspace.config
  const review = unitReview(facts.controls, run, unit)
  const asked = unitCases(current, unit)
  const found = summary.unit_notices.find(({ care_unit_id }) => care_unit_id === unit)
  const unit_notice = found
    ? {
        lookups: found.lookups,
        unexplained: found.unexplained,
        users: found.users,
        users_with_unexplained: found.users_with_unexplained,
      }
    : null
  return UnitDocument.parse({
    schema: 'loggkoll/unit/1',
    tool: toolVersion,
    prepared: session.io.now().toISOString(),
    run_id: run.run_id,
    from: run.from,
    to: run.to,
    ...namesOf(unit, facts.names),
    case_number: review.case_number,
    purged_before,
    archive_months: retention.protocols_months,
    ...unitShares(summary, unit),
    months: unitMonths(facts.kept, current, unit),
    ...asked,
    review: review.figures,
    tasks: unitTasks(review, { ...asked, unit_notice }, zone),
    unit_notice,
    ill_fitting: summary.ill_fitting
      .filter(({ care_unit_id }) => care_unit_id === unit)
      .map(({ rule, lookups, flagged }) => ({ rule, lookups, flagged })),
    unasked: run.rules.filter(({ outcome }) => outcome !== 'answered').map(({ rule }) => rule),
    quality: unitQuality(facts.quality, unit),
    trail_head,
  } satisfies UnitDocument)
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

interface UnitNames {
  readonly units: readonly z.infer<typeof Unit>[]
  readonly providers: readonly z.infer<typeof Provider>[]
}

async function readUnitNames(store: Store): Promise<UnitNames> {
  return {
    units: await store.rows('audit/unit-names', Unit),
    providers: await store.rows('review/unit-providers', Provider),
  }
}

/** The units from which a lookup of the run was made. */
function unitsOf({ summary }: StoredRun): string[] {
  return summary.by_unit.flatMap(({ care_unit_id }) => care_unit_id ?? [])
}

/** @throws {Fault} 64 with the nearest id when neither log nor register knows the unit */
function mustBeKnown(care_unit_id: string, { summary }: StoredRun, { units, providers }: UnitNames): string {
  const ids = [...units, ...providers, ...summary.by_unit].flatMap((one) => one.care_unit_id ?? [])
  if (ids.includes(care_unit_id)) return care_unit_id
  const near = nearest(care_unit_id, [...new Set(ids)])
  throw new Fault(
    Exit.usage,
    `there is no unit ${care_unit_id}`,
    near ? `did you mean ${near}?` : 'loggkoll report audit lists the units of a run',
  )
}

/** The unit and its provider by name. */
function namesOf(
  care_unit_id: string,
  { units, providers }: UnitNames,
): Pick<UnitDocument, 'care_unit_id' | 'unit' | 'care_provider'> {
  const provider = providers.find((one) => one.care_unit_id === care_unit_id)
  return {
    care_unit_id,
    unit: units.find((one) => one.care_unit_id === care_unit_id)?.name ?? care_unit_id,
    care_provider: provider?.care_provider ?? provider?.care_provider_id ?? null,
  }
}
