import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { makeMask, makeNameBook, type Mask } from '../audit/mask.ts'
import { directoryId } from '../model/directory-id.ts'
import { minutesToRead } from '../model/reading-time.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import { addMonths, type Period } from '../model/period.ts'
import type { Entry, SampleMethod } from '../model/review.ts'
import type { SampleDocument } from '../model/sample-document.ts'
import { toolVersion } from '../model/version.ts'
import { sampleFormats } from '../reports/sample/index.ts'
import type { Control } from '../review/controls.ts'
import { planRecurring } from '../review/plan.ts'
import { drawSample, gatherPopulation, type SampleRequest } from '../review/sample/draw.ts'
import { signedUnits } from '../review/sample/signed-units.ts'
import { parseSize } from '../review/sample/size.ts'
import type { Store } from '../store/store.ts'
import { openStore } from '../workspace/workspace.ts'
import { revealed } from './audit.ts'
import { chosenPeriod, type PeriodOptions } from './audit-settings.ts'
import { readable } from './make-report.ts'
import { onlyWords } from './only-words.ts'
import { chosenControl, openJournal, writeJournal } from './review-desk.ts'
import { notePurged } from './note-purged.ts'
import type { Session } from './session.ts'

export interface SampleOptions extends PeriodOptions {
  readonly method: SampleMethod
  readonly size?: string
  readonly seed?: number
  readonly unit?: readonly string[]
  readonly byUnit?: boolean
  readonly control?: string
  readonly dryRun?: boolean
  /** Print what is drawn from, and draw nothing. */
  readonly population?: boolean
  readonly reveal?: boolean
  readonly reason?: string
}

/** Seeds made here have at most so many digits that a person can copy them without fault. */
const seeds = 1_000_000_000

/** More than this and nobody reads with an open eye to the end. */
const anHour = 60

type Plan = Pick<Entry<'planned'>, 'control_id' | 'from' | 'to'>
/** A draw with what became of it. */
type Done = { readonly entry: Entry<'drawn'>; readonly state: 'new' | 'known' | 'dry_run'; readonly changed: boolean }

/** `sample`: draws what is to be reviewed by lot, and enters in the journal how it was drawn. */
export async function sample(session: Session, options: SampleOptions): Promise<Exit> {
  if (options.population) onlyWords(session)
  const format = readable(session.options.format ?? 'table', sampleFormats)
  const reveal = revealed(options)
  const size = sizeOf(options)
  const seed = seedOf(options.seed)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const plan = await planOf(session, store, options)
    const units = (options.unit ?? []).map(directoryId)
    await checkUnits(store, units)
    const request: SampleRequest = {
      method: options.method,
      period: { from: plan.from, to: plan.to },
      control_id: plan.control_id,
      size,
      seed,
      units,
      by_unit: options.byUnit === true || units.length > 0,
      reviewer: session.options.as === undefined ? null : directoryId(session.options.as),
      today: session.today,
      settings: { ...session.workspace.config.relation, care_providers: session.workspace.config.care_providers },
    }
    if (options.population) return await writePopulation(session, store, request, reveal, options)
    const { journal, controls } = openJournal(session)
    const earlier = journal.flatMap(({ body }) => (body.entry === 'drawn' ? [body] : []))
    await notePurged(session, store, plan.from)
    const draws = await drawSample(store, session.workspace.keyring, request, earlier)
    if (draws.length === 0) throw nothingToDraw(request)
    const done = draws.map((entry) => settle(entry, earlier, options.dryRun === true))
    const control = controls.find(({ control_id }) => control_id === plan.control_id)
    for (const { entry, state } of done) if (state !== 'known') mustBeUnsigned(control, entry)
    const isAgain = done.some(({ entry, state }) => state !== 'known' && earlier.some((one) => isAlike(one, entry)))
    const isLacking = units.some((unit) => !draws.some(({ care_unit_id }) => care_unit_id === unit))
    const mask = await makeMask(store, session, reveal)
    const named = done.flatMap(({ entry }) => [
      ...entry.items,
      ...entry.left_out.map(({ user_id }) => ({ user_id, patient_id: null })),
    ])
    const names = await makeNameBook(store, { document: { run: request.period, findings: named } }, mask)
    const document = documentOf(request, done, mask, { isAgain, isLacking })
    session.leaveTrail(named.length, reveal ? (options.reason ?? null) : null)
    if (!options.dryRun) enter(session, plan, done)
    const layout = { columns: session.io.columns ?? 80, color: session.color }
    session.write(sampleFormats[format]({ document, names, masked: mask.shown }, session.language, layout))
    return Exit.done
  } finally {
    store.close()
  }
}

