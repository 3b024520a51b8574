import { makeMask, makeNameBook, type Named } from '../audit/mask.ts'
import { readPeople } from '../audit/grade-lookups.ts'
import { currentRunIds, readLaterFindings, readRuns } from '../audit/current-run.ts'
import type { StoredRun } from '../audit/keep-run.ts'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Finding } from '../model/finding.ts'
import { normalisePersonId } from '../model/person-id.ts'
import { atLeast, type Severity } from '../model/severity.ts'
import { caseList, findingList, type Listed, type ListFormat, listFormats } from '../reports/lists.ts'
import { readIn, type Reading } from '../reports/reading.ts'
import type { Store } from '../store/store.ts'
import { openStore } from '../workspace/workspace.ts'
import { findRule, revealed } from './audit.ts'
import { makeReport, readable, type RunReport } from './make-report.ts'
import type { Session } from './session.ts'

export interface ListOptions {
  readonly run?: string
  readonly rule?: readonly string[]
  readonly unit?: string
  readonly user?: string
  readonly patient?: string
  readonly minSeverity?: Severity
  readonly state?: Finding['state']
  readonly reveal?: boolean
  readonly reason?: string
}

/** `findings`: those of the latest run, by rule, unit, user, patient, severity and state. */
export async function listFindings(session: Session, options: ListOptions): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', listFormats)
  return withRun(session, options, format, {
    async *asked({ report, isAsked }) {
      for await (const finding of report.findings) if (isAsked(finding)) yield finding
    },
    list: findingList,
  })
}

/** `cases`: those of the latest run, in the order in which they are handed out. */
export async function listCases(session: Session, options: ListOptions): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', listFormats)
  return withRun(session, options, format, {
    async *asked({ report, isAsked }) {
      for await (const { file, findings } of report.heldCases) {
        const state = stateOf(findings)
        const { handed_out: selected, ...told } = file
        if (findings.some((finding) => isAsked({ ...finding, state }))) yield { ...told, selected, state }
      }
    },
    list: caseList,
  })
}

/** A case has something new as long as one of its findings has. */
function stateOf(findings: readonly Finding[]): Finding['state'] {
  const opening = findings.filter(({ opens, suppressed }) => opens && !suppressed)
  if (opening.some(({ state }) => state === 'new')) return 'new'
  return opening.some(({ state }) => state === 'open') ? 'open' : 'decided'
}

/** A run as it is listed. */
interface Listing {
  readonly report: RunReport
  readonly isAsked: (finding: Finding) => boolean
}

/** What is listed of a run, and how. */
interface Lister<One> {
  readonly asked: (listing: Listing) => AsyncGenerator<One>
  readonly list: (reading: Reading, list: AsyncIterable<One>, format: ListFormat, width?: number) => Listed
}

async function withRun<One extends Named>(
  session: Session,
  options: ListOptions,
  format: ListFormat,
  { asked, list }: Lister<One>,
): Promise<Exit> {
  for (const rule of options.rule ?? []) findRule(session.book, rule)
  const reveal = revealed(options)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const runs = options.run === undefined ? await currentRunIds(store) : [options.run]
    const stored = await readRuns(store, runs, 'head')
    if (!stored) throw new Fault(Exit.data, 'there is no run to list', 'run loggkoll audit first')
    const { run } = stored.document
    await readPeople(store, run)
    const mask = await makeMask(store, session, reveal)
    const made = await makeReport(session, store, stored, { reveal, minSeverity: 'info', mask, runs })
    const isLater = options.state === 'explained_later' || options.state === 'gone'
    const report = isLater ? await onlyLater(session, store, stored, { reveal, minSeverity: 'info', mask }) : made
    // Whom a filter names may be masked in the list.
    const user = options.user === undefined ? undefined : mask.user(directoryId(options.user))
    const patient =
      options.patient === undefined ? undefined : mask.patient(normalisePersonId(options.patient, session.today).id)
    const unit = options.unit === undefined ? undefined : directoryId(options.unit)
    const isAsked = (finding: Finding): boolean =>
      (options.rule === undefined || options.rule.includes(finding.rule)) &&
      (unit === undefined || finding.care_unit_id === unit) &&
      (user === undefined || finding.user_id === user) &&
      (patient === undefined || finding.patient_id === patient) &&
      (options.minSeverity === undefined || atLeast(finding.severity, options.minSeverity)) &&
      (options.state === undefined || finding.state === options.state)
    // A table names whom it lists, and has all of them at hand; the other formats write them as they are read.
    const held: One[] = []
    let rows = 0
    for await (const one of asked({ report, isAsked })) {
      rows++
      if (format === 'table') held.push(one)
    }
    session.leaveTrail(rows, reveal ? (options.reason ?? null) : null)
    if (format === 'table') {
      const names = await makeNameBook(store, { document: { run, findings: held } }, mask)
      await session.show(list(readIn({ ...report, names }, session.language), inTurn(held), format, session.io.columns))
    } else {
      await session.show(list(readIn(report, session.language), asked({ report, isAsked }), format))
    }
    return Exit.done
  } finally {
    store.close()
  }
}

/** What was handed out and is not found any more stands in no run that holds; its cases are the reviewers'. */
async function onlyLater(
  session: Session,
  store: Store,
  run: StoredRun,
  options: Parameters<typeof makeReport>[3],
): Promise<RunReport> {
  const later = await readLaterFindings(store)
  const states = new Map(later.map(({ finding, state }) => [finding.finding_id, state]))
  const findings = later.map(({ finding }) => finding)
  const report = await makeReport(session, store, { ...run, document: { ...run.document, findings } }, options)
  const standing = report.document.findings.map((one) => ({ ...one, state: states.get(one.finding_id) ?? one.state }))
  return { ...report, findings: { [Symbol.asyncIterator]: () => inTurn(standing) } }
}

async function* inTurn<One>(list: readonly One[]): AsyncGenerator<One> {
  yield* list
}
