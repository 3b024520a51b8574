import { z } from 'zod'
import { type Check, figure, place, remark, severityOf } from '../check.ts'
import { mostPlaces, unknownParties } from '../thresholds.ts'
import { readTables } from './reference-data.ts'

const count = z.coerce.number()
const Party = z.object({
  subject: z.string(),
  lookups: count,
  unknown: count,
  parties: count,
  unknown_parties: count,
})
const PlaceRow = z.object({
  subject: z.string(),
  care_unit_id: z.string().nullable(),
  part: count,
  whole: count,
  places: count,
})
const Unplaced = z.object({ users: count, without_unit: count })

/** Do the registers know the users, units and patients of the log? Ids that do not meet explain nothing. */
export const checkRegisters: Check = {
  id: 'registers',
  async ask(scope) {
    const { store, period } = scope
    await store.run('quality/unknown-parties', { ...period })
    const tables = await readTables(scope)
    const parties = await store.rows('quality/party-counts', Party)
    const rows = await store.rows('quality/party-places', PlaceRow, { ...period, most: mostPlaces })
    const { users, without_unit } = await store.row('quality/users-without-unit', Unplaced)
    // What an empty register does not know says nothing of the log: that it is empty is said among the reference data.
    const loaded = parties.filter(({ subject, lookups }) => (tables.get(subject)?.rows ?? 0) > 0 && lookups > 0)
    const unplaced = severityOf(without_unit, users, unknownParties)
    return {
      figures: [
        ...loaded.flatMap(({ subject, lookups, unknown, parties: all, unknown_parties }) => [
          figure('lookups_unknown', unknown, { subject, whole: lookups }),
          figure('parties_unknown', unknown_parties, { subject, whole: all }),
        ]),
        figure('users_without_unit', without_unit, { whole: users }),
      ],
      remarks: [
        ...loaded.flatMap(({ subject, lookups, unknown, unknown_parties }) => {
          const severity = severityOf(unknown, lookups, unknownParties)
          if (severity === null) return []
          const here = rows.filter((row) => row.subject === subject)
          const places = here.map((row) => place(row.part, { care_unit_id: row.care_unit_id, whole: row.whole }))
          const more_places = (here[0]?.places ?? 0) - here.length
          const about = { subject, whole: lookups, facts: { parties: unknown_parties }, places, more_places }
          return [remark('unknown_party', severity, unknown, about)]
        }),
        ...(unplaced === null ? [] : [remark('users_without_unit', unplaced, without_unit, { whole: users })]),
      ],
      unanswered: parties
        .filter(({ subject }) => (tables.get(subject)?.rows ?? 0) === 0)
        .map(({ subject }) => ({ cause: 'register_empty', subject, source_system: null })),
      silent: loaded.length === 0,
    }
  },
}
