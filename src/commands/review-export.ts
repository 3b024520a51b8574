import { randomBytes, randomInt } from 'node:crypto'
import { extname } from 'node:path'
import { makeMask } from '../audit/mask.ts'
import { reviewWords } from '../language/review/index.ts'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Packet } from '../model/packet.ts'
import type { Entry, Noted, ReviewerRole } from '../model/review.ts'
import { packetPage } from '../reports/packet/html.ts'
import { minutesOf } from '../reports/packet/make-packet.ts'
import { sealPacket } from '../reports/packet/seal.ts'
import { aboutUnit } from '../review/asked-about.ts'
import { readControls } from '../review/controls.ts'
import { isNamed, type Portion } from '../review/hand-out.ts'
import { planRecurring } from '../review/plan.ts'
import type { Reviewers } from '../review/reviewers.ts'
import { readRun } from '../audit/keep-run.ts'
import { openStore } from '../workspace/workspace.ts'
import { chosenControl, type Desk, openDesk, openJournal, writeJournal } from './review-desk.ts'
import { tellPacket } from './review-packet.ts'
import { type ExportOptions, portionOf, whoGetsIt } from './review-portion.ts'
import { givenPassphrase } from './seal.ts'
import type { Session } from './session.ts'
import type { Store } from '../store/store.ts'

/** An hour: no one reviews longer with an open eye. */
const mostMinutes = 60

/** `review export --unit U -o FILE.html|.xlsx`: hands the cases of a unit to its reviewer. */
export async function reviewExport(session: Session, options: ExportOptions): Promise<Exit> {
  const format = formatOf(session)
  // Before anything is done: what is refused leaves no trace.
  const passphrase = format === 'html' ? givenPassphrase(session.io.env) : undefined
  const unit =
    options.central || options.second ? null : options.unit === undefined ? undefined : directoryId(options.unit)
  if (unit === undefined) {
    throw new Fault(Exit.usage, 'it is not said whose packet it is', 'name --unit ID, --central or --second')
  }
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const plan = await planOf(session, store, options.control)
    const asked = options.reviewer === undefined ? [] : [directoryId(options.reviewer)]
    const desk = await openDesk(session, store, plan, asked, (control, run) => aboutUnit(plan, control, run, unit))
    const { reviewer, role } = whoGetsIt(desk, unit, options)
    const { portion, outside } = await portionOf(session, store, desk, unit, reviewer, options)
    const mask = await makeMask(store, session, false)
    const packet_id = packetIdOf(session, desk, unit, reviewer, role, portion)
    const handOut = handOutOf(desk, { packet_id, unit, reviewer, role, portion, outside })
    if (!handOut) throw nothingToHandOut(session, portion)
    const trail_head = session.leaveTrail(handOut.entry.cases.length)
    const packet = await tellPacket(session, store, desk, handOut.entry, {
      mask,
      trail_head,
      // What of all the units goes to their own reviewers is no news to the central one.
      elsewhere: unit === null ? 0 : portion.elsewhere.length,
    })
    await writePacket(session, packet, format, passphrase)
    if (handOut.isNew) writeJournal(session, (known) => entriesOf(desk, handOut.entry, known))
    say(session, packet, unit === null ? [] : portion.elsewhere, handOut.isNew)
    if (unit !== null) sayWhoIsMissing(session, desk.reviewers, unit)
    return Exit.done
  } finally {
    store.close()
  }
}

const formats = ['html', 'xlsx', 'json'] as const
type Format = (typeof formats)[number]

function formatOf(session: Session): Format {
  const { output, format } = session.options
  if (output === undefined)
    throw new Fault(Exit.usage, 'a packet is a file', 'name it with -o FILE.html or -o FILE.xlsx')
  const ending = format ?? extname(output).slice(1)
  const known = formats.find((one) => one === ending)
  if (known) return known
  throw new Fault(Exit.usage, `there is no packet of the form ${ending}`, `forms: ${formats.join(', ')}`)
}

/** The control named; else the one planned last; else the recurring one of the latest run. */
async function planOf(session: Session, store: Store, id: string | undefined): Promise<Entry<'planned'>> {
  const { controls } = openJournal(session)
  if (id !== undefined || controls.length > 0) return chosenControl(controls, id).plan.body
  const run = await readRun(store, null)
  if (!run) throw new Fault(Exit.data, 'there is no run to hand out', 'ask the rules first: loggkoll audit')
  const { from, to } = run.document.run
  return planRecurring(session.workspace.keyring, { from, to }, null)
}

/** The same packet has the same id; what is handed out once more, since it is explained less or a tie is new, has another. */
function packetIdOf(
  session: Session,
  { plan, control }: Desk,
  unit: string | null,
  reviewer: string,
  role: ReviewerRole,
  { mine }: Portion,
): string {
  const before = (control?.parts ?? []).reduce((sum, { packets }) => sum + packets.length, 0)
  const cases = mine.flatMap(({ case_id, lookups }) => [case_id, ...lookups.map(({ lookup_id }) => lookup_id)])
  const place = role === 'second' ? role : String(before)
  return session.workspace.keyring.id('P', [plan.control_id, unit, reviewer, place, ...cases])
}

