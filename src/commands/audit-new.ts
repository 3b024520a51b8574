import { readRuns } from '../audit/current-run.ts'
import type { StoredRun } from '../audit/keep-run.ts'
import { nightWords } from '../language/night.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { NightDocument } from '../model/night-document.ts'
import { parseDay } from '../model/period.ts'
import { countFindings, type RunTally } from '../model/run-tally.ts'
import { atLeast, type Severity } from '../model/severity.ts'
import type { FreshFinding, Handed } from '../nightly/compare-runs.ts'
import { type Night, nightTold, runNight } from '../nightly/run-night.ts'
import { tellNight } from '../nightly/tell-night.ts'
import { auditFormats } from '../reports/index.ts'
import { casesOf, entriesOf, readControls } from '../review/controls.ts'
import { retentionDays } from '../review/retention.ts'
import { Reviewed } from '../review/states.ts'
import { purgedBefore } from '../store/purge.ts'
import type { Store } from '../store/store.ts'
import { readJournal } from '../workspace/journal.ts'
import { openStore } from '../workspace/workspace.ts'
import { type AuditOptions, heardSettings, revealed, showRun } from './audit.ts'
import { rulesInUse } from './audit-settings.ts'
import { readable } from './make-report.ts'
import { writeLater } from './review-later.ts'
import type { Session } from './session.ts'
import { Timings } from './timings.ts'
import { mustTakeFile, writePrivate } from './write-private.ts'

/** `audit --new`: asks again what can have another answer since the last time, and tells of what is new. */
export async function auditNew(session: Session, options: AuditOptions): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', auditFormats)
  refuseOthers(options)
  const from = options.from === undefined ? undefined : parseDay(options.from, '--from')
  const reveal = revealed(options)
  const { output } = session.options
  for (const path of [output === '-' ? undefined : output, options.runReport])
    if (path !== undefined) mustTakeFile(path)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const timings = new Timings()
    const journal = readJournal(session.workspace.journal)
    let head: string | undefined
    const leave = (shown: number): string =>
      (head ??= session.leaveTrail(shown, reveal ? (options.reason ?? null) : null))
    const handedRuns = new Set(entriesOf(journal)('handed_out').map(({ body }) => body.run_id))
    const night = await runNight(store, {
      rules: rulesInUse(session),
      settings: heardSettings(session, undefined, timings),
      handed: handedOut(journal),
      handedRuns,
      from,
      keptFrom: await keptFrom(session, store),
      // What is new is not known before it is asked; that the months are looked at is.
      beforeAsking: (months) => leave(months.length),
    })
    const trail_head = leave(0)
    writeLater(session, night.later)
    const fresh = await newOf(store, night, options.minSeverity ?? 'info')
    const exit_code = fresh === undefined ? Exit.done : exitOf(fresh.stored, options.failOn)
    const told = await tellNight(store, night, {
      zone: session.workspace.config.zone,
      exit_code,
      trail_head,
      timings: options.timings ? timings.steps : undefined,
    })
    if (options.runReport !== undefined) writePrivate(options.runReport, [`${JSON.stringify(told, null, 2)}\n`])
    if (fresh !== undefined)
      session.told = { audit: { run: fresh.stored.document.run, findings: fresh.stored.tally.findings } }
    if (fresh !== undefined && (told.outcome === 'asked' || format !== 'table'))
      await showRun(session, store, fresh, format, options)
    await session.finish()
    await nightTold(store, night, { handedRuns })
    say(session, told, options.from)
    timings.add('report')
    if (options.timings) session.io.err(timings.table())
    return exit_code
  } finally {
    store.close()
  }
}

/** What has passed its time may be gone, and what an earlier purge took is (`purge --before`). */
async function keptFrom({ workspace, today }: Session, store: Store): Promise<string> {
  const due = retentionDays(workspace.config.retention, today).store
  const purged = await purgedBefore(store)
  return purged !== null && purged > due ? purged : due
}

