import { z } from 'zod'
import type { HandedCase, ReviewerRole } from '../model/review.ts'
import { reviewerRoles } from '../model/review.ts'
import type { Store } from '../store/store.ts'

const ReviewerRow = z.object({
  care_unit_id: z.string().nullable(),
  user_id: z.string(),
  role: z.enum(reviewerRoles),
  name: z.string().nullable(),
  /** Every user id of the same person, as far as the registers know. */
  ids: z.array(z.string()).optional(),
})
export type Reviewer = z.infer<typeof ReviewerRow>

const NearRow = z.object({ reviewer: z.string(), user_id: z.string().nullable(), patient_id: z.string().nullable() })

/** Who reviews what, and who is too near to whom to do it. */
export interface Reviewers {
  readonly all: readonly Reviewer[]
  /** Is the reviewer the user, the patient, related to either, or of one home with them? */
  readonly isNear: (reviewer: string, user_id: string | null, patient_id: string | null) => boolean
}

/** Series of many patients and patients of many readers reach over units: a central reviewer sees them whole. */
const overUnits: ReadonlySet<string> = new Set(['serial-lookup', 'crowd'])

/** Why a case is not for a reviewer. */
export type Refusal = 'party' | 'near' | 'own_unit_head' | 'central_only'

/** A case as far as it matters for who may judge it. */
export type Judged = Pick<HandedCase, 'case_id' | 'subject' | 'user_id' | 'patient_id' | 'care_unit_id'> & {
  /** Everyone whose lookups it holds, and whose records. */
  readonly users: readonly string[]
  readonly patients: readonly string[]
  /** The rules that ask. */
  readonly rules: readonly string[]
}

/**
 * Reads who reviews which unit on a day, and who is near to whom, as the registers have it.
 * Needs `staff_member`, `patient_person`, `user_person` and `person_key`, so it comes after grading.
 * @param day a local day
 * @param also others who may be reviewing, whom the register does not name
 */
export async function readReviewers(store: Store, day: string, also: readonly string[] = []): Promise<Reviewers> {
  const all = await store.rows('review/reviewers', ReviewerRow, { day })
  await store.run('review/asked-reviewers')
  await store.append(
    'asked_reviewer',
    also.map((user_id) => [user_id]),
  )
  const near = await store.rows('review/near-people', NearRow, { day })
  const users = new Set(near.flatMap(({ reviewer, user_id }) => (user_id === null ? [] : [`${reviewer} ${user_id}`])))
  const patients = new Set(
    near.flatMap(({ reviewer, patient_id }) => (patient_id === null ? [] : [`${reviewer} ${patient_id}`])),
  )
  return {
    all,
    isNear: (reviewer, user_id, patient_id) =>
      users.has(`${reviewer} ${user_id}`) || patients.has(`${reviewer} ${patient_id}`),
  }
}

/** Why this reviewer may not judge a case; undefined when nothing stands against it. */
export function refusalOf(reviewers: Reviewers, reviewer: string, one: Judged): Refusal | undefined {
  if (one.users.includes(reviewer)) return 'party'
  if (one.users.some((user) => reviewers.isNear(reviewer, user, null))) return 'near'
  if (one.patients.some((patient) => reviewers.isNear(reviewer, null, patient))) return 'near'
  const central = reviewers.all.filter(({ role }) => role === 'central')
  if (central.some(({ user_id }) => user_id === reviewer)) return undefined
  if (central.length > 0 && one.rules.some((rule) => overUnits.has(rule))) return 'central_only'
  const heads = reviewers.all.filter(
    ({ role, user_id, ids }) => role === 'reviewer' && [user_id, ...(ids ?? [])].some((id) => one.users.includes(id)),
  )
  return heads.some(({ care_unit_id }) => care_unit_id === one.care_unit_id) ? 'own_unit_head' : undefined
}

/**
 * Who gets a case of a unit: its reviewer, else its deputy, else a central reviewer.
 * @returns undefined when nobody may judge it: then the coverage lists it
 */
export function reviewerFor(reviewers: Reviewers, one: Judged): { reviewer: Reviewer; role: ReviewerRole } | undefined {
  const ofUnit = (role: ReviewerRole): Reviewer[] =>
    reviewers.all.filter((known) => known.role === role && known.care_unit_id === one.care_unit_id)
  const central = reviewers.all.filter(({ role }) => role === 'central')
  const found = [...ofUnit('reviewer'), ...ofUnit('deputy'), ...central].find(
    ({ user_id }) => refusalOf(reviewers, user_id, one) === undefined,
  )
  return found && { reviewer: found, role: found.role }
}
