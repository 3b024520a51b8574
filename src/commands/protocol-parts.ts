import { z } from 'zod'
import type { ProtocolDraw, ProtocolPart } from '../model/protocol-document.ts'
import type { Entry, Noted } from '../model/review.ts'
import { reviewWords } from '../language/review/index.ts'
import { patientLabel, unitName, userLabel } from '../reports/naming.ts'
import type { Reading } from '../reports/reading.ts'
import { readCaseLookups } from '../review/case-lookups.ts'
import type { ControlPart } from '../review/controls.ts'
import { followUps } from '../review/follow-up.ts'
import { secondReviewers } from '../review/protocol.ts'
import { nextWorkingDay } from '../review/working-days.ts'
import type { Store } from '../store/store.ts'
import { type CaseTelling, personOf, protocolCase } from './protocol-cases.ts'
import type { RunReading } from './protocol-runs.ts'

interface PartTelling extends Pick<CaseTelling, 'mask'> {
  readonly runs: ReadonlyMap<string, RunReading>
  readonly declared: ReadonlyMap<string, string>
  readonly zone: string
}

const Provider = z.object({
  care_unit_id: z.string(),
  care_provider_id: z.string().nullable(),
  care_provider: z.string().nullable(),
})

/** The control in each unit, in words and masked. */
export async function protocolParts(
  store: Store,
  parts: readonly ControlPart[],
  telling: PartTelling,
): Promise<ProtocolPart[]> {
  const cases = parts.flatMap((part) => part.cases)
  const lookups = await readCaseLookups(
    store,
    cases.map(({ case_id, lookups }) => ({ case_id, lookup_ids: lookups.map(({ lookup_id }) => lookup_id) })),
  )
  const providers = new Map((await store.rows('review/unit-providers', Provider)).map((one) => [one.care_unit_id, one]))
  const runOf = new Map(parts.flatMap(({ packets }) => packets.map(({ body }) => [body.packet_id, body.run_id])))
  const [first] = telling.runs.values()
  const tell = (packet_id: string): CaseTelling => ({
    ...(telling.runs.get(runOf.get(packet_id) ?? '') ?? first!),
    mask: telling.mask,
  })
  return parts.map((part): ProtocolPart => {
    const { care_unit_id, stage, outcome, signed, packets } = part
    const last = packets.at(-1)!
    const told = tell(last.body.packet_id)
    const { reading } = told
    const provider = providers.get(care_unit_id ?? '')
    return {
      care_unit_id,
      unit: care_unit_id === null ? reviewWords(reading.language).centralUnit : unitName(reading, care_unit_id),
      care_provider_id: provider?.care_provider_id ?? null,
      care_provider: provider?.care_provider ?? null,
      stage,
      outcome: stage === 'handed_out' ? null : outcome,
      signed: signed && {
        time: signed.time,
        reviewer: personOf(told, signed.body.reviewer),
        role: packets.findLast(({ body }) => body.reviewer === signed.body.reviewer)?.body.role ?? null,
        note: signed.body.note,
      },
      second_reviewers: secondReviewers(part.cases).map((id) => personOf(told, id)),
      packets: packets.map(({ time, body }) => ({
        packet_id: body.packet_id,
        handed_at: time,
        reviewer: personOf(told, body.reviewer),
        role: body.role,
        run_id: body.run_id,
        cases: body.cases.length,
        minutes: body.minutes,
        declared_at: telling.declared.get(body.packet_id) ?? null,
      })),
      outside: last.body.outside,
      population:
        care_unit_id === null
          ? null
          : (reading.report.summary.by_unit.find((unit) => unit.care_unit_id === care_unit_id)?.lookups ?? null),
      cases: part.cases.map((one) => protocolCase(tell(one.packet_id), one, lookups.get(one.case_id) ?? [])),
      follow_ups: followUps(part.cases, (instant) => nextWorkingDay(instant, telling.zone)).map(
        ({ case_id, aware_at, authority_due, second_due, confirmed, isClosed, steps }) => ({
          case_id,
          aware_at,
          authority_due,
          second_due,
          confirmed,
          closed: isClosed,
          steps: [...steps],
        }),
      ),
    }
  })
}

/** Random selections, in words and masked. @param handedOut what of them has been handed out */
export function protocolDraws(
  { reading, mask }: Pick<CaseTelling, 'reading' | 'mask'>,
  draws: readonly Noted<Entry<'drawn'>>[],
  all: readonly Noted<Entry<'drawn'>>[],
  handedOut: ReadonlySet<string>,
): ProtocolDraw[] {
  return draws.map(({ sequence, body }): ProtocolDraw => ({
    draw_id: body.draw_id,
    method: body.method,
    unit: body.care_unit_id === null ? null : unitName(reading, body.care_unit_id),
    from: body.from,
    to: body.to,
    size: body.size,
    seed: body.seed,
    population: body.population,
    population_sha256: body.population_sha256,
    drawn: all.find((one) => one.sequence === sequence)?.body.items.length ?? body.items.length,
    minutes: body.minutes,
    left_out: body.left_out.map(({ user_id, cause }) => ({ who: userLabel(reading, mask.user(user_id)), cause })),
    items: body.items.map(({ case_id, user_id, patient_id, care_unit_id, day, lookup_ids, subject }) => ({
      case_id,
      who: user_id === null ? reading.words.cases.severalUsers : userLabel(reading, mask.user(user_id)),
      whose: whoseRecord(reading, subject, patient_id === null ? null : mask.patient(patient_id)),
      unit: unitName(reading, care_unit_id),
      day,
      lookups: lookup_ids.length,
      handed_out: handedOut.has(case_id),
    })),
  }))
}

/** A day of somebody or of a unit holds the records of many. */
function whoseRecord(reading: Reading, subject: string, patient_id: string | null): string {
  const isOfMany = subject === 'user_day' || subject === 'unit_day'
  return isOfMany && patient_id === null ? reading.words.cases.severalPatients : patientLabel(reading, patient_id)
}
