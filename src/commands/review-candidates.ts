import type { CaseFile } from '../model/audit-document.ts'
import type { DrawnItem, HandedCase } from '../model/review.ts'
import { readCaseLookups } from '../review/case-lookups.ts'
import {
  type Candidate,
  candidateOfCase,
  candidateOfItem,
  findingsById,
  lookupsOf,
  openCases,
} from '../review/hand-out.ts'
import { readTarget } from '../review/target.ts'
import type { Store } from '../store/store.ts'
import type { Desk } from './review-desk.ts'
import type { Session } from './session.ts'

/** What may be handed out of a control. */
export interface Choice {
  readonly candidates: readonly Candidate[]
  /** Cases of the rules that the budget leaves outside. */
  readonly outside: readonly CaseFile[]
}

/**
 * What of a control has not been handed out yet.
 * @param unit one unit; null is all of them, for the central reviewer
 * @param budget so many cases of the rules for each unit and control; a targeted control hands out all of its target
 */
export async function chooseCandidates(
  session: Session,
  store: Store,
  desk: Desk,
  unit: string | null,
  budget: number,
): Promise<Choice> {
  const { plan, run } = desk
  const findings = findingsById(run)
  const inUnit = ({ care_unit_id }: { care_unit_id: string | null }): boolean => unit === null || care_unit_id === unit
  const files = openCases(run, desk.cases).filter(inUnit)
  const isTargeted = plan.kind === 'targeted'
  const aimed = isTargeted ? files.filter((file) => isAimedAt(desk, file)) : withinBudget(desk, files, budget)
  const kept = new Set(aimed)
  const handed = new Set(desk.cases.map(({ case_id }) => case_id))
  const seen = new Set((desk.control?.parts ?? []).flatMap(({ cases }) => cases.flatMap(lookupIdsOf)))
  const target = isTargeted ? await readTarget(store, session.workspace.keyring, plan) : []
  const ofPair = new Map(target.map((item) => [pairOf(item), item.lookup_ids]))
  const held = new Set(aimed.map(pairOf))
  const items = [
    // What a case of the rules holds, or has been handed out, is not handed out twice; a new lookup is.
    ...target
      .filter((item) => inUnit(item) && !held.has(pairOf(item)) && item.lookup_ids.some((id) => !seen.has(id)))
      .map((item) => ({ item, source: 'target' as const })),
    ...(desk.control?.draws ?? [])
      .flatMap(({ body }) => body.items)
      .filter((item) => inUnit(item) && !handed.has(item.case_id))
      .map((item) => ({ item, source: 'draw' as const })),
  ]
  const lookups = await readCaseLookups(store, [
    // A targeted control looks at every lookup of the pair, also at those of which no rule asks.
    ...aimed.map((file) => ({
      case_id: file.case_id,
      lookup_ids: [...lookupsOf(findings, file), ...(ofPair.get(pairOf(file)) ?? [])],
    })),
    ...items.map(({ item }) => item),
  ])
  const rowsOf = (id: string) => lookups.get(id) ?? []
  return {
    candidates: [
      ...aimed.map((file) => candidateOfCase(findings, file, rowsOf(file.case_id))),
      ...items.map(({ item, source }) => candidateOfItem(item, source, rowsOf(item.case_id))),
    ],
    outside: isTargeted ? [] : files.filter((file) => !kept.has(file)),
  }
}

/** The best cases of each unit, as many as the budget has room for beside those handed out in this control before. */
function withinBudget({ control }: Desk, files: readonly CaseFile[], budget: number): CaseFile[] {
  const before = (control?.parts ?? []).flatMap(({ cases }) => cases.filter(({ source }) => source === 'rules'))
  const used = new Map<string | null, number>()
  for (const { care_unit_id } of before) used.set(care_unit_id, (used.get(care_unit_id) ?? 0) + 1)
  return files.filter(({ care_unit_id }) => {
    const place = (used.get(care_unit_id) ?? 0) + 1
    used.set(care_unit_id, place)
    return place <= budget
  })
}

function isAimedAt({ plan }: Desk, file: CaseFile): boolean {
  const { user_id, patient_id, care_unit_id } = plan.target
  if (plan.cause === 'watchlist') return false
  return (
    (user_id ?? file.user_id) === file.user_id &&
    (patient_id ?? file.patient_id) === file.patient_id &&
    (care_unit_id ?? file.care_unit_id) === file.care_unit_id
  )
}

function lookupIdsOf({ lookups }: HandedCase): string[] {
  return lookups.map(({ lookup_id }) => lookup_id)
}

function pairOf({ user_id, patient_id }: Pick<DrawnItem, 'user_id' | 'patient_id'>): string {
  return JSON.stringify([user_id, patient_id])
}
