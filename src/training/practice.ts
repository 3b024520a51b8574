import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { TrainingKey } from '../model/training-key.ts'
import type { Store } from '../store/store.ts'
import { makeRegion, type RegionWanted, shapes } from './region.ts'
import type { Scenario, Size } from './scenario.ts'
import { scenarios } from './scenarios/index.ts'
import { Stage } from './stage.ts'

/** The control that every practice log is for: the whole of March 2026. */
export const control = { from: '2026-03-01', to: '2026-04-01', month: '2026-03', days: 31 } as const

/** Days of log before the control, so that it is known which lookup is a user's first; none where that would be too much. */
const daysBefore: Readonly<Record<Size, number>> = { ward: 94, clinic: 94, hospital: 0, region: 0 }

/** @throws {Fault} 64 when there is no such practice case, or the log of that size would not hold it */
export function scenarioOf(id: string, size?: Size): Scenario {
  const scenario = scenarios.find((one) => one.id === id)
  if (!scenario) {
    throw new Fault(
      Exit.usage,
      `there is no practice case ${id}`,
      `there are: ${scenarios.map((one) => one.id).join(', ')}`,
    )
  }
  if (size === 'ward' && scenario.slot !== undefined && scenario.slot !== 0) {
    throw new Fault(Exit.usage, `${id} is not played at a ward`, `leave out --size, or give --size ${scenario.size}`)
  }
  return scenario
}

/** The unit that it is played at, in the first block of the region. */
export function unitOf({ slot = 0 }: Scenario): string {
  return slot === 3 ? 'SE5560000002-U00003' : `SE5560000000-U0000${slot}`
}

/** The region of a practice log. Whole numbers from 0 as seeds. */
export function regionOf(size: Size, seed: number): RegionWanted {
  const before = daysBefore[size]
  const from = new Date(Date.parse(`${control.from}T00:00:00Z`) - before * 86_400_000).toISOString().slice(0, 10)
  return { ...shapes[size], seed, from, days: before + control.days }
}

/** Makes the region and plants the practice case in it; what is left to do is to write its files. */
export async function makePractice(store: Store, scenario: Scenario, size: Size, seed: number): Promise<TrainingKey> {
  const region = regionOf(size, seed)
  await makeRegion(store, region)
  return await plantCase(store, scenario, { ...region, size, first: daysBefore[size] }, control)
}

/**
 * Plants a practice case in a region that has been made.
 * @param world its first day, how many there are, and the one from which the case may be played
 * @param asked the days that are controlled, half-open
 */
export async function plantCase(
  store: Store,
  scenario: Scenario,
  { seed, size, from, days, first }: PracticeWorld,
  asked: { readonly from: string; readonly to: string },
): Promise<TrainingKey> {
  const stage = await Stage.set(store, { seed, slot: scenario.slot ?? 0, from, days, first, last: days - 1 })
  await scenario.plant(stage)
  await stage.finish()
  return {
    schema: 'loggkoll/training-key/1',
    scenario: scenario.id,
    seed,
    size,
    from: asked.from,
    to: asked.to,
    items: stage.items,
  }
}

interface PracticeWorld extends Pick<RegionWanted, 'seed' | 'from' | 'days'> {
  readonly size: Size
  readonly first: number
}
