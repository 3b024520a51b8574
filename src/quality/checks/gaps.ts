import { z } from 'zod'
import type { QualityPlace, QualityRemark } from '../../model/quality-document.ts'
import { type Check, figure, place, remark } from '../check.ts'
import { gapFloor, gapOthers, gapUsual, longGapDays, thinDay } from '../thresholds.ts'

const count = z.coerce.number()
const Run = z.object({
  source_system: z.string(),
  care_unit_id: z.string().nullable(),
  usual: count,
})
const DayRun = Run.extend({ first_day: z.string(), last_day: z.string(), days: count })
const HourRun = Run.extend({ from_time: z.string(), to_time: z.string(), hours: count })
const ThinDay = z.object({ source_system: z.string(), day: z.string(), events: count, usual: count })
const Days = z.object({
  source_system: z.string(),
  days: count,
  told: count,
  filled: count,
  units_told: count,
  units: count,
})
type Days = z.infer<typeof Days>
/** A file that says what it speaks for, and what stands in it. */
export const Claim = z.object({
  source_system: z.string(),
  batch: z.string(),
  log_from: z.string(),
  log_to: z.string(),
  events: count,
  outside_claim: count,
})
export type Claim = z.infer<typeof Claim>

/**
 * Are there days or hours without rows that usually have some? What is usual is learnt from the same kind of day and hour
 * at the same source or unit, so that a closed Sunday or a quiet night is no gap.
 */
export const checkGaps: Check = {
  id: 'gaps',
  async ask({ store }) {
    await store.run('quality/day-gaps', {
      least_rows: gapFloor.sourceDay,
      weekday_others: gapOthers.weekday,
      group_others: gapOthers.group,
      source_share: gapUsual.sourceDay,
      unit_share: gapUsual.unitDay,
      source_floor: gapFloor.sourceDay,
      thin_floor: thinDay.floor,
      unit_floor: gapFloor.unitDay,
    })
    const days = await store.rows('quality/day-counts', Days)
    const dayRuns = await store.rows('quality/day-runs', DayRun)
    const hourRuns = await store.rows('quality/hour-runs', HourRun, {
      hour_others: gapOthers.hour,
      hour_share: gapUsual.hour,
      source_floor: gapFloor.sourceHours,
      unit_floor: gapFloor.unitHours,
    })
    const thin = await store.rows('quality/thin-days', ThinDay, {
      thin_floor: thinDay.floor,
      thin_share: thinDay.share,
    })
    const claims = await store.rows('quality/claims', Claim)
    return {
      figures: days.flatMap(figuresOf),
      remarks: [
        ...days.flatMap((one) => [...daysOf(one, dayRuns), ...hoursOf(one, hourRuns), ...thinOf(one, thin)]),
        ...emptyDeliveries(claims),
      ],
      unanswered: days
        .filter((one) => one.told === 0)
        .map(({ source_system }) => ({ cause: 'history_too_short', subject: 'days', source_system })),
      silent: days.every((one) => one.told === 0),
    }
  },
}

function figuresOf({ source_system, days, told, filled, units, units_told }: Days) {
  return [
    figure('days_with_rows', filled, { source_system, whole: days }),
    figure('days_told', told, { source_system, whole: days }),
    figure('units_told', units_told, { source_system, whole: units }),
  ]
}

function daysOf({ source_system, told }: Days, runs: readonly z.infer<typeof DayRun>[]): QualityRemark[] {
  const here = runs.filter((run) => run.source_system === source_system)
  const placeOf = (run: z.infer<typeof DayRun>): QualityPlace =>
    place(run.days, { care_unit_id: run.care_unit_id, from: run.first_day, to: run.last_day })
  const remarkOf = (code: string, some: typeof here, whole: number | null): QualityRemark[] => {
    if (some.length === 0) return []
    const silent = some.reduce((sum, run) => sum + run.days, 0)
    const usual = some.reduce((sum, run) => sum + run.usual, 0)
    const units = new Set(some.map((run) => run.care_unit_id)).size
    const long = some.some((run) => run.days >= longGapDays)
    const severity = code === 'source_days' ? (long ? 'critical' : 'high') : long ? 'medium' : 'low'
    const about = { source_system, whole, facts: { usual, units, runs: some.length }, places: some.map(placeOf) }
    return [remark(code, severity, silent, about)]
  }
  const [whole, units] = [
    here.filter((run) => run.care_unit_id === null),
    here.filter((run) => run.care_unit_id !== null),
  ]
  return [...remarkOf('source_days', whole, told), ...remarkOf('unit_days', units, null)]
}

/** From so many rows that usually come in the silent hours, a silence of a source is worth more than a low word. */
const largeSilence = 500

function hoursOf({ source_system }: Days, runs: readonly z.infer<typeof HourRun>[]): QualityRemark[] {
  const here = runs.filter((run) => run.source_system === source_system)
  return (['source_hours', 'unit_hours'] as const).flatMap((code) => {
    const some = here.filter((run) => (run.care_unit_id === null) === (code === 'source_hours'))
    if (some.length === 0) return []
    const usual = some.reduce((sum, run) => sum + run.usual, 0)
    const severity = code === 'source_hours' && some.some((run) => run.usual >= largeSilence) ? 'medium' : 'low'
    const hours = some.reduce((sum, run) => sum + run.hours, 0)
    const places = some.map((run) =>
      place(run.hours, { care_unit_id: run.care_unit_id, from: run.from_time, to: run.to_time }),
    )
    const units = new Set(some.map((run) => run.care_unit_id)).size
    return [remark(code, severity, hours, { source_system, facts: { usual, units, runs: some.length }, places })]
  })
}

function thinOf({ source_system, told }: Days, rows: readonly z.infer<typeof ThinDay>[]): QualityRemark[] {
  const here = rows.filter((row) => row.source_system === source_system)
  if (here.length === 0) return []
  const places = here.map((row) => place(row.events, { from: row.day, whole: row.usual }))
  return [remark('thin_days', 'low', here.length, { source_system, whole: told, places })]
}

/** A file that speaks for some days and holds nothing of them. */
function emptyDeliveries(claims: readonly Claim[]): QualityRemark[] {
  const empty = claims.filter((claim) => claim.events === 0)
  return [...Map.groupBy(empty, (claim) => claim.source_system)].map(([source_system, files]) =>
    remark('empty_delivery', 'medium', files.length, {
      source_system,
      places: files.map((file) => place(0, { batch: file.batch, from: file.log_from, to: file.log_to })),
    }),
  )
}
