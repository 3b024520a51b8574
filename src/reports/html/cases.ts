import { countFindings } from '../../model/run-tally.ts'
import { type CaseReading, isAddingOutside } from '../case-reading.ts'
import { unitName } from '../naming.ts'
import { notSelectedText } from '../notices.ts'
import type { Reading } from '../reading.ts'
import { ruleTitle } from '../rule-words.ts'
import { caseCard, movedCard } from './case-card.ts'
import { type Content, type Markup, markup } from './markup.ts'
import { dataTable } from './table.ts'

/** The cases that were selected, in order of score. */
export function casesSection(reading: Reading, cases: readonly CaseReading[]): Markup {
  const { words } = reading
  return markup`<section class="cases" aria-labelledby="cases">
<h2 id="cases">${words.cases.heading}</h2>
${
  cases.length === 0
    ? markup`<p>${words.cases.none}</p>\n`
    : markup`<p>${words.cases.means} ${words.selection}</p>\n${cases.map((one) => (one.masked ? movedCard(reading, one) : caseCard(reading, one)))}`
}</section>
`
}

/** What was not selected, in numbers. */
export function notSelectedSection(reading: Reading): Markup {
  const { words, report } = reading
  const kept = report.tally.cases
    .map((unit) => [unitName(reading, unit.care_unit_id), unit.cases - unit.handed_out] as const)
    .filter(([, amount]) => amount > 0)
  const adding = report.tally.findings.filter(isAddingOutside)
  const added = countFindings(report.tally, isAddingOutside)
  return markup`<section aria-labelledby="not-selected">
<h2 id="not-selected">${words.notSelected.heading}</h2>
<p>${notSelectedText(reading)}</p>
${counted(reading, words.notSelected.caption, words.cases.unit, kept)}${
    added > 0 &&
    markup`<p>${words.notSelected.adding(added)}</p>\n${counted(
      reading,
      words.notSelected.addingCaption,
      words.rules.rule,
      adding.map(({ rule, findings }) => [ruleTitle(reading, rule), findings] as const),
    )}`
  }</section>
`
}

function counted(
  { words }: Reading,
  caption: string,
  head: string,
  amounts: readonly (readonly [name: string, amount: number])[],
): Content {
  if (amounts.length === 0) return null
  // Two units may have one name.
  const groups = [...Map.groupBy(amounts, ([name]) => name)].map(
    ([name, group]) => [name, group.reduce((sum, [, amount]) => sum + amount, 0)] as const,
  )
  return dataTable(
    caption,
    [{ title: head }, { title: words.notSelected.amount, number: true }],
    groups.toSorted((a, b) => b[1] - a[1]).map(([name, amount]) => [name, words.count(amount)]),
    { name: 'dense' },
  )
}
