import { keepRun } from '../audit/keep-run.ts'
import { type NightlyState, readNightly, writeNightly } from '../audit/nightly-state.ts'
import { type AuditSettings, daysBack, type MadeRun, runAudit } from '../audit/run-audit.ts'
import { addMonths } from '../model/period.ts'
import type { Rule } from '../rules/rule.ts'
import type { Store } from '../store/store.ts'
import { compareRuns, type Handed, type MonthChanges } from './compare-runs.ts'
import { gradersOf } from './grade-months.ts'
import { planNight } from './plan-night.ts'

export interface NightOptions {
  readonly rules: readonly Rule[]
  readonly settings: AuditSettings
  readonly handed: Handed
  /** Runs that somebody has been handed cases of; these are kept though others hold. */
  readonly handedRuns: ReadonlySet<string>
  /** Months before this day wait for another night. */
  readonly from?: string | undefined
  /** Months that begin before this day have lost lookups to the purge, and stay as they were answered. */
  readonly keptFrom: string
  /** Says that something is about to be asked; gives the head of the trail, which the runs carry. */
  readonly beforeAsking: (months: readonly string[]) => string
}

/** What a night has done. */
export interface Night {
  /** The last batch of the night before; 0 at the first one. */
  readonly seenBefore: number
  readonly months: readonly { readonly made: MadeRun; readonly changes: MonthChanges }[]
  readonly waiting: readonly string[]
  /** The months that hold, and the run of each. */
  readonly held: NightlyState['months']
  /** What has been handed out and is not found any more, of all months. */
  readonly later: NightlyState['later']
}

/**
 * Asks again what can have another answer than the night before: whole months, each on its own, so that the findings that
 * hold are those of one audit of everything, whatever the nights were. Killed anywhere, the next night goes on. Until `nightTold`,
 * nothing that a night has found counts as told: the next one compares with what was told last, and says it again.
 */
export async function runNight(store: Store, options: NightOptions): Promise<Night> {
  const { rules, settings, handed, handedRuns, from, keptFrom } = options
  const before = await readNightly(store)
  const plan = await planNight(store, rules, settings, before)
  settings.onStep?.('plan')
  const due = plan.months.filter((month) => month >= keptFrom)
  const now = due.filter((month) => from === undefined || addMonths(month, 1) > from)
  const waiting = due.filter((month) => !now.includes(month))
  const seenBefore = before?.seen_batch ?? 0
  let state: NightlyState = { ...plan.state, pending: due }
  const isHanded = (run_id: string): boolean => handedRuns.has(run_id)
  state = await forgetHalf(store, state, isHanded)
  await writeNightly(store, state)
  await store.run('nightly/forget-changes', { seen_batch: state.seen_batch })
  if (now.length === 0) return { seenBefore, months: [], waiting, held: state.months, later: state.later }

  const trail_head = options.beforeAsking(now)
  const months: { made: MadeRun; changes: MonthChanges }[] = []
  const graders = await gradersOf(store, now, settings, daysBack(rules, settings))
  for (const month of now) {
    const period = { from: month, to: addMonths(month, 1) }
    const asked = await runAudit(store, rules, period, settings, graders.get(month))
    const made = { ...asked, run: { ...asked.run, trail_head } }
    const { run_id } = made.run
    const held = state.months[month]
    const told = state.untold?.[month] ?? {
      run_id: held ?? '',
      later: state.later.filter((one) => one.month === month),
    }
    const known = [...state.later.filter((one) => one.month !== month), ...told.later]
    state = { ...state, passing: [run_id] }
    await writeNightly(store, state)
    await keepRun(store, made, settings)
    const wasLater = new Set(known.map(({ finding_id }) => finding_id))
    const failed = new Set(made.run.rules.flatMap(({ rule, outcome }) => (outcome === 'failed' ? [rule] : [])))
    const changes = await compareRuns(store, month, { run_id, before: told.run_id, failed }, handed, wasLater)
    const found = new Set([...changes.fresh, ...changes.reopened].map(({ finding_id }) => finding_id))
    const isKept = held === undefined || held === run_id || held === told.run_id || isHanded(held)
    state = {
      ...state,
      passing: isKept ? [] : [held],
      months: { ...state.months, [month]: run_id },
      pending: state.pending.filter((other) => other !== month),
      later: [...known.filter(({ finding_id }) => !found.has(finding_id)), ...changes.later],
      untold: { ...state.untold, [month]: told },
    }
    await writeNightly(store, state)
    for (const run_id of state.passing) await store.run('audit/forget-run', { run_id })
    settings.onStep?.(`keep ${month.slice(0, 7)}`)
    months.push({ made, changes })
  }
  return { seenBefore, months, waiting, held: state.months, later: state.later }
}

/** What a night has said of these months is written: it is not said again, and the runs that it was compared with may go. */
export async function nightTold(
  store: Store,
  { months }: Night,
  { handedRuns }: Pick<NightOptions, 'handedRuns'>,
): Promise<void> {
  const state = await readNightly(store)
  if (state?.untold === undefined || months.length === 0) return
  const told = new Set(months.map(({ made }) => made.run.from))
  const [now, still] = [true, false].map((is) =>
    Object.entries(state.untold!).filter(([month]) => told.has(month) === is),
  )
  const kept = new Set([...Object.values(state.months), ...handedRuns, ''])
  const passing = now!.map(([, { run_id }]) => run_id).filter((run_id) => !kept.has(run_id))
  await writeNightly(store, { ...state, passing, untold: still!.length === 0 ? undefined : Object.fromEntries(still!) })
  for (const run_id of passing) await store.run('audit/forget-run', { run_id })
}

/** What a killed process was keeping or forgetting holds for no month: that is asked again. */
async function forgetHalf(
  store: Store,
  state: NightlyState,
  isHanded: (run_id: string) => boolean,
): Promise<NightlyState> {
  const held = new Set(Object.values(state.months))
  for (const run_id of state.passing)
    if (!held.has(run_id) && !isHanded(run_id)) await store.run('audit/forget-run', { run_id })
  return { ...state, passing: [] }
}
