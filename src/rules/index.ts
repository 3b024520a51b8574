import { noCareRelation } from './no-care-relation.ts'
import { offHours } from './off-hours.ts'
import { ownFamily } from './own-family.ts'
import { ownRecord } from './own-record.ts'
import { protectedIdentity } from './protected-identity.ts'
import type { AnyRule } from './rule.ts'

/** Every rule, in the order in which a report shows them. */
export const rules: readonly AnyRule[] = [noCareRelation, protectedIdentity, ownFamily, ownRecord, offHours]

export function ruleById(id: string): AnyRule | undefined {
  return rules.find((rule) => rule.id === id)
}
