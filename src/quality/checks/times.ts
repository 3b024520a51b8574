import { z } from 'zod'
import type { QualityRemark } from '../../model/quality-document.ts'
import { type Check, figure, place, remark, severityOf } from '../check.ts'
import {
  dateOnly,
  fewAtMidnight,
  impossibleHour,
  midnight,
  outsideClaim,
  resolutionRows,
  strayTimes,
} from '../thresholds.ts'
import { clocked, readTotals, type SourceTotals } from '../totals.ts'
import { Claim } from './gaps.ts'

const Stray = z.object({
  source_system: z.string(),
  kind: z.enum(['stray', 'future']),
  first_day: z.string(),
  last_day: z.string(),
  rows: z.coerce.number(),
})

/** How are times told, and are there times that cannot be? */
export const checkTimes: Check = {
  id: 'times',
  async ask({ store, today }) {
    const totals = (await readTotals({ store })).filter((one) => one.events > one.no_time)
    const stray = await store.rows('quality/stray', Stray, { today })
    const claims = await store.rows('quality/claims', Claim)
    return {
      figures: totals.flatMap(figuresOf),
      remarks: totals.flatMap((one) => [...oddTimes(one), ...strayOf(one, stray), ...outsideOf(one, claims)]),
      silent: totals.length === 0,
    }
  },
}

function figuresOf(totals: SourceTotals) {
  const { source_system } = totals
  const whole = totals.events - totals.no_time
  const local = whole - totals.with_offset - totals.ambiguous - totals.in_gap - totals.date_only
  const about = { source_system, whole }
  return [
    figure('offset', totals.with_offset, about),
    figure('local', local, about),
    figure('local_ambiguous', totals.ambiguous, about),
    figure('local_gap', totals.in_gap, about),
    figure('date_only', totals.date_only, about),
    figure('round_minute', totals.round_minute, { source_system, whole: clocked(totals) }),
    figure('midnight', totals.midnight, { source_system, whole: clocked(totals) }),
  ]
}

function* oddTimes(totals: SourceTotals): Generator<QualityRemark> {
  const { source_system } = totals
  const whole = totals.events - totals.no_time
  const days = severityOf(totals.date_only, whole, dateOnly)
  if (days !== null) yield remark('date_only', days, totals.date_only, { source_system, whole })
  const never = severityOf(totals.in_gap, whole, impossibleHour)
  if (never !== null) yield remark('local_gap', never, totals.in_gap, { source_system, whole })
  // Which of the two hours it was cannot be told; it happens one night in a year.
  if (totals.ambiguous > 0) yield remark('local_ambiguous', 'info', totals.ambiguous, { source_system, whole })
  const rows = clocked(totals)
  const about = { source_system, whole: rows }
  if (rows >= resolutionRows && totals.round_hour === rows) yield remark('no_minutes', 'medium', rows, about)
  else if (rows >= resolutionRows && totals.round_minute === rows) yield remark('no_seconds', 'low', rows, about)
  const pile = severityOf(totals.midnight, rows, midnight)
  if (pile !== null && totals.midnight >= fewAtMidnight) yield remark('midnight', pile, totals.midnight, about)
}

function strayOf(totals: SourceTotals, rows: readonly z.infer<typeof Stray>[]): QualityRemark[] {
  const { source_system } = totals
  const whole = totals.events - totals.no_time
  return (['stray', 'future'] as const).flatMap((kind) => {
    const here = rows.filter((row) => row.kind === kind && row.source_system === source_system)
    const part = here.reduce((sum, row) => sum + row.rows, 0)
    const severity = severityOf(part, Math.max(part, whole), strayTimes)
    const places = here.map((row) => place(row.rows, { from: row.first_day, to: row.last_day }))
    return severity === null ? [] : [remark(kind, severity, part, { source_system, whole, places })]
  })
}

function outsideOf(totals: SourceTotals, claims: readonly Claim[]): QualityRemark[] {
  const { source_system } = totals
  const here = claims.filter((claim) => claim.source_system === source_system)
  const part = here.reduce((sum, claim) => sum + claim.outside_claim, 0)
  const whole = here.reduce((sum, claim) => sum + claim.events, 0)
  const severity = severityOf(part, whole, outsideClaim)
  if (severity === null) return []
  const places = here
    .filter((claim) => claim.outside_claim > 0)
    .map((claim) => place(claim.outside_claim, { batch: claim.batch, whole: claim.events }))
  return [remark('outside_claim', severity, part, { source_system, whole, places })]
}
