import { z } from 'zod'
import { type Check, figure, place, remark, severityOf } from '../check.ts'
import { mostPlaces, nearDuplicates, readBefore } from '../thresholds.ts'
import { clocked, readTotals, withoutSeconds } from '../totals.ts'
import { Input } from './rejects.ts'

const count = z.coerce.number()
const Repeats = z.object({ source_system: z.string(), repeats: count })
export const UnitPlace = z.object({
  source_system: z.string(),
  care_unit_id: z.string().nullable(),
  part: count,
  places: count,
})
export const sourceSeparator = '\u001f'

/** Does the log say things twice: rows that were read before, and rows that repeat another within a second? */
export const checkDuplicates: Check = {
  id: 'duplicates',
  async ask({ store, period }) {
    const inputs = await store.rows('quality/inputs', Input)
    const totals = await readTotals({ store })
    const telling = totals.filter((one) => withoutSeconds(one) === undefined)
    const sources = telling.map((one) => one.source_system).join(sourceSeparator)
    await store.run('quality/near-duplicates', { ...period, sources })
    const repeats = await store.rows('quality/repeat-counts', Repeats)
    const rows = await store.rows('quality/repeat-places', UnitPlace, { most: mostPlaces })
    const near = telling.map((one) => ({
      source_system: one.source_system,
      part: repeats.find(({ source_system }) => source_system === one.source_system)?.repeats ?? 0,
      whole: clocked(one),
    }))
    const bySource = Map.groupBy(inputs, (input) => input.source_system)
    const exact = [...bySource].map(([source_system, files]) => ({
      source_system,
      part: files.reduce((sum, file) => sum + file.duplicate, 0),
      whole: files.reduce((sum, file) => sum + file.rows_in, 0),
      places: files
        .filter((file) => file.duplicate > 0)
        .map((file) => place(file.duplicate, { batch: file.batch, whole: file.rows_in }))
        .sort((a, b) => b.part - a.part),
    }))
    return {
      figures: [
        ...exact.map(({ source_system, part, whole }) => figure('read_before', part, { source_system, whole })),
        ...near.map(({ part, ...about }) => figure('near_duplicates', part, about)),
      ],
      remarks: [
        ...exact.flatMap(({ part, ...about }) => {
          const severity = severityOf(part, about.whole, readBefore)
          return severity === null ? [] : [remark('read_before', severity, part, about)]
        }),
        ...near.flatMap(({ part, ...about }) => {
          const severity = severityOf(part, about.whole, nearDuplicates)
          const here = rows.filter((row) => row.source_system === about.source_system)
          const places = here.map((row) => place(row.part, { care_unit_id: row.care_unit_id }))
          const more_places = (here[0]?.places ?? 0) - here.length
          return severity === null ? [] : [remark('near_duplicates', severity, part, { ...about, places, more_places })]
        }),
      ],
      unanswered: totals.flatMap((one) => {
        const cause = withoutSeconds(one)
        return cause === undefined ? [] : [{ cause, subject: 'near_duplicates', source_system: one.source_system }]
      }),
    }
  },
}
