import { z } from 'zod'
import { type Check, figure, remark } from '../check.ts'
import { absentField } from '../thresholds.ts'

/** Fields that make questions sharper; those of the first group are missed most when they are not logged. */
const sharpening = ['record_id', 'purpose', 'resource_type', 'workstation', 'owner_care_unit_id'] as const
const helping = [
  'user_name',
  'user_title',
  'assignment',
  'care_provider_id',
  'resource_id',
  'owner_care_provider_id',
  'break_glass',
  'network_address',
  'session_id',
] as const
const fields = [...sharpening, ...helping]

const count = z.coerce.number()
const FieldRow = z.object({
  source_system: z.string(),
  events: count,
  ...(Object.fromEntries(fields.map((field) => [field, count])) as Record<(typeof fields)[number], typeof count>),
})

/** Which fields beyond the five does the log fill? */
export const checkUsefulFields: Check = {
  id: 'useful-fields',
  async ask({ store, period }) {
    const rows = await store.rows('quality/fields', FieldRow, { ...period })
    const filled = rows.flatMap((row) =>
      fields.map((field) => ({ field, source_system: row.source_system, part: row[field], whole: row.events })),
    )
    return {
      figures: filled.map(({ field, source_system, part, whole }) =>
        figure('filled', part, { subject: field, source_system, whole }),
      ),
      remarks: filled
        .filter(({ part, whole }) => part < absentField * whole)
        .map(({ field, source_system, part, whole }) =>
          remark('field_absent', (sharpening as readonly string[]).includes(field) ? 'low' : 'info', whole - part, {
            subject: field,
            source_system,
            whole,
          }),
        ),
      silent: rows.length === 0,
    }
  },
}
