import { extname } from 'node:path'
import { makeMask } from '../audit/mask.ts'
import { reviewWords } from '../language/review/index.ts'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Packet } from '../model/packet.ts'
import type { Entry } from '../model/review.ts'
import { aboutUnit } from '../review/asked-about.ts'
import { isNamed, type Portion } from '../review/hand-out.ts'
import type { Reviewers } from '../review/reviewers.ts'
import { openStore } from '../workspace/workspace.ts'
import { packetFile, packetFormat, type PacketFormat } from './packet-file.ts'
import { type Desk, openDesk } from './review-desk.ts'
import { enterHandOuts, handOutOf, packetIn, planOf, type ToHandOut } from './review-hand-out.ts'
import { tellPacket } from './review-packet.ts'
import { type ExportOptions, portionOf, whoGetsIt } from './review-portion.ts'
import { givenPassphrase } from './seal.ts'
import type { Session } from './session.ts'

/** An hour: no one reviews longer with an open eye. */
const mostMinutes = 60

/** `review export --unit U -o FILE.html|.xlsx`: hands the cases of a unit to its reviewer; with `--all` everyone's. */
export async function reviewExport(session: Session, options: ExportOptions): Promise<Exit> {
  if (options.all) {
    const { reviewExportAll } = await import('./review-export-all.ts')
    return reviewExportAll(session, options)
  }
  const format = formatOf(session)
  // Before anything is done: what is refused leaves no trace.
  const given = format === 'html' ? givenPassphrase(session.io.env) : undefined
  const unit =
    options.central || options.second ? null : options.unit === undefined ? undefined : directoryId(options.unit)
  if (unit === undefined) {
    throw new Fault(Exit.usage, 'it is not said whose packet it is', 'name --unit ID, --all, --central or --second')
  }
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const plan = await planOf(session, store, options.control)
    const asked = options.reviewer === undefined ? [] : [directoryId(options.reviewer)]
    const desk = await openDesk(session, store, plan, asked, (control, run) => aboutUnit(plan, control, run, unit))
    const { reviewer, role } = whoGetsIt(desk, unit, options)
    const { portion, outside } = await portionOf(session, store, desk, unit, reviewer, options)
    const mask = await makeMask(store, session, false)
    const toHandOut = { unit, reviewer, role, cases: portion.mine, outside: outside.length }
    const handOut = packetNow(session, desk, toHandOut, portion)
    if (!handOut) throw nothingToHandOut(session, portion)
    const trail_head = session.leaveTrail(handOut.entry.cases.length)
    const packet = await tellPacket(session, store, desk, handOut.entry, {
      mask,
      trail_head,
      // What of all the units goes to their own reviewers is no news to the central one.
      elsewhere: unit === null ? 0 : portion.elsewhere.length,
    })
    const { content, passphrase } = await packetFile(packet, format, given)
    session.write(content)
    if (passphrase !== null) session.io.err(reviewWords(session.language).passphrase(passphrase))
    if (handOut.isNew) enterHandOuts(session, desk, [handOut.entry])
    say(session, packet, unit === null ? [] : portion.elsewhere, handOut.isNew)
    if (unit !== null) sayWhoIsMissing(session, desk.reviewers, unit)
    return Exit.done
  } finally {
    store.close()
  }
}

function formatOf(session: Session): PacketFormat {
  const { output, format } = session.options
  if (output === undefined)
    throw new Fault(Exit.usage, 'a packet is a file', 'name it with -o FILE.html or -o FILE.xlsx')
  return packetFormat(format ?? extname(output).slice(1))
}

/**
 * What is handed out now; without anything new the last packet again. A unit of a recurring control gets its packet even when
 * it is empty, so that the control can be signed there; undefined where all there is goes to somebody else.
 */
function packetNow(
  session: Session,
  desk: Desk,
  one: ToHandOut,
  { elsewhere }: Portion,
): { entry: Entry<'handed_out'>; isNew: boolean } | undefined {
  const { unit, reviewer, role, cases } = one
  const isEmpty = cases.length === 0
  const part = role === 'second' ? undefined : desk.control?.parts.find(({ care_unit_id }) => care_unit_id === unit)
  const last = part?.packets.findLast(({ body }) => body.reviewer === reviewer)?.body
  if (isEmpty && last) return { entry: last, isNew: false }
  const made = handOutOf(session, desk, one)
  const same = packetIn(desk.journal, made.packet_id)
  if (same) return { entry: same, isNew: false }
  if (isEmpty && (desk.plan.kind !== 'recurring' || unit === null || elsewhere.length > 0)) return undefined
  return { entry: made, isNew: true }
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
