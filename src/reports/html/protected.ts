import type { Finding } from '../../model/finding.ts'
import type { CaseReading } from '../case-reading.ts'
import { isMasked, patientLabel, userLabel } from '../naming.ts'
import type { Reading } from '../reading.ts'
import { caseCard } from './case-card.ts'
import { lookupTable } from './lookup-table.ts'
import { type Markup, markup } from './markup.ts'

const rule = 'protected-identity'

/** Everyone with protected identity, staff too, on a page of their own: their cases, and every lookup. */
export function protectedSection(reading: Reading, cases: readonly CaseReading[]): Markup {
  const { words, report } = reading
  const { findings } = report.document
  const patients = grouped(findings, (finding) =>
    finding.rule === rule || isMasked(reading, finding.patient_id) ? finding.patient_id : null,
  )
  const users = grouped(findings, (finding) => (isMasked(reading, finding.user_id) ? finding.user_id : null))
  const own = cases.filter((one) => one.masked)
  const answered = report.document.run.rules.some(
    (run) => run.rule === rule && run.outcome === 'answered' && run.assessed > run.unknown,
  )
  const lists = [
    ...patients.map(([id, group]) =>
      lookupTable(reading, group, words.protected.patient(patientLabel(reading, id)), 'user'),
    ),
    ...users.map(([id, group]) => lookupTable(reading, group, words.protected.user(userLabel(reading, id)), 'patient')),
  ]
  return markup`<section class="own-page" aria-labelledby="protected">
<h2 id="protected">${words.protected.heading}</h2>
<p class="mark">${words.confidential}</p>
<p>${words.protected.means}</p>
${!answered && markup`<p class="answer">${words.protected.unanswered}</p>\n`}${lists.length === 0 && answered && markup`<p>${words.protected.none}</p>\n`}${
    lists.length > 0 && markup`<h3>${words.protected.lookups}</h3>\n${lists}`
  }${own.length > 0 && markup`<h3>${words.protected.cases}</h3>\n<p>${words.protected.casesMean}</p>\n${own.map((one) => caseCard(reading, one))}`}</section>
`
}

function grouped(
  findings: readonly Finding[],
  person: (finding: Finding) => string | null,
): [string, readonly Finding[]][] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const id = person(finding)
    if (id !== null) groups.set(id, [...(groups.get(id) ?? []), finding])
  }
  return [...groups].toSorted((a, b) => (a[0] < b[0] ? -1 : 1))
}
