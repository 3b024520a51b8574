import type { Scenario } from '../scenario.ts'
import { quietMonth } from './quiet-month.ts'

/** All practice cases, in the order in which they are best taken. */
export const scenarios: readonly Scenario[] = [quietMonth]
