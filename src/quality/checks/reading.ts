import { z } from 'zod'
import { type Check, figure, place, remark } from '../check.ts'

const count = z.coerce.number()
const BatchRow = z.object({
  batch: z.string(),
  source_system: z.string(),
  profile: z.string(),
  status: z.string(),
  rows_in: count,
  stored: count,
  nonconforming: count,
})
const Deviation = z.object({ source_system: z.string(), code: z.string(), records: count, batches: count })

/** Was the log read as it was meant: by profiles that are held against real files, in the form that its standard says? */
export const checkReading: Check = {
  id: 'reading',
  async ask({ store }) {
    const batches = await store.rows('quality/reading', BatchRow)
    const deviations = await store.rows('quality/deviations', Deviation)
    const drafts = batches.filter((batch) => batch.status === 'draft')
    const sum = (some: readonly z.infer<typeof BatchRow>[], what: 'stored' | 'nonconforming') =>
      some.reduce((all, batch) => all + batch[what], 0)
    return {
      figures: [
        figure('files', batches.length),
        figure('drafts', drafts.length, { whole: batches.length }),
        figure('nonconforming', sum(batches, 'nonconforming'), { whole: sum(batches, 'stored') }),
        ...deviations.map((one) =>
          figure('deviations', one.records, { subject: one.code, source_system: one.source_system }),
        ),
      ],
      remarks: [
        ...[...Map.groupBy(drafts, (batch) => batch.profile)].map(([profile, files]) =>
          remark('draft_profile', 'medium', files.length, {
            whole: batches.length,
            facts: { profile },
            places: files.map((file) => place(file.stored, { batch: file.batch })),
          }),
        ),
        ...deviations.map((one) =>
          remark('deviation', 'info', one.records, {
            subject: one.code,
            source_system: one.source_system,
            facts: { batches: one.batches },
          }),
        ),
      ],
      silent: batches.length === 0,
    }
  },
}
