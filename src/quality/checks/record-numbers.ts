import { z } from 'zod'
import type { QualityFigure, QualityRemark, Unanswered } from '../../model/quality-document.ts'
import { type Check, figure, place, remark, type Scope, severityOf } from '../check.ts'
import { missingNumbers, mostPlaces, seriesDensity, seriesLength, seriesOrder, seriesShare } from '../thresholds.ts'

/** One row in so many is looked at to see whether a source numbers its rows; of a short log, every row. */
const sampleRows = 5000
/** Beginnings per numbered row above which the digits are the tail of random ids. */
const mostBeginnings = 0.2

const count = z.coerce.number()
const Sample = z.object({ source_system: z.string(), rows: count, ids: count, numbered: count, beginnings: count })
const Answer = z.object({
  all_rows: count,
  rows: count,
  numbers: count,
  span: count,
  series: count,
  in_order: count,
})
const Hole = z.object({
  missing: count,
  from_time: z.string().nullable(),
  to_time: z.string().nullable(),
  all_missing: count,
  holes: count,
})

interface Told {
  readonly figures: readonly QualityFigure[]
  readonly remarks: readonly QualityRemark[]
  readonly cause?: string
}

/** Are there numbers that a source gave and that did not come? (RIV-TA log 2.0 wants running numbers in the archive.) */
export const checkRecordNumbers: Check = {
  id: 'record-numbers',
  async ask(scope) {
    const events = scope.sources.reduce((sum, source) => sum + source.events, 0)
    const one_in = Math.max(1, Math.floor(events / sampleRows))
    const samples = await scope.store.rows('quality/number-sample', Sample, { ...scope.period, one_in })
    const found: { figures: QualityFigure[]; remarks: QualityRemark[]; unanswered: Unanswered[] } = {
      figures: [],
      remarks: [],
      unanswered: [],
    }
    for (const { source_system } of scope.sources) {
      const told = await tell(scope, source_system, samples)
      found.figures.push(...told.figures)
      found.remarks.push(...told.remarks)
      if (told.cause !== undefined) found.unanswered.push({ cause: told.cause, subject: 'record_id', source_system })
    }
    return found
  },
}

async function tell(
  { store, period }: Scope,
  source_system: string,
  samples: readonly z.infer<typeof Sample>[],
): Promise<Told> {
  const sample = samples.find((one) => one.source_system === source_system)
  const without = (cause: string): Told => ({ figures: [], remarks: [], cause })
  if (!sample || sample.ids === 0) return without('no_record_ids')
  const runs = sample.numbered >= seriesShare * sample.rows
  if (!runs || sample.beginnings > Math.max(1, mostBeginnings * sample.numbered)) return without('no_running_numbers')
  await store.run('quality/numbers', { ...period, source_system })
  await store.run('quality/number-series', { least: seriesLength })
  const answer = await store.row('quality/number-answer', Answer)
  if (answer.rows < seriesShare * answer.all_rows || answer.series === 0) return without('no_running_numbers')
  if (answer.in_order < seriesOrder * (answer.numbers - answer.series)) return without('numbers_out_of_order')
  if (answer.numbers < seriesDensity * answer.span) return without('numbers_of_a_longer_series')
  const holes = await store.rows('quality/number-holes', Hole, { ...period, most: mostPlaces })
  const missing = holes[0]?.all_missing ?? 0
  const whole = answer.numbers + missing
  const severity = severityOf(missing, whole, missingNumbers)
  return {
    figures: [figure('numbers', answer.numbers, { source_system, whole })],
    remarks:
      severity === null
        ? []
        : [
            remark('numbers_missing', severity, missing, {
              source_system,
              whole,
              facts: { holes: holes[0]?.holes ?? 0 },
              places: holes.map((hole) => place(hole.missing, { from: hole.from_time, to: hole.to_time })),
              more_places: (holes[0]?.holes ?? 0) - holes.length,
            }),
          ],
  }
}