/** @throws {Fault} 64 for what says which days or rules: a night asks all rules of what has changed */
function refuseOthers({ to, month, rule, budget }: AuditOptions): void {
  const given = Object.entries({ '--to': to, '--month': month, '--rule': rule, '--budget': budget })
  const [other] = given.find(([, value]) => value !== undefined) ?? []
  if (other === undefined) return
  throw new Fault(
    Exit.usage,
    `--new finds by itself what to ask, and takes no ${other}`,
    other === '--budget' ? 'set the budget in loggkoll.yaml' : 'leave it out, or leave out --new',
  )
}

function handedOut(journal: ReturnType<typeof readJournal>): Handed {
  const cases = casesOf(readControls(journal))
  const caseOf = new Map(cases.flatMap((one) => one.findings.map(({ finding_id }) => [finding_id, one.case_id])))
  return { reviewed: new Reviewed(cases), caseOf }
}

/** The months that were asked as one run, and what is new in it; of a night without any, a run that says nothing. */
async function newOf(store: Store, { months, held }: Night, floor: Severity): Promise<Shown | undefined> {
  const last = Object.entries(held)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .at(-1)
  const runs = months.length === 0 ? last?.slice(1) : months.map(({ made }) => made.run.run_id)
  const stored = runs && (await readRuns(store, runs, 'handed_out'))
  if (!stored) return undefined
  const fresh = months.flatMap(({ changes }) => [...changes.fresh, ...changes.reopened])
  const only = new Set(fresh.map(({ finding_id }) => finding_id))
  const cases = stored.cases.filter(({ finding_ids }) => finding_ids.some((id) => only.has(id)))
  const findings = stored.document.findings.filter(({ finding_id }) => only.has(finding_id))
  const told = { ...stored, document: { ...stored.document, findings }, cases, tally: tallyOf(fresh, floor) }
  return { stored: told, runs: months.length === 0 ? [] : runs, only }
}

interface Shown {
  readonly stored: StoredRun
  readonly runs: readonly string[]
  readonly only: ReadonlySet<string>
}

/** @param floor cases are counted that have a finding of this severity or a graver one */
function tallyOf(fresh: readonly FreshFinding[], floor: Severity): RunTally {
  const kinds = fresh.map(({ rule, severity, opens, suppressed, handed_out }) => ({
    rule,
    severity,
    opens,
    suppressed,
    in_case: handed_out !== null,
    handed_out: handed_out === true,
  }))
  const inCases = fresh.filter(
    ({ handed_out, suppressed, severity }) => handed_out !== null && !suppressed && atLeast(severity, floor),
  )
  const cases = [...new Map(inCases.map((one) => [one.case_id, one])).values()]
  return {
    findings: [...Map.groupBy(kinds, (kind) => JSON.stringify(kind)).values()].map((group) => ({
      ...group[0]!,
      findings: group.length,
    })),
    cases: [...Map.groupBy(cases, ({ case_unit }) => case_unit)].map(([care_unit_id, group]) => ({
      care_unit_id,
      cases: group.length,
      handed_out: group.filter(({ handed_out }) => handed_out).length,
    })),
  }
}

/** A rule that failed says more than findings. */
function exitOf({ document, tally }: StoredRun, failOn: Severity | undefined): Exit {
  if (document.run.rules.some(({ outcome }) => outcome === 'failed')) return Exit.partly
  const isGrave = ({ severity }: { severity: Severity }): boolean => failOn !== undefined && atLeast(severity, failOn)
  return countFindings(tally, isGrave) > 0 ? Exit.findings : Exit.done
}

function say(session: Session, { months, waiting, findings }: NightDocument, from: string | undefined): void {
  const words = nightWords(session.language)
  const short = (days: readonly string[]): string[] => days.map((day) => day.slice(0, 7))
  if (months.length === 0) session.note(words.nothingNew)
  else {
    const sum = (key: 'new' | 'reopened' | 'closed' | 'explained_later' | 'gone'): number =>
      findings.reduce((total, row) => total + row[key], 0)
    session.note(words.asked(short(months.map((month) => month.from))))
    session.note(
      words.findings({
        new: sum('new'),
        reopened: sum('reopened'),
        closed: sum('closed'),
        explained_later: sum('explained_later'),
        gone: sum('gone'),
      }),
    )
  }
  if (waiting.length > 0) session.note(words.waiting(short(waiting), from ?? ''))
}
