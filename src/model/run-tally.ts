import { z } from 'zod'
import { severities } from './severity.ts'

const Count = z.int().nonnegative()

/** How many findings and cases a run has, and what becomes of them; of a large log no one can hold them all. */
export const RunTally = z.object({
  /** In the order of the rules. */
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(severities),
      opens: z.boolean(),
      suppressed: z.boolean(),
      in_case: z.boolean(),
      handed_out: z.boolean(),
      findings: Count,
    }),
  ),
  /** By unit, in the order of the first case that is not handed out. */
  cases: z.array(z.object({ care_unit_id: z.string().nullable(), cases: Count, handed_out: Count })),
})
export type RunTally = z.infer<typeof RunTally>

/** How many findings of a tally are of a kind. */
export function countFindings(tally: RunTally, is: (kind: RunTally['findings'][number]) => boolean): number {
  return tally.findings.reduce((sum, kind) => (is(kind) ? sum + kind.findings : sum), 0)
}

/** How many cases there are, and how many of them are handed out. */
export function countCases({ cases }: RunTally): { cases: number; handed_out: number } {
  return cases.reduce(
    (sum, unit) => ({ cases: sum.cases + unit.cases, handed_out: sum.handed_out + unit.handed_out }),
    { cases: 0, handed_out: 0 },
  )
}
