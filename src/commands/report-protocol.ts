import { makeMask, type Mask, type Named } from '../audit/mask.ts'
import { reviewWords } from '../language/review/index.ts'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { ProtocolDocument, type ProtocolPart, type ProtocolRun } from '../model/protocol-document.ts'
import type { Entry, Noted } from '../model/review.ts'
import { toolVersion } from '../model/version.ts'
import { patientLabel, unitName, userLabel } from '../reports/naming.ts'
import { protocolCsv, protocolJson } from '../reports/protocol/data.ts'
import { protocolPages } from '../reports/protocol/printed.ts'
import type { Reading } from '../reports/reading.ts'
import { aboutHanded } from '../review/asked-about.ts'
import type { Control, ControlPart } from '../review/controls.ts'
import { declarationsOf, drawsIn, partsIn, peopleIn, type ProtocolScope } from '../review/protocol.ts'
import type { Store } from '../store/store.ts'
import { openStore } from '../workspace/workspace.ts'
import { revealed } from './audit.ts'
import { asFileName, OutputFolder } from './output-folder.ts'
import { protocolDraws, protocolParts } from './protocol-parts.ts'
import { protocolRuns, readRunsOf, type RunReading } from './protocol-runs.ts'
import { chosenControl, gradeAbout, openJournal } from './review-desk.ts'
import type { Session } from './session.ts'
import { reportFormat, type WrittenReport, writeReport, writeReports } from './write-report.ts'

export interface ReportProtocolOptions {
  readonly control?: string
  readonly unit?: string
  readonly central?: boolean
  /** Every part by itself, into a folder. */
  readonly all?: boolean
  readonly reveal?: boolean
  readonly reason?: string
}

/**
 * `report protocol`: what was controlled, how, and what it came to; a draft until it is signed. With `--all -o FOLDER` one
 * for each unit and for what the central reviewer got.
 */
export async function reportProtocol(session: Session, options: ReportProtocolOptions): Promise<Exit> {
  const { all = false } = options
  const format = reportFormat(session, all)
  const reveal = revealed(options)
  const { journal, controls } = openJournal(session)
  const control = chosenControl(controls, options.control)
  const scope = chosenScope(control, options)
  const folder = all ? OutputFolder.of(session) : undefined
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const facts = await readFacts(session, store, { journal, control, scope, reveal })
    const parts = partsIn(control, scope)
    const rows = parts.reduce((sum, { cases }) => sum + cases.length, 0)
    const revealed_for = reveal ? (options.reason ?? null) : null
    const trail_head = session.leaveTrail(rows, revealed_for)
    const reportOf = (one: ProtocolScope): WrittenReport => {
      const made = makeProtocol(session, facts, one)
      const document = ProtocolDocument.parse({ ...made, revealed_for, trail_head })
      return {
        pages: () => protocolPages(document),
        csv: () => protocolCsv(document),
        json: () => protocolJson(document),
      }
    }
    if (folder) {
      const nameOf = ({ care_unit_id }: ControlPart) => `${asFileName(care_unit_id)}-${control.control_id}`
      await writeReports(folder, format, parts, { nameOf, reportOf })
      session.note(reviewWords(session.language).protocolled(parts.length, folder.path))
    } else await writeReport(session, format, reportOf(scope))
    return Exit.done
  } finally {
    store.close()
  }
}

/** @throws {Fault} 64 when more than one is asked for, or nothing has been handed out there */
function chosenScope(control: Control, { unit, central, all }: ReportProtocolOptions): ProtocolScope {
  const named = [unit !== undefined && '--unit', central && '--central', all && '--all'].filter((one) => one)
  if (named.length > 1) throw new Fault(Exit.usage, `${named.join(' and ')} cannot both be given`, 'choose one')
  if (named.length === 0) return 'all'
  const scope: ProtocolScope = all ? 'all' : { care_unit_id: unit === undefined ? null : directoryId(unit) }
  if (partsIn(control, scope).length > 0) return scope
  throw new Fault(
    Exit.usage,
    `nothing of ${control.control_id} has been handed out there`,
    'loggkoll review status lists what has',
  )
}

interface Asked {
  readonly journal: readonly Noted[]
  readonly control: Control
  /** The widest that is to be told of. */
  readonly scope: ProtocolScope
  readonly reveal: boolean
}