/** @throws {Fault} 64 when a draw has no size, or a rotation one */
function sizeOf({ method, size }: SampleOptions): SampleRequest['size'] {
  if (method === 'rotation') {
    if (size === undefined) return null
    throw new Fault(
      Exit.usage,
      'a rotation has its own size: a twelfth of the staff, and one',
      'leave --size out, or choose --method users',
    )
  }
  if (size === undefined) throw new Fault(Exit.usage, 'it is not said how much to draw', '--size 12 or --size 10%')
  return { text: size.replace(/\s/g, ''), means: parseSize(size.trim()) }
}

/** @throws {Fault} 64 when the seed is too large to be kept exactly */
function seedOf(given: number | undefined): number {
  if (given === undefined) return randomInt(1, seeds)
  if (Number.isSafeInteger(given)) return given
  throw new Fault(Exit.usage, '--seed: the number is too large', `choose one below ${Number.MAX_SAFE_INTEGER}`)
}

/** The control that the draw belongs to: the one named, else the recurring one of the period. */
async function planOf(session: Session, store: Store, options: SampleOptions): Promise<Plan> {
  const noDays = options.from === undefined && options.to === undefined && options.month === undefined
  if (options.control !== undefined) {
    const { plan } = chosenControl(openJournal(session).controls, options.control)
    const days = noDays ? plan.body : await chosenPeriod(store, options)
    const { control_id } = plan.body
    return { control_id, ...monthly(options.method, days) }
  }
  const days = monthly(options.method, await chosenPeriod(store, options))
  return planRecurring(session.workspace.keyring, days, null)
}

/** @throws {Fault} 64 when a rotation is not of one whole month */
function monthly(method: SampleMethod, { from, to }: Period): Period {
  if (method !== 'rotation' || (from.endsWith('-01') && addMonths(from, 1) === to)) return { from, to }
  throw new Fault(Exit.usage, 'a rotation is of one whole month', 'name it: --month 2026-03')
}

/** @throws {Fault} 64 for a unit that neither the register nor the log knows */
async function checkUnits(store: Store, units: readonly string[]): Promise<void> {
  if (units.length === 0) return
  const known = await store.rows('review/known-units', z.object({ care_unit_id: z.string() }))
  const ids = known.map(({ care_unit_id }) => care_unit_id)
  const stray = units.find((unit) => !ids.includes(unit))
  if (stray === undefined) return
  const near = nearest(stray, ids)
  throw new Fault(
    Exit.usage,
    `there is no care unit ${stray}`,
    near ? `did you mean ${near}?` : 'give its id, as the log or the register of care units has it',
  )
}

/** @throws {Fault} 77 when what is drawn from is signed, or a part of it */
function mustBeUnsigned(control: Control | undefined, { care_unit_id }: Entry<'drawn'>): void {
  const [signed, ...more] = signedUnits(control, care_unit_id)
  if (signed === undefined) return
  const others = more.length === 0 ? '' : `, and ${more.length} more`
  throw new Fault(
    Exit.notAllowed,
    `${signed ?? 'the part of the central reviewer'} is signed in ${control!.control_id}${others}, and nothing more is drawn into it`,
    'draw from units that are not signed, by --unit, or into another control, by --control',
  )
}

function nothingToDraw({ period, units }: SampleRequest): Fault {
  const where = units.length === 0 ? '' : ` at ${units.join(', ')}`
  return new Fault(
    Exit.data,
    `there is nobody to draw${where} from ${period.from} to ${period.to}`,
    'choose days that the log has (loggkoll quality shows them); robots and those who review the unit are never drawn',
  )
}

