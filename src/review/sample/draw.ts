import { z } from 'zod'
import { minutesToRead } from '../../model/reading-time.ts'
import type { IdMaker } from '../../audit/findings.ts'
import { type GradeSettings, readLookups } from '../../audit/grade-lookups.ts'
import { addMonths, type Period } from '../../model/period.ts'
import type { DrawnItem, Entry, SampleMethod } from '../../model/review.ts'
import type { Store } from '../../store/store.ts'
import { inDrawOrder } from './draw-order.ts'
import { chooseRotation, type Member } from './rotation.ts'
import { drawnOf, type SampleSize } from './size.ts'

/** What is to be drawn. */
export interface SampleRequest {
  readonly method: SampleMethod
  readonly period: Period
  readonly control_id: string
  /** As it was written; a rotation has its own. */
  readonly size: { readonly text: string; readonly means: SampleSize } | null
  readonly seed: number
  /** Only these; none is all. */
  readonly units: readonly string[]
  /** Each unit is drawn from by itself. */
  readonly by_unit: boolean
  /** Who will review, and is never drawn. */
  readonly reviewer: string | null
  /** The local day. */
  readonly today: string
  readonly settings: GradeSettings
}

/** How a rotation says its size: a twelfth, and one. */
const rotationSize = '1/12+1'

const Scope = z.string().nullable()
const SizeRow = z.object({ scope: Scope, population: z.coerce.number(), sha256: z.string() })
const MemberRow = z.object({ scope: Scope, user_id: z.string(), first_day: z.string(), present: z.boolean() })
const KeptOutRow = z.object({ scope: Scope, user_id: z.string() })
const DayRow = z.object({ scope: Scope, id: z.string(), day: z.string() })
const LookupRow = z.object({ scope: Scope, id: z.string(), lookup_id: z.string(), care_unit_id: z.string().nullable() })
const DrawnRow = z.object({
  scope: Scope,
  id: z.string(),
  user_id: z.string().nullable(),
  person_key: z.string().nullable(),
  patient_id: z.string().nullable(),
  care_unit_id: z.string().nullable(),
  day: z.string().nullable(),
})
type DrawnRow = z.infer<typeof DrawnRow>

const subjects: Readonly<Record<SampleMethod, DrawnItem['subject']>> = {
  users: 'user_day',
  rotation: 'user_day',
  lookups: 'user_patient',
  patients: 'patient',
  'unit-days': 'unit_day',
}

/** SQL of which lookups belong to what was drawn. */
const matches: Readonly<Record<DrawnItem['subject'], string>> = {
  user_day: 'l.user_id = d.user_id and l.day = d.day',
  user_patient:
    'l.user_id = d.user_id and l.day = d.day and l.patient_id is not distinct from d.patient_id and l.care_unit_id is not distinct from d.care_unit_id',
  patient: 'l.person_key = d.person_key',
  unit_day: 'l.care_unit_id = d.care_unit_id and l.day = d.day',
}

/** Fills `population` with what a request draws from. */
export async function gatherPopulation(store: Store, request: SampleRequest): Promise<void> {
  const { period, by_unit, units, reviewer, method } = request
  await readLookups(store, period, request.settings)
  await store.run('review/sample-tables')
  await store.append(
    'asked_unit',
    units.map((unit) => [unit]),
  )
  await store.run('review/kept-out', { from: period.from, today: request.today })
  await store.append('kept_out', reviewer === null ? [] : [[null, reviewer]])
  await store.run('review/sample-lookups', { by_unit })
  // Eleven months back and this one are a running year.
  await store.run(`review/population-${method}`, { ...period, by_unit, year_from: addMonths(period.from, -11) })
}

/**
 * Draws: one entry for everyone, or for each unit. The same store, seed and history give the same draw.
 * @param earlier what was drawn before, for a rotation
 */
export async function drawSample(
  store: Store,
  ids: IdMaker,
  request: SampleRequest,
  earlier: readonly Entry<'drawn'>[],
): Promise<Entry<'drawn'>[]> {
  await gatherPopulation(store, request)
  const sizes = await store.rows('review/population-sizes', SizeRow)
  const kept = await store.rows('review/kept-out-users', KeptOutRow)
  const leftOut = new Map<string | null, Entry<'drawn'>['left_out']>()
  for (const { scope } of sizes) {
    const mine = kept.filter((one) => one.scope === scope)
    leftOut.set(
      scope,
      mine.map(({ user_id }) => ({ user_id, cause: 'reviewer' as const })),
    )
  }
  const drawn =
    request.size === null
      ? await rotate(store, request, earlier, leftOut)
      : await drawFirst(store, request.size.means, request.seed, sizes)
  const items = await itemsOf(store, ids, request, drawn)
  const size = request.size?.text ?? rotationSize
  return sizes.map(({ scope, population, sha256 }): Entry<'drawn'> => {
    const mine = items.get(scope) ?? []
    return {
      entry: 'drawn',
      control_id: request.control_id,
      draw_id: ids.id('D', [
        request.control_id,
        request.method,
        request.period.from,
        request.period.to,
        scope,
        size,
        String(request.seed),
      ]),
      method: request.method,
      ...request.period,
      care_unit_id: scope,
      size,
      seed: request.seed,
      population,
      population_sha256: sha256,
      left_out: leftOut.get(scope) ?? [],
      minutes: mine.reduce((sum, { lookup_ids }) => sum + minutesToRead(lookup_ids.length), 0),
      items: mine,
    }
  })
}

