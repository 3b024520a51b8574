import { z } from 'zod'
import { type Check, figure, place, remark, severityOf } from '../check.ts'
import { conflictingRows, rejectedRows } from '../thresholds.ts'

const count = z.coerce.number()
/** A file of the period, as it was read. */
export const Input = z.object({
  batch: z.string(),
  file: z.string(),
  sha256: z.string(),
  source_system: z.string(),
  rows_in: count,
  stored: count,
  duplicate: count,
  rejected: count,
  conflict: count,
  log_from: z.string().nullable(),
  log_to: z.string().nullable(),
})
const CauseRow = z.object({ batch: z.string(), cause: z.string(), rows: count })

const conflict = 'conflict_with_known_record'

/** Were there rows that could not be kept: unreadable, or in conflict with what was known? */
export const checkRejects: Check = {
  id: 'rejects',
  async ask({ store }) {
    const inputs = await store.rows('quality/inputs', Input)
    const causes = await store.rows('quality/rejects', CauseRow)
    const bySource = [...Map.groupBy(inputs, (input) => input.source_system)]
    const counts = bySource.flatMap(([source_system, files]) => {
      const whole = files.reduce((sum, file) => sum + file.rows_in, 0)
      const placesOf = (wanted: (cause: string) => boolean) =>
        causes.flatMap((row) => {
          const file = files.find((one) => one.batch === row.batch)
          return file && wanted(row.cause)
            ? [place(row.rows, { batch: row.batch, cause: row.cause, whole: file.rows_in })]
            : []
        })
      return [
        {
          code: 'rejected',
          part: files.reduce((sum, file) => sum + file.rejected, 0),
          places: placesOf((cause) => cause !== conflict),
          steps: rejectedRows,
          about: { source_system, whole },
        },
        {
          code: 'conflict',
          part: files.reduce((sum, file) => sum + file.conflict, 0),
          places: placesOf((cause) => cause === conflict),
          steps: conflictingRows,
          about: { source_system, whole },
        },
      ]
    })
    return {
      figures: counts.map(({ code, part, about }) => figure(code, part, about)),
      remarks: counts.flatMap(({ code, part, places, steps, about }) => {
        const severity = severityOf(part, about.whole, steps)
        return severity === null ? [] : [remark(code, severity, part, { ...about, places })]
      }),
      silent: inputs.length === 0,
    }
  },
}
