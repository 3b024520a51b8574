import { z } from 'zod'
import { addDays, type Period } from '../model/period.ts'
import { bitsOf, purposes } from '../model/vocabulary.ts'
import type { Values } from '../store/statements.ts'
import type { Store } from '../store/store.ts'
import { swedishHolidays } from './holidays.ts'
import { parseOpeningHours } from './opening-hours.ts'
import { sideBySide } from './side-by-side.ts'

/** What the settings of a workspace say of grading. */
export interface GradeSettings {
  readonly lead_days: number
  readonly follow_days: number
  readonly follow_days_by_kind: Readonly<Record<string, number>>
  readonly settle_days: number
  /** Whose staff is reviewed; empty is everyone. */
  readonly care_providers: readonly string[]
  /** Who was to judge a case of whose record, and between which days, both inclusive: that explains a lookup. */
  readonly reviewing?: readonly {
    readonly user_id: string
    readonly patient_id: string
    readonly from: string
    readonly to: string
  }[]
}

/**
 * A user in the record of a patient, under any id of theirs; NULL is every record that the user opened, or everyone who opened
 * the record. With neither, it is a unit.
 */
export interface AskedAbout {
  readonly user_id: string | null
  readonly patient_id: string | null
  readonly care_unit_id?: string | null
}

/** Whose lookups are graded, where it is not everyone's. */
export interface GradeScope {
  readonly about: readonly AskedAbout[]
  /** The period whose log says who the users are as persons; every day when it is left out. */
  readonly run_period?: Period | undefined
}

/**
 * So many days of the log before a period say who its users are as persons, whichever rules are asked: their answers are the
 * same alone and together.
 */
export const daysTold = 30

const UnitOpening = z.object({ care_unit_id: z.string(), opening: z.string() })

/**
 * Grades the lookups of a period into the temporary table `graded_lookup`: what explains each, or why it cannot be told.
 * Grades are worked out when they are needed: the contacts that explain a lookup arrive after it.
 * @param looksBack days before the period that rules look back on; these lookups are in `window_lookup` only
 */
export async function gradeLookups(
  store: Store,
  period: Period,
  settings: GradeSettings,
  scope?: GradeScope,
  looksBack = 0,
): Promise<void> {
  const grade = await relateLookups(store, period, settings, scope, looksBack)
  await grade(period)
}

/** Works out what explains the lookups of a span. @returns what then grades those of a period, the span or a part of it */
export async function relateLookups(
  store: Store,
  span: Period,
  settings: GradeSettings,
  scope: GradeScope | undefined,
  looksBack: number,
): Promise<(period: Period) => Promise<void>> {
  await beginGrading(store, settings)
  await store.append(
    'asked_about',
    (scope?.about ?? []).map((one) => [one.user_id, one.patient_id, one.care_unit_id ?? null]),
  )
  const values = gradeValues(span, settings, scope, looksBack)
  const connections = await store.connections()
  await sideBySide(connections, [
    (one) => runSteps(one, values, 'person-keys', 'staff', 'people', 'period-lookups'),
    async (other) => {
      await fillSettings(other, span, settings)
      await runSteps(other, values, 'reasons', 'assignments')
    },
  ])
  await sideBySide(connections, [
    (one) => runSteps(one, values, 'contact-windows', 'contact-reasons', 'islands', 'lookup-reasons'),
    (other) => runSteps(other, values, 'coverage-days'),
  ])
  return async (period) => {
    const part = gradeValues(period, settings, scope, looksBack)
    // Any row of the log may say who a user is as a person: of a few lookups not only their own days are asked.
    const persons = scope ? toldIn(scope.run_period) : toldIn(period)
    await sideBySide(connections, [
      (one) => runSteps(one, part, 'graded-lookups'),
      (other) => runSteps(other, persons, 'user-persons'),
    ])
  }
}

/**
 * Grades anew what stands in `period_lookup` after something has been changed there: who opened whom, but neither who they
 * are nor which units and days there are.
 */
