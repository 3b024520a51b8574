import { makeMask } from '../audit/mask.ts'
import { readPeople } from '../audit/grade-lookups.ts'
import { readRun } from '../audit/keep-run.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Finding } from '../model/finding.ts'
import { normalisePersonId } from '../model/person-id.ts'
import { atLeast, type Severity } from '../model/severity.ts'
import { caseList, findingList, listFormats, type ListedCase } from '../reports/lists.ts'
import { readIn, type Reading } from '../reports/reading.ts'
import { openStore } from '../workspace/workspace.ts'
import { findRule, revealed } from './audit.ts'
import { makeReport, readable } from './make-report.ts'
import { plainUser } from './review-desk.ts'
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
  return withRun(session, options, (reading, isAsked) => {
    const findings = reading.report.document.findings.filter(isAsked)
    return { rows: findings.length, text: findingList(reading, findings, format) }
  })
}

/** `cases`: those of the latest run, in the order in which they are handed out. */
export async function listCases(session: Session, options: ListOptions): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', listFormats)
  return withRun(session, options, (reading, isAsked) => {
    const findings = new Map(reading.report.document.findings.map((finding) => [finding.finding_id, finding]))
    const files = reading.report.cases.flatMap((file): ListedCase[] => {
      const held = file.finding_ids.flatMap((id) => findings.get(id) ?? [])
      const state = stateOf(held)
      return held.some((finding) => isAsked({ ...finding, state })) ? [{ ...file, state }] : []
    })
    return { rows: files.length, text: caseList(reading, files, format) }
  })
}

/** A case has something new as long as one of its findings has. */
function stateOf(findings: readonly Finding[]): Finding['state'] {
  const opening = findings.filter(({ opens, suppressed }) => opens && !suppressed)
  if (opening.some(({ state }) => state === 'new')) return 'new'
  return opening.some(({ state }) => state === 'open') ? 'open' : 'decided'
}

async function withRun(
  session: Session,
  options: ListOptions,
  list: (
    reading: Reading,
    isAsked: (finding: Finding) => boolean,
  ) => { rows: number; text: string | Promise<Uint8Array> },
): Promise<Exit> {
  for (const rule of options.rule ?? []) findRule(session.book, rule)
  const reveal = revealed(options)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const stored = await readRun(store, options.run ?? null)
    if (!stored) throw new Fault(Exit.data, 'there is no run to list', 'run loggkoll audit first')
    await readPeople(store, stored.document.run)
    const mask = await makeMask(store, session, reveal)
    const report = await makeReport(session, store, stored, { reveal, minSeverity: 'info', mask })
    // Whom a filter names may be masked in the list.
    const user = options.user === undefined ? undefined : mask.user(plainUser(options.user))
    const patient =
      options.patient === undefined ? undefined : mask.patient(normalisePersonId(options.patient, session.today).id)
    const unit = options.unit === undefined ? undefined : plainUser(options.unit)
    const { rows, text } = list(
      readIn(report, session.language),
      (finding) =>
        (options.rule === undefined || options.rule.includes(finding.rule)) &&
        (unit === undefined || finding.care_unit_id === unit) &&
        (user === undefined || finding.user_id === user) &&
        (patient === undefined || finding.patient_id === patient) &&
        (options.minSeverity === undefined || atLeast(finding.severity, options.minSeverity)) &&
        (options.state === undefined || finding.state === options.state),
    )
    session.leaveTrail(rows, reveal ? (options.reason ?? null) : null)
    session.write(await text)
    return Exit.done
  } finally {
    store.close()
  }
}
