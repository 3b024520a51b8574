import { z } from 'zod'
import { readRun, type StoredRun } from '../audit/keep-run.ts'
import type { Mask, Named } from '../audit/mask.ts'
import type { CaseFile } from '../model/audit-document.ts'
import type { Finding } from '../model/finding.ts'
import type { ProtocolRun } from '../model/protocol-document.ts'
import type { Entry, Noted } from '../model/review.ts'
import { readIn, type Reading } from '../reports/reading.ts'
import { ruleTitle } from '../reports/rule-words.ts'
import type { Store } from '../store/store.ts'
import { makeReport, type RunReport } from './make-report.ts'
import type { Session } from './session.ts'

/** What a run holds, to be asked for case by case: a control of a region has thousands. */
interface HeldById {
  readonly files: ReadonlyMap<string, CaseFile>
  readonly findings: ReadonlyMap<string, { readonly finding: Finding; readonly place: number }>
}

/** A run opened for telling of it. */
export interface RunReading {
  readonly reading: Reading
  readonly held: HeldById
  /** The store still has it; one that was purged is known by what the journal says of it. */
  readonly kept: boolean
}

/** The runs that cases were handed out from. @param about what the control is, for one that nothing was handed out of */
export async function readRunsOf(
  session: Session,
  store: Store,
  plan: Entry<'planned'>,
  packets: readonly Noted<Entry<'handed_out'>>[],
  { mask, named }: { readonly mask: Mask; readonly named: readonly Named[] },
): Promise<ReadonlyMap<string, RunReading>> {
  const runs = new Map<string, RunReading>()
  const asked = packets.length === 0 ? [{ run_id: '', rules: {} }] : packets.map(({ body }) => body)
  for (const one of asked) {
    if (runs.has(one.run_id)) continue
    const kept = one.run_id === '' ? undefined : await readRun(store, one.run_id)
    const stored = kept ?? forgotten(plan, one)
    const report = await makeReport(session, store, stored, { reveal: false, minSeverity: 'info', mask, also: named })
    const held = heldById(report)
    runs.set(one.run_id, { reading: readIn(report, session.language), held, kept: kept !== undefined })
  }
  return runs
}

function heldById({ cases, document }: Pick<RunReport, 'cases' | 'document'>): HeldById {
  return {
    files: new Map(cases.map((file) => [file.case_id, file])),
    findings: new Map(document.findings.map((finding, place) => [finding.finding_id, { finding, place }])),
  }
}

const Source = z.object({ batch: z.string(), kind: z.string(), source_system: z.string() })

/** What a protocol says of its runs: rules with versions and denominators, files with where they come from. */
export async function protocolRuns(store: Store, runs: ReadonlyMap<string, RunReading>): Promise<ProtocolRun[]> {
  const sources = new Map((await store.rows('review/protocol-inputs', Source)).map((one) => [one.batch, one]))
  return [...runs]
    .filter(([run_id]) => run_id !== '')
    .map(([run_id, { reading, kept }]): ProtocolRun => {
      const { run } = reading.report.document
      return {
        run_id,
        kept,
        tool: kept ? run.tool : null,
        lookups: kept ? run.lookups : null,
        explained: kept ? run.explained : null,
        rules: run.rules.map(({ rule, version, outcome, assessed, flagged, unknown, unknown_by_cause }) => ({
          rule,
          version,
          title: ruleTitle(reading, rule),
          outcome: kept ? outcome : null,
          assessed: kept ? assessed : null,
          flagged: kept ? flagged : null,
          unknown: kept ? unknown : null,
          unknown_by_cause,
        })),
        inputs: run.inputs.map(({ batch, file, sha256, rows }) => ({
          source_system: sources.get(batch)?.source_system ?? null,
          kind: sources.get(batch)?.kind ?? null,
          file,
          sha256,
          rows,
        })),
      }
    })
}

/** What the journal knows of a run that the store no longer has. */
function forgotten(
  { from, to }: Entry<'planned'>,
  { run_id, rules }: Pick<Entry<'handed_out'>, 'run_id' | 'rules'>,
): StoredRun {
  const lookups = { lookups: 0, explained: 0, first_lookups: 0, first_explained: 0 }
  const answer = { assessed: 0, flagged: 0, unknown: 0, unknown_by_cause: {}, missing: [] }
  const asked = Object.entries(rules).map(([rule, version]) => ({
    rule,
    version,
    sql_sha256: '',
    parameters: {},
    outcome: 'answered' as const,
    ...answer,
  }))
  const noEvents = { citizen_events: 0, system_events: 0, events_without_user: 0, events_without_time: 0 }
  const apart = { other_providers: [], robot_lookups: 0, session_events: 0, ...noEvents }
  return {
    document: {
      schema: 'loggkoll/audit/1',
      run: { run_id, from, to, ...lookups, zone: '', tool: '', inputs: [], trail_head: '', rules: asked },
      findings: [],
    },
    cases: [],
    summary: {
      by_unit: [],
      by_reason: [],
      by_hour: [],
      apart,
      unit_notices: [],
      ill_fitting: [],
      notices: [],
      budget: 0,
    },
    tally: { findings: [], cases: [] },
  }
}
