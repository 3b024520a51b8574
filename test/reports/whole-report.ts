import type { CaseFile } from '../../src/model/audit-document.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { RunTally } from '../../src/model/run-tally.ts'
import type { AuditReport } from '../../src/reports/audit-report.ts'

/** A report whose findings are all at hand. */
export function wholeReport(given: Omit<AuditReport, 'findings' | 'tally'>): AuditReport {
  const { findings } = given.document
  return {
    ...given,
    findings: {
      async *[Symbol.asyncIterator]() {
        yield* findings
      },
    },
    tally: tallyOf(findings, given.cases),
  }
}

/** All pieces of a text that is made piece by piece. */
export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

/** The tally of findings and cases that are at hand. */
function tallyOf(findings: readonly Finding[], cases: readonly CaseFile[]): RunTally {
  const handedOut = new Map(cases.flatMap((file) => file.finding_ids.map((id) => [id, file.handed_out] as const)))
  const kinds = Map.groupBy(findings, (one) => {
    const { rule, severity, opens, suppressed } = one
    const handed_out = handedOut.get(one.finding_id)
    return JSON.stringify({
      rule,
      severity,
      opens,
      suppressed,
      in_case: handed_out !== undefined,
      handed_out: handed_out === true,
    })
  })
  const units = Map.groupBy(
    cases.toSorted((a, b) => Number(a.handed_out) - Number(b.handed_out)),
    (file) => file.care_unit_id,
  )
  return {
    findings: [...kinds].map(([kind, group]) => ({
      ...(JSON.parse(kind) as Omit<RunTally['findings'][number], 'findings'>),
      findings: group.length,
    })),
    cases: [...units].map(([care_unit_id, group]) => ({
      care_unit_id,
      cases: group.length,
      handed_out: group.filter(({ handed_out }) => handed_out).length,
    })),
  }
}
