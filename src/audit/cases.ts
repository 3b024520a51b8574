import { z } from 'zod'
import type { AuditSummary } from '../model/audit-document.ts'
import { RunTally } from '../model/run-tally.ts'
import { atLeast, type Severity, severities } from '../model/severity.ts'
import type { Store } from '../store/store.ts'

const FindingRow = z.object({ ...RunTally.shape.findings.element.shape, findings: z.coerce.number() })
const CaseRow = z.object({
  ...RunTally.shape.cases.element.shape,
  cases: z.coerce.number(),
  handed_out: z.coerce.number(),
})

/**
 * Puts the findings (`found`) together into cases, in the order in which they are handed out: `finding` and `case_file`.
 * @param from first day of the control
 * @param budget so many cases of each unit are handed out
 */
export async function makeCases(
  store: Store,
  notices: AuditSummary['unit_notices'],
  from: string,
  budget: number,
): Promise<void> {
  await store.append(
    'noticed_unit',
    notices.map((notice) => [notice.care_unit_id]),
  )
  await store.run('findings/gather', { from })
  await store.run('findings/case-files', { budget })
}

/** How many findings and cases there are, and what becomes of them. */
export async function tallyRun(store: Store): Promise<RunTally> {
  return {
    findings: await store.rows('findings/tally', FindingRow),
    cases: await store.rows('findings/case-tally', CaseRow),
  }
}

/** How many cases of these runs have a finding of such a severity or a graver one. */
export async function casesFrom(store: Store, run_ids: readonly string[], floor: Severity): Promise<RunTally['cases']> {
  const asked = severities.filter((severity) => atLeast(severity, floor))
  return await store.rows('audit/cases-with', CaseRow, { runs: run_ids.join(' '), severities: asked.join(' ') })
}
