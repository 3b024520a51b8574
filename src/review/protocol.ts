import type { Entry, Noted } from '../model/review.ts'
import { type Control, type ControlPart, entriesOf, type ReviewedCase } from './controls.ts'

/** What a protocol is about: the whole control, one unit of it, or what the central reviewer got. */
export type ProtocolScope = { readonly care_unit_id: string | null } | 'all'

/** The parts of a control that a protocol tells of. */
export function partsIn(control: Control, scope: ProtocolScope): readonly ControlPart[] {
  return scope === 'all' ? control.parts : control.parts.filter((part) => part.care_unit_id === scope.care_unit_id)
}

/** The draws that a protocol tells of, each with what of it lies within the protocol's unit. */
export function drawsIn(control: Control, scope: ProtocolScope): Noted<Entry<'drawn'>>[] {
  if (scope === 'all') return [...control.draws]
  const parts = partsIn(control, scope)
  const held = new Set(parts.flatMap(({ cases }) => cases.map(({ case_id }) => case_id)))
  return control.draws.flatMap((draw) => {
    const items = draw.body.items.filter(
      ({ case_id, care_unit_id }) =>
        held.has(case_id) || (scope.care_unit_id !== null && care_unit_id === scope.care_unit_id),
    )
    const isOfUnit = scope.care_unit_id !== null && draw.body.care_unit_id === scope.care_unit_id
    return items.length > 0 || isOfUnit ? [{ ...draw, body: { ...draw.body, items } }] : []
  })
}

/** When each packet's reviewer said to be neither party nor next of kin. */
export function declarationsOf(journal: readonly Noted[]): ReadonlyMap<string, string> {
  return new Map(entriesOf(journal)('declared').map(({ time, body }) => [body.packet_id, time]))
}

/** Who judged anew what another had found unjustified. */
export function secondReviewers(cases: readonly ReviewedCase[]): string[] {
  return [
    ...new Set(cases.flatMap(({ decisions }) => decisions.flatMap(({ body }) => (body.second ? [body.reviewer] : [])))),
  ]
}

/** Everyone whom a protocol names: who is reviewed, whose record, who reviews. */
export function peopleIn(
  parts: readonly ControlPart[],
  draws: readonly Noted<Entry<'drawn'>>[],
  plan: Entry<'planned'>,
): { readonly user_id: string | null; readonly patient_id: string | null }[] {
  const staff = (user_id: string) => ({ user_id, patient_id: null })
  return [
    plan.target,
    ...parts.flatMap(({ packets, cases, signed }) => [
      ...packets.map(({ body }) => staff(body.reviewer)),
      ...(signed === null ? [] : [staff(signed.body.reviewer)]),
      ...cases.flatMap((one) => [one, ...one.lookups, ...one.decisions.map(({ body }) => staff(body.reviewer))]),
    ]),
    ...draws.flatMap(({ body }) => [...body.items, ...body.left_out.map(({ user_id }) => staff(user_id))]),
  ]
}