/** A draw that was made before stands; a rotation is made once a month, whatever the seed. */
function settle(entry: Entry<'drawn'>, earlier: readonly Entry<'drawn'>[], dryRun: boolean): Done {
  const known = earlier.find(
    (one) => one.draw_id === entry.draw_id || (entry.method === 'rotation' && isAlike(one, entry)),
  )
  if (known) return { entry: known, state: 'known', changed: known.population_sha256 !== entry.population_sha256 }
  return { entry, state: dryRun ? 'dry_run' : 'new', changed: false }
}

/** Is it a draw of the same kind from the same? */
function isAlike(one: Entry<'drawn'>, other: Entry<'drawn'>): boolean {
  return (
    one.method === other.method &&
    one.from === other.from &&
    one.to === other.to &&
    one.care_unit_id === other.care_unit_id
  )
}

/** Enters the draws in the journal, and plans their control where it is not. */
function enter(session: Session, plan: Plan, done: readonly Done[]): void {
  writeJournal(session, (journal) => {
    const known = new Set(journal.flatMap(({ body }) => (body.entry === 'drawn' ? [body.draw_id] : [])))
    const fresh = done.filter(({ entry, state }) => state === 'new' && !known.has(entry.draw_id))
    const isPlanned = journal.some(({ body }) => body.entry === 'planned' && body.control_id === plan.control_id)
    if (fresh.length === 0) return []
    return [
      ...(isPlanned ? [] : [planRecurring(session.workspace.keyring, plan, null)]),
      ...fresh.map(({ entry }) => entry),
    ]
  })
}

function documentOf(
  { control_id, method, period }: SampleRequest,
  done: readonly Done[],
  mask: Mask,
  told: { readonly isAgain: boolean; readonly isLacking: boolean },
): SampleDocument {
  const minutes = done.reduce((sum, { entry }) => sum + entry.minutes, 0)
  const longest = Math.max(...done.map(({ entry }) => entry.minutes))
  return {
    schema: 'loggkoll/sample/1',
    tool: toolVersion,
    control_id,
    method,
    ...period,
    minutes,
    notices: [
      ...(longest > anHour ? (['over_an_hour'] as const) : []),
      ...(told.isAgain ? (['drawn_again'] as const) : []),
      ...(done.some(({ changed }) => changed) ? (['changed_since'] as const) : []),
      ...(told.isLacking ? (['unit_without_lookups'] as const) : []),
    ],
    draws: done.map(({ entry, state }) => ({
      draw_id: entry.draw_id,
      care_unit_id: entry.care_unit_id,
      state,
      size: entry.size,
      seed: entry.seed,
      population: entry.population,
      population_sha256: entry.population_sha256,
      left_out: entry.left_out.map(({ user_id, cause }) => ({ user_id: mask.user(user_id), cause })),
      minutes: entry.minutes,
      items: entry.items.map((item) => ({
        ...item,
        user_id: item.user_id === null ? null : mask.user(item.user_id),
        patient_id: item.patient_id === null ? null : mask.patient(item.patient_id),
        minutes: minutesToRead(item.lookup_ids.length),
      })),
    })),
  }
}

const Line = z.object({ scope: z.string().nullable(), id: z.string() })

/** What is drawn from, one id a line: whoever has it can draw again. It holds ids of everyone, protected persons too. */
async function writePopulation(
  session: Session,
  store: Store,
  request: SampleRequest,
  reveal: boolean,
  { reason }: SampleOptions,
): Promise<Exit> {
  if (!reveal) {
    throw new Fault(
      Exit.notAllowed,
      'the list of what is drawn from shows everyone in it, protected persons too',
      'give --reveal and --reason TEXT; it is written to the trail',
    )
  }
  await gatherPopulation(store, request)
  const lines = await store.rows('review/population', Line)
  if (lines.length === 0) throw nothingToDraw(request)
  if (new Set(lines.map(({ scope }) => scope)).size > 1)
    throw new Fault(Exit.usage, 'each unit is drawn from by itself', 'name one of them with --unit')
  session.leaveTrail(lines.length, reason ?? null)
  session.write(lines.map(({ id }) => `${id}\n`))
  return Exit.done
}
