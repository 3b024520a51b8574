import { z } from 'zod'
import { type Check, figure, place, remark, severityOf } from '../check.ts'
import { listPatients, mostPlaces, unmarkedLists } from '../thresholds.ts'
import { clocked, readTotals, withoutSeconds } from '../totals.ts'
import { sourceSeparator, UnitPlace } from './duplicates.ts'

const count = z.coerce.number()
const Lists = z.object({ source_system: z.string(), lists: count, events: count, unmarked: count })

/** Are there bursts that are one screen, and are they marked as such? */
export const checkListViews: Check = {
  id: 'list-views',
  async ask({ store, period }) {
    const totals = await readTotals({ store })
    const telling = totals.filter((one) => withoutSeconds(one) === undefined)
    const sources = telling.map((one) => one.source_system).join(sourceSeparator)
    await store.run('quality/list-views', { ...period, sources, patients: listPatients })
    const found = await store.rows('quality/list-counts', Lists)
    const rows = await store.rows('quality/list-places', UnitPlace, { most: mostPlaces })
    const counts = telling.map((one) => {
      const lists = found.find(({ source_system }) => source_system === one.source_system)
      const { source_system } = one
      return {
        source_system,
        whole: clocked(one),
        incidental: one.incidental,
        lists: 0,
        events: 0,
        unmarked: 0,
        ...lists,
      }
    })
    return {
      figures: counts.flatMap(({ source_system, whole, lists, events, incidental }) => [
        figure('lists', lists, { source_system }),
        figure('in_lists', events, { source_system, whole }),
        figure('incidental', incidental, { source_system, whole }),
      ]),
      remarks: counts.flatMap(({ source_system, whole, unmarked, lists }) => {
        const severity = severityOf(unmarked, whole, unmarkedLists)
        if (severity === null) return []
        const here = rows.filter((row) => row.source_system === source_system)
        const places = here.map((row) => place(row.part, { care_unit_id: row.care_unit_id }))
        const more_places = (here[0]?.places ?? 0) - here.length
        const about = { source_system, whole, facts: { lists, patients: listPatients }, places, more_places }
        return [remark('unmarked_lists', severity, unmarked, about)]
      }),
      unanswered: totals.flatMap((one) => {
        const cause = withoutSeconds(one)
        return cause === undefined ? [] : [{ cause, subject: 'lists', source_system: one.source_system }]
      }),
    }
  },
}
