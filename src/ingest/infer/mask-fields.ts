import { formatPersonId } from '../../model/person-id.ts'
import type { InputKind } from '../../model/reference.ts'
import { fieldType } from './guess-codes.ts'

/** Names, and what people write themselves: it may hold a name. */
const names: ReadonlySet<string> = new Set([
  'user_name',
  'patient_name',
  'given_name',
  'family_name',
  'address',
  'activity_args',
  'declared_reason',
  'reason',
])
const userIds: ReadonlySet<string> = new Set(['user_id', 'responsible_user_id', 'registered_by'])
const days: ReadonlySet<string> = new Set(['birth_date', 'deceased_date'])

/**
 * The values of a row so that one sees their form and not whose they are: `19900101-****`, `SE5560000000-****`, `A**** E****`.
 * Who has protected identity is not known before the registers are read, so everyone is masked.
 */
export function maskFields(kind: InputKind, fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, maskValue(kind, field, value)]))
}

function maskValue(kind: InputKind, field: string, value: string): string {
  const type = fieldType(kind, field)
  const plainType = typeof type === 'object' && 'kind' in type ? type.kind : type
  if (plainType === 'person') return maskTail(formatPersonId(value))
  if (userIds.has(field)) return maskTail(value)
  if (names.has(field) && plainType === 'text')
    return value.replaceAll(/(?<=[\p{L}\p{N}])[\p{L}\p{N}\p{M}'’-]+/gu, '****')
  if (days.has(field)) return `${value.slice(0, 4)}-**-**`
  if (plainType !== 'text') return value
  return value.replaceAll(/(?<![\p{L}\p{N}])(\d{6,8})[-+]?[\p{L}\d]{4}(?![\p{L}\p{N}])/gu, '$1-****')
}

/** What stands before the last sign, or the first letters of what has none. */
function maskTail(value: string): string {
  const sign = value.lastIndexOf('-')
  return sign > 0 ? `${value.slice(0, sign)}-****` : `${value.slice(0, Math.min(2, value.length >> 1))}****`
}
