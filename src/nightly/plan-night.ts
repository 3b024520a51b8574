import { z } from 'zod'
import { daysTold, readPeople } from '../audit/grade-lookups.ts'
import type { NightlyState } from '../audit/nightly-state.ts'
import { type AuditSettings, daysBack } from '../audit/run-audit.ts'
import { parametersOf } from '../audit/run-rule.ts'
import { type ReferenceKind, referenceKinds, type ReferenceTable, referenceTables } from '../model/reference.ts'
import { activities } from '../model/vocabulary.ts'
import type { Rule } from '../rules/rule.ts'
import { shapeOf } from '../store/changes.ts'
import type { Store } from '../store/store.ts'
import { coverageChanges, reviewChanges } from './days.ts'
import { settingsHash } from './settings-hash.ts'

const Now = z.object({
  seen_batch: z.coerce.number(),
  first_day: z.string().nullable(),
  knows_search: z.boolean(),
  knows_output: z.boolean(),
})
const Size = z.object({ name: z.string(), rows: z.coerce.number() })
const Span = z.object({ care_unit_id: z.string().nullable(), covers_from: z.string(), covers_to: z.string() })
const Month = z.object({ month: z.string() })
const Count = z.object({ rows: z.coerce.number() })
const People = z.object({ people: z.coerce.number() })

/** Columns that no rule reads: who differs in these only has not changed. */
const unread: Partial<Record<ReferenceKind, readonly string[]>> = {
  staff: ['given_name', 'protection'],
  patient: ['given_name', 'city'],
  care_unit: ['name', 'care_provider_name'],
}

const cancelled = `coalesce(lower(status), '') in ('cancelled', 'canceled', 'avbokad', 'inställd', 'makulerad', 'struken')`

/** What a night has to ask again, and what is known when it has. */
export interface NightPlan {
  /** The first days of the months, in order. */
  readonly months: readonly string[]
  readonly state: NightlyState
}

/**
 * Which months can have other answers than at the last nightly audit? Asked of what has changed: new events, rows of the
 * registers that came or went, days that have settled, reviews, suppressions, and the settings, of which all answers depend.
 * More months than needed are asked at times, never fewer.
 */
export async function planNight(
  store: Store,
  rules: readonly Rule[],
  settings: AuditSettings,
  before: NightlyState | undefined,
): Promise<NightPlan> {
  const bits = { search_bit: bit('search'), output_bits: bit('print') | bit('export') }
  const now = await store.row('nightly/now', Now, bits)
  const people = await countPeople(store)
  const sizes = await store.rows('audit/table-sizes', Size)
  const about = { ...now, seen_batch: undefined, held: sizes.filter(({ rows }) => rows > 0).map(({ name }) => name) }
  const state: NightlyState = {
    seen_batch: now.seen_batch,
    settings_sha256: settingsHash(rules, settings, about),
    people,
    settle_days: settings.settle_days,
    coverage: await store.rows('nightly/coverage', Span),
    reviewing: [...(settings.reviewing ?? [])],
    suppressions: settings.suppressions.map(({ rule, user_id, patient_id, care_unit_id }) => ({
      rule,
      ...(user_id === undefined ? {} : { user_id }),
      ...(patient_id === undefined ? {} : { patient_id }),
      ...(care_unit_id === undefined ? {} : { care_unit_id }),
    })),
    months: before?.months ?? {},
    pending: [],
    passing: before?.passing ?? [],
    later: before?.later ?? [],
    untold: before?.untold,
  }
  const stale =
    before?.settings_sha256 === state.settings_sha256
      ? [...before.pending, ...(await changedMonths(store, rules, settings, before, state))]
      : (await store.rows('nightly/months', Month)).map(({ month }) => month)
  // What nobody has been told is asked again too: it is told of what is so by now.
  const months = [...new Set([...stale, ...Object.keys(before?.untold ?? {})])].toSorted()
  return { months, state: { ...state, pending: months } }
}

