import { z } from 'zod'
import { type Check, figure, remark, severityOf } from '../check.ts'
import { unknownActivity, unknownOther } from '../thresholds.ts'
import { Input } from './rejects.ts'

const count = z.coerce.number()
const CodeRow = z.object({ source_system: z.string(), field: z.string(), words: count, events: count })

/** Are there words in the log that nobody has said the meaning of? Counted by the files of the period, never quoted. */
export const checkCodes: Check = {
  id: 'codes',
  async ask({ store }) {
    const rows = await store.rows('quality/codes', CodeRow)
    const inputs = await store.rows('quality/inputs', Input)
    const stored = (source: string): number =>
      inputs.filter((one) => one.source_system === source).reduce((sum, one) => sum + one.rows_in, 0)
    const codes = rows.map((row) => ({ ...row, whole: Math.max(row.events, stored(row.source_system)) }))
    return {
      figures: codes.map(({ field, source_system, events, whole }) =>
        figure('unknown_codes', events, { subject: field, source_system, whole }),
      ),
      remarks: codes.flatMap(({ field, source_system, events, words, whole }) => {
        const severity = severityOf(events, whole, field === 'activity' ? unknownActivity : unknownOther)
        if (severity === null) return []
        return [remark('unknown_codes', severity, events, { subject: field, source_system, whole, facts: { words } })]
      }),
      silent: inputs.length === 0,
    }
  },
}
