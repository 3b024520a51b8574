import { z } from 'zod'
import { mandatoryFields } from '../../model/event-fields.ts'
import { type Check, figure, place, remark, severityOf } from '../check.ts'
import { missingField, mostPlaces } from '../thresholds.ts'
import { readTotals, type SourceTotals } from '../totals.ts'

type Field = (typeof mandatoryFields)[number]

const PlaceRow = z.object({
  source_system: z.string(),
  field: z.string(),
  care_unit_id: z.string().nullable(),
  day: z.string().nullable(),
  part: z.coerce.number(),
  whole: z.coerce.number(),
  places: z.coerce.number(),
})

/** The five that the law wants in every row (HSLF-FS 2016:40 4 kap. 9 §). */
export const checkMandatoryFields: Check = {
  id: 'mandatory-fields',
  async ask(scope) {
    const rows = await scope.store.rows('quality/missing-places', PlaceRow, { most: mostPlaces })
    const counts = (await readTotals(scope)).flatMap((totals) =>
      mandatoryFields.map((field) => ({ field, source_system: totals.source_system, ...countsOf(totals, field) })),
    )
    return {
      figures: counts.map(({ field, source_system, missing, whole }) =>
        figure('filled', whole - missing, { subject: field, source_system, whole }),
      ),
      remarks: counts.flatMap(({ field, source_system, missing, whole }) => {
        if (missing === 0) return []
        const here = rows.filter((row) => row.field === field && row.source_system === source_system)
        const severity = severityOf(missing, whole, missingField) ?? 'info'
        const places = here.map((row) => place(row.part, { ...whereOf(row), whole: row.whole }))
        const more_places = (here[0]?.places ?? 0) - here.length
        return [
          remark('field_missing', severity, missing, { subject: field, source_system, whole, places, more_places }),
        ]
      }),
    }
  },
}

function whereOf({ care_unit_id, day }: z.infer<typeof PlaceRow>) {
  return { care_unit_id, from: day }
}

function countsOf(totals: SourceTotals, field: Field): { missing: number; whole: number } {
  switch (field) {
    case 'occurred_at':
      return { missing: totals.no_time, whole: totals.events }
    case 'user_id':
      return { missing: totals.no_user, whole: totals.needs_user }
    case 'care_unit_id':
      return { missing: totals.no_unit, whole: totals.needs_unit }
    case 'patient_id':
      return { missing: totals.no_patient, whole: totals.needs_patient }
    case 'activity':
      return { missing: totals.no_activity, whole: totals.events }
  }
}