/** What protocols are told from: read once, however many they are. */
interface ProtocolFacts extends Asked {
  readonly mask: Mask
  readonly runs: ReadonlyMap<string, RunReading>
  readonly parts: readonly ProtocolPart[]
  readonly told: readonly ProtocolRun[]
  /** Cases of the whole control. */
  readonly handedOut: ReadonlySet<string>
}

async function readFacts(session: Session, store: Store, asked: Asked): Promise<ProtocolFacts> {
  const { journal, control, scope, reveal } = asked
  const plan = control.plan.body
  const parts = partsIn(control, scope)
  const days = { from: plan.from, to: plan.to }
  await gradeAbout(session, store, days, aboutHanded(parts.flatMap(({ cases }) => cases)))
  const mask = await makeMask(store, session, reveal)
  const packets = parts.flatMap((part) => part.packets)
  const named = peopleIn(parts, drawsIn(control, scope), plan)
  const runs = await readRunsOf(session, store, plan, packets, { mask, named })
  const telling = { runs, mask, declared: declarationsOf(journal), zone: session.workspace.config.zone }
  return {
    ...asked,
    mask,
    runs,
    parts: await protocolParts(store, parts, telling),
    told: await protocolRuns(store, runs),
    handedOut: new Set(control.parts.flatMap(({ cases }) => cases.map(({ case_id }) => case_id))),
  }
}

function makeProtocol(
  session: Session,
  facts: ProtocolFacts,
  scope: ProtocolScope,
): Omit<ProtocolDocument, 'trail_head' | 'revealed_for'> {
  const { control, reveal, mask, handedOut } = facts
  const { zone, retention } = session.workspace.config
  const { plan } = control
  const { from, to } = plan.body
  const parts = partsIn(control, scope)
  const draws = drawsIn(control, scope)
  const named = peopleIn(parts, draws, plan.body)
  const runs = runsOf(parts, facts.runs)
  const [{ reading }] = runs.values() as Iterable<{ reading: Reading }> as [{ reading: Reading }]
  return {
    schema: 'loggkoll/protocol/1',
    language: session.language,
    tool: toolVersion,
    zone,
    prepared: session.io.now().toISOString(),
    control_id: control.control_id,
    kind: plan.body.kind,
    cause: plan.body.cause,
    reason: plan.body.reason,
    target: targetText(reading, mask, plan.body),
    from,
    to,
    case_number: plan.body.case_number,
    archive_months: retention.protocols_months,
    planned: { time: plan.time, by: plan.as === null ? plan.os_user : mask.user(plan.as) },
    draft: parts.length === 0 || parts.some(({ stage }) => stage !== 'signed'),
    parts: facts.parts.filter((one) => scope === 'all' || one.care_unit_id === scope.care_unit_id),
    draws: protocolDraws({ reading, mask }, draws, control.draws, handedOut),
    runs: facts.told.filter(({ run_id }) => runs.has(run_id)),
    masked: reveal ? 0 : maskedAmong(mask, named),
  }
}

/** The runs that the parts were handed out from; of none, the one that stands for them. */
function runsOf(parts: readonly ControlPart[], all: ProtocolFacts['runs']): ProtocolFacts['runs'] {
  if (parts.length === 0) return all
  const ids = new Set(parts.flatMap(({ packets }) => packets.map(({ body }) => body.run_id)))
  return new Map([...all].filter(([run_id]) => ids.has(run_id)))
}

/** How many of those named stand under a pseudonym. */
function maskedAmong(mask: Mask, named: readonly Named[]): number {
  const hidden = named.flatMap(({ user_id, patient_id }) => [
    ...(user_id !== null && mask.isMasked('user', user_id) ? [mask.user(user_id)] : []),
    ...(patient_id !== null && mask.isMasked('patient', patient_id) ? [mask.patient(patient_id)] : []),
  ])
  return new Set(hidden).size
}

/** Whom or what a targeted control is aimed at. */
function targetText(reading: Reading, mask: Mask, { target }: Entry<'planned'>): string | null {
  const { user_id, patient_id, care_unit_id } = target
  const told = [
    ...(user_id === null ? [] : [userLabel(reading, mask.user(user_id))]),
    ...(patient_id === null ? [] : [patientLabel(reading, mask.patient(patient_id))]),
    ...(care_unit_id === null ? [] : [unitName(reading, care_unit_id)]),
  ]
  return told.length === 0 ? null : told.join(', ')
}