async function changedMonths(
  store: Store,
  rules: readonly Rule[],
  settings: AuditSettings,
  before: NightlyState,
  after: NightlyState,
): Promise<string[]> {
  await store.run('nightly/tables')
  await store.run('grade/person-keys')
  const coverage = coverageChanges(before.coverage, after.coverage, {
    before: before.settle_days,
    after: after.settle_days,
  })
  const reviews = reviewChanges(before.reviewing, after.reviewing)
  await store.append('reach', [
    ...coverage.map(({ care_unit_id, days }) => [null, null, care_unit_id, days.from, days.to]),
    ...reviews.map(({ user_id, patient_id, from, to }) => [user_id, patient_id, null, from, to]),
  ])
  if (before.seen_batch !== after.seen_batch) {
    await store.run('nightly/stale-by-events', { seen_batch: before.seen_batch, search_bit: bit('search') })
    await reachOfRegisters(store, settings, before, after)
  }
  await store.run('nightly/stale-by-reach')
  const looks_back = Math.max(daysTold, daysBack(rules, settings))
  const found = await store.rows('nightly/stale-months', Month, { looks_back })
  return [...found.map(({ month }) => month), ...(await monthsOfSuppressions(store, before, after))]
}

/** What the rows of the registers reach that came or went. */
async function reachOfRegisters(
  store: Store,
  settings: AuditSettings,
  before: NightlyState,
  after: NightlyState,
): Promise<void> {
  const parameterOf = (rule: string, name: string): number => {
    const found = settings.book.find(({ id }) => id === rule)
    return found ? Number(parametersOf(found, { chosen: settings.parameters })[name] ?? 0) : 0
  }
  const family = ['ended_years', 'rare_name_persons', 'rare_name_per_10000', 'population_floor'] as const
  const values = {
    seen_batch: before.seen_batch,
    people_before: before.people,
    ahead: Math.max(settings.lead_days, parameterOf('listed-only', 'quiet_days')),
    ...Object.fromEntries(family.map((name) => [name, parameterOf('own-family', name)])),
  }
  for (const kind of referenceKinds) {
    if (kind === 'reviewer') continue
    await store.run('nightly/changed', { ...values, kind }, changedParts(kind))
    const { rows } = await store.row('nightly/count-changed', Count)
    if (rows === 0) continue
    await store.run(`nightly/reach/${kind}`, values)
    if (kind === 'patient') await reachOfNames(store, values, before.people, after.people)
  }
}

function changedParts(kind: ReferenceKind): Readonly<Record<string, string>> {
  const table: ReferenceTable = referenceTables[kind]
  const columns = Object.keys(table.columns)
  const read = columns.filter((name) => !unread[kind]?.includes(name))
  return {
    table: kind,
    shape: shapeOf(kind),
    columns: columns.join(', '),
    read: read
      .map((name) => (kind === 'care_contact' && name === 'status' ? `${cancelled} as cancelled` : name))
      .join(', '),
  }
}

/** Of how many bear a name each finding of a rare one says; a register that is too small to say has none. */
async function reachOfNames(
  store: Store,
  values: Record<string, number>,
  before: number,
  after: number,
): Promise<void> {
  const floor = values['population_floor'] ?? 0
  if (before < floor && after < floor) return
  if (before < floor || after < floor) {
    await store.append('reach', [[null, null, null, '0001-01-01', '9999-12-31']])
    return
  }
  // The keys of the names are made as the rule makes them.
  const [keys] = store.text('ties/family').split('create or replace temp table family_answer')
  await store.run('nightly/as-it-stands', {}, { sql: keys! })
  await store.run('nightly/reach/names', values)
}

async function monthsOfSuppressions(store: Store, before: NightlyState, after: NightlyState): Promise<string[]> {
  const texts = (one: NightlyState) => new Set(one.suppressions.map((matcher) => JSON.stringify(matcher)))
  const [old, now] = [texts(before), texts(after)]
  const differing = [...[...old].filter((text) => !now.has(text)), ...[...now].filter((text) => !old.has(text))]
  const changed = differing.map((text) => JSON.parse(text) as NightlyState['suppressions'][number])
  const runs = Object.values(after.months).join(' ')
  const months: string[] = []
  for (const { rule, user_id, patient_id, care_unit_id } of changed) {
    const values = {
      runs,
      rule,
      user_id: user_id ?? null,
      patient_id: patient_id ?? null,
      care_unit_id: care_unit_id ?? null,
    }
    months.push(...(await store.rows('nightly/months-of-findings', Month, values)).map(({ month }) => month))
  }
  return months
}

/** Makes the tables of who is who, and counts the patients. */
async function countPeople(store: Store): Promise<number> {
  // On no day: what the log says of its users is not asked here.
  await readPeople(store, { from: '0001-01-01', to: '0001-01-01' })
  return (await store.row('nightly/people', People)).people
}

function bit(word: (typeof activities)[number]): number {
  return 1 << activities.indexOf(word)
}