export async function gradeAgain(
  store: Store,
  period: Period,
  settings: GradeSettings,
  looksBack: number,
): Promise<void> {
  await runSteps(store, gradeValues(period, settings, undefined, looksBack), 'lookup-reasons', 'graded-lookups')
}

function gradeValues(
  period: Period,
  settings: GradeSettings,
  scope: GradeScope | undefined,
  looksBack: number,
): Values {
  return {
    from: period.from,
    to: period.to,
    window_from: addDays(period.from, -looksBack),
    search_bit: bitsOf('search'),
    write_bits: bitsOf('create', 'update', 'delete', 'sign', 'acknowledge'),
    output_bits: bitsOf('print', 'export'),
    emergency_bits: bitsOf('emergency_access', 'block_override'),
    lead_days: settings.lead_days,
    follow_days: settings.follow_days,
    settle_days: settings.settle_days,
    care_bits: (1 << purposes.indexOf('care')) | (1 << purposes.indexOf('unknown')),
    everyone: scope === undefined,
  }
}

/** What says from which days the log tells who its users are. */
const toldIn = (period: Period | undefined): Values =>
  period ? { told_from: addDays(period.from, -daysTold), to: period.to } : { told_from: '0001-01-01', to: '9999-12-31' }

/** Who looked up whom in a period (`period_lookup`), without what explains it: for a draw, which asks nothing of it. */
export async function readLookups(store: Store, period: Period, settings: GradeSettings): Promise<void> {
  await beginGrading(store, settings)
  await runSteps(store, gradeValues(period, settings, undefined, 0), 'person-keys', 'staff', 'people', 'period-lookups')
}

/** Only who is who and who is protected, for a report of a run that was graded before. */
export async function readPeople(store: Store, period: Period): Promise<void> {
  await runSteps(store, toldIn(period), 'person-keys', 'staff', 'people', 'user-persons')
}

type Step =
  | 'person-keys'
  | 'staff'
  | 'people'
  | 'user-persons'
  | 'period-lookups'
  | 'reasons'
  | 'contact-windows'
  | 'contact-reasons'
  | 'islands'
  | 'assignments'
  | 'lookup-reasons'
  | 'coverage-days'
  | 'graded-lookups'

async function runSteps(store: Store, values: Values, ...steps: readonly Step[]): Promise<void> {
  for (const step of steps) await store.run(`grade/${step}`, values)
}

/** Makes the tables that the settings fill, and says whose staff is reviewed: what there is before the lookups are read. */
async function beginGrading(store: Store, { care_providers }: GradeSettings): Promise<void> {
  await store.run('grade/temp-tables')
  await store.append(
    'reviewed_provider',
    care_providers.map((provider) => [provider]),
  )
}

/** What else the settings say, and what the units do, for the steps that join it. */
async function fillSettings(store: Store, period: Period, settings: GradeSettings): Promise<void> {
  await store.append(
    'follow_rule',
    Object.entries(settings.follow_days_by_kind).map(([kind, days]) => [kind, String(days)]),
  )
  await store.append(
    'purpose_word',
    purposes.map((word, bit) => [word, String(bit)]),
  )
  await store.append(
    'open_review',
    (settings.reviewing ?? []).map((one) => [one.user_id, one.patient_id, one.from, one.to]),
  )
  await fillOpenings(store)
  await store.append(
    'holiday',
    // An opening of the day before reaches into the period.
    swedishHolidays(addDays(period.from, -1), period.to).map((h) => [h.day, h.name, h.from_time]),
  )
}

async function fillOpenings(store: Store): Promise<void> {
  const units = await store.rows('grade/unit-openings', UnitOpening)
  const parsed = units.map((unit) => ({ ...unit, hours: parseOpeningHours(unit.opening) }))
  await store.append(
    'unit_hours',
    parsed.map(({ care_unit_id, hours }) => [
      care_unit_id,
      hours === 'always' ? '24/7' : hours ? 'known' : 'unreadable',
    ]),
  )
  await store.append(
    'unit_opening',
    parsed.flatMap(({ care_unit_id, hours }) =>
      Array.isArray(hours) ? hours.map((one) => [care_unit_id, String(one.weekday), one.opens, one.closes]) : [],
    ),
  )
}