async function drawFirst(
  store: Store,
  size: SampleSize,
  seed: number,
  sizes: readonly z.infer<typeof SizeRow>[],
): Promise<DrawnRow[]> {
  await store.append(
    'draw_size',
    sizes.map(({ scope, population }) => [scope, String(drawnOf(size, population))]),
  )
  return await store.rows('review/draw', DrawnRow, { seed: String(seed) })
}

/** Each unit goes through its own staff; who is away is left out, and said. */
async function rotate(
  store: Store,
  { period, seed }: SampleRequest,
  earlier: readonly Entry<'drawn'>[],
  leftOut: ReadonlyMap<string | null, Entry<'drawn'>['left_out']>,
): Promise<DrawnRow[]> {
  const members = await store.rows('review/rotation-members', MemberRow)
  const nobody = { person_key: null, patient_id: null, care_unit_id: null, day: null }
  return [...Map.groupBy(members, ({ scope }) => scope)].flatMap(([scope, staff]: [string | null, Member[]]) => {
    const mine = earlier.filter(({ method, care_unit_id }) => method === 'rotation' && care_unit_id === scope)
    const { drawn, postponed } = chooseRotation(staff, mine, period.from, seed)
    leftOut.get(scope)?.push(...postponed.map((user_id) => ({ user_id, cause: 'absent' as const })))
    return drawn.map((user_id) => ({ scope, id: user_id, user_id, ...nobody }))
  })
}

/** What was drawn with its lookups, by scope; a member of staff gets one day of those with lookups. */
async function itemsOf(
  store: Store,
  ids: IdMaker,
  { method, control_id, seed }: SampleRequest,
  drawn: readonly DrawnRow[],
): Promise<Map<string | null, DrawnItem[]>> {
  const subject = subjects[method]
  await keepDrawn(store, drawn)
  const whole = subject === 'user_day' ? await withDays(store, seed, drawn) : drawn
  const rows = await store.rows('review/lookups-of-drawn', LookupRow, {}, { match: matches[subject] })
  const lookups = Map.groupBy(rows, keyOf)
  const items = new Map<string | null, DrawnItem[]>()
  for (const one of whole) {
    const mine = lookups.get(keyOf(one)) ?? []
    // A person's day over all units is for the head of the unit where most of it was; a patient's record is nobody's alone.
    const unit = one.scope ?? (subject === 'patient' ? null : commonest(mine.map(({ care_unit_id }) => care_unit_id)))
    const about = { user_id: one.user_id, patient_id: one.patient_id, care_unit_id: unit, day: one.day! }
    const item = {
      case_id: ids.id('S', [control_id, subject, about.user_id, about.patient_id, about.care_unit_id, about.day]),
      subject,
      ...about,
      lookup_ids: mine.map(({ lookup_id }) => lookup_id),
    }
    const known = items.get(one.scope)
    if (known) known.push(item)
    else items.set(one.scope, [item])
  }
  return items
}

async function withDays(store: Store, seed: number, drawn: readonly DrawnRow[]): Promise<DrawnRow[]> {
  const days = Map.groupBy(await store.rows('review/days-of-drawn', DayRow), keyOf)
  const whole = drawn.map((one) => {
    const [day = null] = inDrawOrder(
      seed,
      (days.get(keyOf(one)) ?? []).map((row) => row.day),
      `${one.id} `,
    )
    return { ...one, day }
  })
  await keepDrawn(store, whole)
  return whole
}

/** What was drawn, where the queries find it. */
async function keepDrawn(store: Store, drawn: readonly DrawnRow[]): Promise<void> {
  await store.run('review/forget-drawn')
  await store.append(
    'drawn_one',
    drawn.map((one) => [one.scope, one.id, one.user_id, one.person_key, one.patient_id, one.care_unit_id, one.day]),
  )
}

function keyOf({ scope, id }: { readonly scope: string | null; readonly id: string }): string {
  return JSON.stringify([scope, id])
}

/** The most common of some values; of equals the first in the alphabet. */
function commonest(values: readonly (string | null)[]): string | null {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, group]) => ({ value, count: group.length }))
  return counts.toSorted((a, b) => b.count - a.count || ((a.value ?? '') < (b.value ?? '') ? -1 : 1))[0]?.value ?? null
}
