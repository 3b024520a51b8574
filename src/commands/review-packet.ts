import { Temporal } from 'temporal-polyfill'
import type { Mask } from '../audit/mask.ts'
import { reviewWords } from '../language/review/index.ts'
import type { Packet } from '../model/packet.ts'
import type { Entry } from '../model/review.ts'
import { makePacket, type PacketSubject } from '../reports/packet/make-packet.ts'
import { dayText, periodText } from '../reports/moments.ts'
import { unitName, userLabel } from '../reports/naming.ts'
import { readIn } from '../reports/reading.ts'
import { readCaseLookups } from '../review/case-lookups.ts'
import type { Store } from '../store/store.ts'
import { makeReport } from './make-report.ts'
import type { Desk } from './review-desk.ts'
import type { Session } from './session.ts'

type HandOut = Entry<'handed_out'>

interface Telling {
  readonly mask: Mask
  readonly trail_head: string
}

/** Tells what was handed out in the words of its reader, masked, with what the run says of it now. */
export async function tellPacket(
  session: Session,
  store: Store,
  desk: Desk,
  handOut: HandOut,
  { elsewhere, ...telling }: Telling & { readonly elsewhere: number },
): Promise<Packet> {
  const tell = await packetTeller(session, store, desk, [handOut], telling)
  return tell(handOut, elsewhere)
}

/**
 * Tells any of some packets: the run is read and masked once for all of them.
 * @returns what tells one; its `elsewhere` is how many cases of the unit go to another reviewer
 */
export async function packetTeller(
  session: Session,
  store: Store,
  desk: Desk,
  handOuts: readonly HandOut[],
  { mask, trail_head }: Telling,
): Promise<(handOut: HandOut, elsewhere: number) => Packet> {
  const lookups = await readCaseLookups(
    store,
    handOuts
      .flatMap(({ cases }) => cases)
      .map((one) => ({
        case_id: one.case_id,
        lookup_ids: one.lookups.map(({ lookup_id }) => lookup_id),
      })),
  )
  const everyone = [...lookups.values()].flat()
  const reviewing = handOuts.map(({ reviewer }) => ({ user_id: reviewer, patient_id: null }))
  const report = await makeReport(session, store, desk.run, {
    reveal: false,
    minSeverity: 'info',
    mask,
    also: [...everyone, ...reviewing],
  })
  const reading = readIn(report, session.language)
  const words = reviewWords(session.language)
  const files = new Map(report.cases.map((file) => [file.case_id, file]))
  const findings = new Map(report.document.findings.map((finding) => [finding.finding_id, finding]))
  const masked = <T extends { user_id: string; patient_id: string | null }>(row: T): T => ({
    ...row,
    user_id: mask.user(row.user_id),
    patient_id: row.patient_id === null ? null : mask.patient(row.patient_id),
  })
  const { plan } = desk
  const now = Temporal.Instant.fromEpochMilliseconds(session.io.now().getTime()).toZonedDateTimeISO(
    session.workspace.config.zone,
  )
  const prepared_on = now.toPlainDate().toString()
  return (handOut, elsewhere) => {
    const subjects = handOut.cases.map((one): PacketSubject => ({
      case_id: one.case_id,
      source: one.source,
      subject: one.subject,
      user_id: one.user_id === null ? null : mask.user(one.user_id),
      patient_id: one.patient_id === null ? null : mask.patient(one.patient_id),
      file: one.source === 'rules' ? files.get(one.case_id) : undefined,
      findings: one.findings.flatMap(({ finding_id }) => findings.get(finding_id) ?? []),
      rows: (lookups.get(one.case_id) ?? []).map(masked),
    }))
    const gone = subjects.filter(({ source, findings: left }) => source === 'rules' && left.length === 0).length
    return makePacket(
      reading,
      {
        packet_id: handOut.packet_id,
        control_id: handOut.control_id,
        language: session.language,
        prepared: reading.words.at(dayText(reading, prepared_on), now.toPlainTime().toString().slice(0, 5)),
        prepared_on,
        unit: handOut.care_unit_id === null ? words.centralUnit : unitName(reading, handOut.care_unit_id),
        care_unit_id: handOut.care_unit_id,
        reviewer: userLabel(reading, handOut.reviewer),
        period: periodText(reading),
        kind:
          plan.cause === null
            ? words.controlKinds[plan.kind]
            : `${words.controlKinds[plan.kind]}: ${words.causes[plan.cause]}`,
        reason: plan.reason,
        case_number: plan.case_number,
        archive: words.archive(session.workspace.config.retention.protocols_months),
        notices: gone === 0 ? [] : [words.explainedLater],
        outside: handOut.outside,
        elsewhere,
        trail_head,
      },
      subjects,
    )
  }
}
