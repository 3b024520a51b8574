import { isOpenDay } from './calendar.ts'
import { type Grade, type Grades, type Lookup, outsideHours } from './grade.ts'
import type { World } from './tables.ts'
import { commonBearers, type Tie, type Ties } from './ties.ts'

export type Severity = 'info' | 'low' | 'medium' | 'high'
export type Rule = 'no-care-relation' | 'protected-identity' | 'off-hours' | 'own-family' | 'own-record'

export interface Finding {
  readonly rule: Rule
  readonly severity: Severity
}

const protectedSeverity: Readonly<Record<Grade, Severity>> = {
  'A+': 'info',
  A: 'info',
  'B+': 'medium',
  B: 'medium',
  P: 'medium',
  'cannot tell': 'medium',
  C: 'high',
  E: 'high',
}

const familySeverity: Partial<Record<Tie, readonly [severity: Severity, whenNamed: Severity]>> = {
  register: ['high', 'medium'],
  ended: ['medium', 'low'],
  address: ['medium', 'low'],
  name: ['low', 'info'],
}

/** What the five rules must say of a lookup, by the design's table of severities. */
export function findingsOf(world: World, ties: Ties, grades: Grades, lookup: Lookup): Finding[] {
  const { staff, patient } = lookup
  const grade = grades.of(lookup)
  const found: Finding[] = []
  if (grade === 'E') found.push({ rule: 'no-care-relation', severity: 'medium' })
  if (grade === 'C') found.push({ rule: 'no-care-relation', severity: 'low' })
  const protection = ties.patient(patient)?.protection ?? 'none'
  if (protection !== 'none') found.push({ rule: 'protected-identity', severity: protectedSeverity[grade] })
  if (outsideHours(world, lookup, isOpenDay)) found.push({ rule: 'off-hours', severity: 'low' })
  const tie = ties.between(staff, patient)
  if (tie === 'self') found.push({ rule: 'own-record', severity: 'high' })
  const [severity, whenNamed] = (tie && familySeverity[tie]) ?? []
  if (severity && whenNamed) found.push({ rule: 'own-family', severity: grade === 'A+' ? whenNamed : severity })
  if (!tie && ties.patient(patient)?.family_name === staff.family_name) demandCommon(ties, staff.family_name)
  return found
}

/** How rare a rare name is, is for the tool to say: the sample has none that two readers could judge differently. */
function demandCommon(ties: Ties, familyName: string): void {
  const bearers = ties.bearers(familyName)
  if (bearers < commonBearers) throw new Error(`${familyName} is neither common nor rare: ${bearers} bearers`)
}