interface ToHandOut {
  readonly packet_id: string
  readonly unit: string | null
  readonly reviewer: string
  readonly role: ReviewerRole
  readonly portion: Portion
  readonly outside: number
}

/**
 * What is handed out now; without anything new the last packet again. A unit of a recurring control gets its packet even when
 * it is empty, so that the control can be signed there; undefined where all there is goes to somebody else.
 */
function handOutOf(
  { journal, plan, run, control }: Desk,
  { packet_id, unit, reviewer, role, portion, outside }: ToHandOut,
): { entry: Entry<'handed_out'>; isNew: boolean } | undefined {
  const part = role === 'second' ? undefined : control?.parts.find(({ care_unit_id }) => care_unit_id === unit)
  const last = part?.packets.findLast(({ body }) => body.reviewer === reviewer)?.body
  if (portion.mine.length === 0 && last) return { entry: last, isNew: false }
  const same = packetIn(journal, packet_id)
  if (same) return { entry: same, isNew: false }
  const isEmpty = portion.mine.length === 0
  if (isEmpty && (plan.kind !== 'recurring' || unit === null || portion.elsewhere.length > 0)) return undefined
  const entry: Entry<'handed_out'> = {
    entry: 'handed_out',
    control_id: plan.control_id,
    packet_id,
    care_unit_id: unit,
    reviewer,
    role,
    run_id: run.document.run.run_id,
    rules: Object.fromEntries(run.document.run.rules.map(({ rule, version }) => [rule, version])),
    minutes: portion.mine.reduce((sum, one) => sum + minutesOf(one), 0),
    cases: portion.mine.map((one) => ({
      case_id: one.case_id,
      source: one.source,
      subject: one.subject,
      user_id: one.user_id,
      patient_id: one.patient_id,
      care_unit_id: one.care_unit_id,
      lookups: one.lookups,
      findings: one.findings,
    })),
    outside,
  }
  return { entry, isNew: true }
}

function nothingToHandOut(session: Session, { elsewhere }: Portion): Fault {
  const words = reviewWords(session.language)
  const [first] = elsewhere
  if (!first) return new Fault(Exit.data, 'there is nothing to hand out', 'loggkoll review status says what there is')
  return new Fault(
    Exit.notAllowed,
    words.elsewhere(elsewhere.length, first.role === null ? '' : words.roles[first.role], first.reviewer ?? '–'),
    first.reviewer === null ? undefined : `hand it out with --reviewer ${first.reviewer}`,
  )
}

function entriesOf(
  { plan }: Desk,
  handOut: Entry<'handed_out'>,
  known: Parameters<Parameters<typeof writeJournal>[1]>[0],
): (Entry<'planned'> | Entry<'handed_out'>)[] {
  const isPlanned = readControls(known).some(({ control_id }) => control_id === plan.control_id)
  return [...(isPlanned ? [] : [plan]), ...(packetIn(known, handOut.packet_id) ? [] : [handOut])]
}

/** A packet as it was handed out; second reviewers' packets are in no part of a control. */
function packetIn(journal: readonly Noted[], packet_id: string): Entry<'handed_out'> | undefined {
  const bodies = journal.map(({ body }) => body)
  return bodies.find((body) => body.entry === 'handed_out' && body.packet_id === packet_id) as
    | Entry<'handed_out'>
    | undefined
}

async function writePacket(session: Session, packet: Packet, format: Format, given: string | undefined): Promise<void> {
  if (format === 'json') session.write(`${JSON.stringify(packet, null, 2)}\n`)
  else if (format === 'xlsx') {
    const { packetWorkbook } = await import('../reports/packet/workbook.ts')
    session.write(await packetWorkbook(packet))
  } else {
    const passphrase = given ?? makePassphrase()
    const chance = { salt: new Uint8Array(randomBytes(16)), iv: new Uint8Array(randomBytes(12)) }
    session.write(packetPage(packet, await sealPacket(packet, passphrase, chance)))
    if (given === undefined) session.io.err(reviewWords(session.language).passphrase(passphrase))
  }
}

/** No letters that look alike; sixteen of them are 79 bits. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz'

/** A passphrase that can be read aloud: four groups of four letters and digits. */
function makePassphrase(): string {
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}

function say(session: Session, packet: Packet, elsewhere: Portion['elsewhere'], isNew: boolean): void {
  const words = reviewWords(session.language)
  const file = session.options.output ?? ''
  if (isNew) session.note(words.handedOut(packet.packet_id, packet.cases.length, packet.minutes, file))
  else session.note(words.handedOutAgain(packet.packet_id, file))
  if (packet.minutes > mostMinutes) session.note(words.overAnHour)
  for (const group of Map.groupBy(elsewhere, ({ reviewer }) => reviewer).values()) {
    const { reviewer, role } = group[0]!
    session.note(
      reviewer === null || role === null
        ? words.nobody(group.length)
        : words.elsewhere(group.length, words.roles[role], reviewer),
    )
  }
}

function sayWhoIsMissing(session: Session, reviewers: Reviewers, unit: string): void {
  if (isNamed(reviewers, unit)) return
  const words = reviewWords(session.language)
  session.note(reviewers.all.length === 0 ? words.noReviewers : words.noReviewerOf(unit))
}
