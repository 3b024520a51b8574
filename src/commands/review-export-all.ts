import { makeMask } from '../audit/mask.ts'
import { reviewWords } from '../language/review/index.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Packet } from '../model/packet.ts'
import type { Entry } from '../model/review.ts'
import { listTable } from '../reports/list-table.ts'
import { aboutUnit } from '../review/asked-about.ts'
import { type Dealt, dealToAll } from '../review/hand-out.ts'
import type { Store } from '../store/store.ts'
import { openStore } from '../workspace/workspace.ts'
import { asFileName, OutputFolder } from './output-folder.ts'
import { packetFile, packetFormat, type PacketFormat } from './packet-file.ts'
import { type Choice, chooseCandidates } from './review-candidates.ts'
import { type Desk, openDesk } from './review-desk.ts'
import { enterHandOuts, handOutOf, packetIn, planOf, type ToHandOut } from './review-hand-out.ts'
import { packetTeller } from './review-packet.ts'
import type { ExportOptions } from './review-portion.ts'
import { givenPassphrase } from './seal.ts'
import type { Session } from './session.ts'

/** A packet that lies in the folder, as the list of them says it. */
interface Written {
  readonly packet: Packet
  readonly file: string
  readonly passphrase: string | null
}

/**
 * `review export --all -o FOLDER`: hands what is new in a control to everyone who reviews something of it, a file each: the
 * reviewers of its units, their deputies, the central ones. What was handed out before is not written again.
 */
export async function reviewExportAll(session: Session, options: ExportOptions): Promise<Exit> {
  const format = packetFormat(session.options.format ?? 'html')
  const given = format === 'html' ? givenPassphrase(session.io.env) : undefined
  mustStandAlone(options)
  const folder = OutputFolder.of(session)
  const words = reviewWords(session.language)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const plan = await planOf(session, store, options.control)
    const desk = await openDesk(session, store, plan, [], (control, run) => aboutUnit(plan, control, run, null))
    if (desk.reviewers.all.length === 0) {
      throw new Fault(
        Exit.usage,
        'no reviewers are loaded, so nobody knows whose the cases are',
        'load them (loggkoll ingest reviewer.csv --kind reviewer), or name one: --unit ID --reviewer HSA-ID',
      )
    }
    const most = options.budget ?? session.workspace.config.budget
    const choice = await chooseCandidates(session, store, desk, null, most)
    const { dealt, nobody } = dealToAll(choice.candidates, desk.reviewers)
    const handOuts = [...dealt, ...emptyOnes(desk, choice)]
      .toSorted(byUnit)
      .map((one) => handOutOf(session, desk, ofOne(one, choice)))
      .filter(({ packet_id }) => packetIn(desk.journal, packet_id) === undefined)
    if (handOuts.length === 0) session.note(words.nothingNew)
    else {
      const written = await writePackets(session, store, { desk, choice, handOuts }, { folder, format, given })
      list(session, written)
      enterHandOuts(session, desk, handOuts)
      session.note(words.handedOutAll(written.length, folder.path))
      if (written.some(({ passphrase }) => passphrase !== null)) session.note(words.passphrases)
    }
    if (nobody.length > 0) session.note(words.nobody(nobody.length))
    return Exit.done
  } finally {
    store.close()
  }
}

interface AllHandOuts {
  readonly desk: Desk
  readonly choice: Choice
  readonly handOuts: readonly Entry<'handed_out'>[]
}

/** Where packets are written, and how. */
interface Place {
  readonly folder: OutputFolder
  readonly format: PacketFormat
  /** The passphrase of all pages; without it each gets its own. */
  readonly given: string | undefined
}

async function writePackets(
  session: Session,
  store: Store,
  { desk, choice, handOuts }: AllHandOuts,
  { folder, format, given }: Place,
): Promise<Written[]> {
  const mask = await makeMask(store, session, false)
  // One line for all of them: the journal says who was handed what.
  const trail_head = session.leaveTrail(handOuts.reduce((sum, { cases }) => sum + cases.length, 0))
  const tell = await packetTeller(session, store, desk, handOuts, { mask, trail_head })
  const ofUnit = Map.groupBy(choice.candidates, ({ care_unit_id }) => care_unit_id)
  const written: Written[] = []
  await folder.fill(handOuts, async (handOut) => {
    const { care_unit_id: unit, cases, packet_id } = handOut
    const packet = tell(handOut, unit === null ? 0 : (ofUnit.get(unit) ?? []).length - cases.length)
    const { content, passphrase } = await packetFile(packet, format, given)
    const file = await folder.add(`${asFileName(unit)}-${packet_id}.${format}`, content)
    written.push({ packet, file, passphrase })
  })
  return written
}

/** What is of no unit last; of one unit by reviewer. */
function byUnit(a: Dealt, b: Dealt): number {
  const keyOf = ({ unit, reviewer }: Dealt): string => JSON.stringify([unit === null, unit, reviewer])
  return keyOf(a) < keyOf(b) ? -1 : 1
}

function mustStandAlone({ unit, central, second, reviewer, instead }: ExportOptions): void {
  const others = {
    '--unit': unit,
    '--central': central,
    '--second': second,
    '--reviewer': reviewer,
    '--instead': instead,
  }
  const named = Object.entries(others).find(([, value]) => value !== undefined)
  if (named) throw new Fault(Exit.usage, `--all is everyone's, and ${named[0]} one's`, 'give one of the two')
}

/**
 * A unit of a recurring control gets its packet even when it is empty, so that the control can be signed there: those with
 * lookups and a reviewer that have not been handed anything, and of which nothing goes to somebody else.
 */
function emptyOnes({ plan, control, run, reviewers }: Desk, { candidates }: Choice): Dealt[] {
  if (plan.kind !== 'recurring') return []
  const taken = new Set([
    ...candidates.map(({ care_unit_id }) => care_unit_id),
    ...(control?.parts ?? []).flatMap((part) => [part.care_unit_id, ...part.cases.map((one) => one.care_unit_id)]),
  ])
  return run.summary.by_unit.flatMap(({ care_unit_id }) => {
    if (care_unit_id === null || taken.has(care_unit_id)) return []
    const ofUnit = reviewers.all.filter((one) => one.care_unit_id === care_unit_id)
    const first = ofUnit.find(({ role }) => role === 'reviewer') ?? ofUnit.find(({ role }) => role === 'deputy')
    return first ? [{ unit: care_unit_id, reviewer: first.user_id, role: first.role, mine: [] }] : []
  })
}

function ofOne({ unit, reviewer, role, mine }: Dealt, { outside }: Choice): ToHandOut {
  const left = unit === null ? outside : outside.filter(({ care_unit_id }) => care_unit_id === unit)
  return { unit, reviewer, role, cases: mine, outside: left.length }
}

/** Which file is whose: a table on a terminal, else a list for a mail merge. */
function list(session: Session, written: readonly Written[]): void {
  const { packets } = reviewWords(session.language)
  const hasPassphrases = written.some(({ passphrase }) => passphrase !== null)
  const heads = [packets.unit, packets.reviewer, packets.cases, packets.minutes, packets.file]
  const rows = written.map(({ packet, file, passphrase }) => [
    packet.unit,
    packet.reviewer,
    String(packet.cases.length),
    String(packet.minutes),
    file,
    ...(passphrase === null ? [] : [passphrase]),
  ])
  const { columns } = session.io
  session.io.out(
    listTable(
      hasPassphrases ? [...heads, packets.passphrase] : heads,
      rows,
      columns === undefined ? 'csv' : 'table',
      columns,
    ),
  )
}
