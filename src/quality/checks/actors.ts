import { type Check, figure, remark } from '../check.ts'
import { readTotals } from '../totals.ts'

const kinds = ['staff', 'robot', 'citizen', 'system'] as const

/** Who acts in the log? Log control reviews staff; the rest are counted. */
export const checkActors: Check = {
  id: 'actors',
  async ask({ store }) {
    const totals = await readTotals({ store })
    return {
      figures: totals.flatMap((one) => {
        const about = { source_system: one.source_system, whole: one.events }
        return [
          ...kinds.map((kind) => figure('actor', one[kind], { ...about, subject: kind })),
          figure('incidental', one.incidental, about),
        ]
      }),
      remarks: totals.flatMap((one) => {
        const isBeside = totals.some(({ staff }) => staff > 0)
        const about = { source_system: one.source_system, whole: one.events }
        // What patients have read themselves is a log of its own: beside one of staff it is as it should be.
        const severity = isBeside && one.citizen === one.events ? 'info' : 'high'
        if (one.staff === 0) return [remark('no_staff', severity, one.events, about)]
        const machines = one.robot + one.system
        return machines * 2 > one.events ? [remark('mostly_machines', 'info', machines, about)] : []
      }),
      silent: totals.length === 0,
    }
  },
}
