import { ruleById } from '../../rules/index.ts'
import type { Reading } from '../reading.ts'
import { ruleTitle, ruleWords } from '../rule-words.ts'
import { type Markup, markup } from './markup.ts'
import { dataTable } from './table.ts'

/** What each rule cannot see. */
export function missesSection(reading: Reading): Markup {
  const { words, report } = reading
  return markup`<section aria-labelledby="misses">
<h2 id="misses">${words.misses.heading}</h2>
<dl class="misses">
${report.document.run.rules.map(
  ({ rule }) =>
    markup`<div><dt class="label">${ruleTitle(reading, rule)}</dt><dd>${ruleWords(reading, rule)?.misses ?? words.misses.unknown}</dd></div>\n`,
)}</dl>
</section>
`
}

/** What the report may be used for, and what not. */
export function purposeSection({ words }: Reading): Markup {
  return markup`<section aria-labelledby="purpose">
<h2 id="purpose">${words.purpose.heading}</h2>
<p class="limit">${words.purpose.limit}</p>
<p>${words.purpose.means}</p>
</section>
`
}

/** The provisions that each rule rests on. */
export function lawSection(reading: Reading): Markup {
  const { words, report, language } = reading
  return markup`<section aria-labelledby="law">
<h2 id="law">${words.law.heading}</h2>
${dataTable(
  words.law.caption,
  [{ title: words.rules.rule }, { title: words.law.place }],
  report.document.run.rules.map(({ rule }) => {
    const law = ruleById(rule, report.book)?.law
    if (!law) return [ruleTitle(reading, rule), words.law.unknown]
    return [
      ruleTitle(reading, rule),
      markup`<ul>${law.map((basis) => markup`<li>${basis.act}, ${ended(basis.place)} <span class="small">${basis.heading[language]}.</span></li>`)}</ul>`,
    ]
  }),
  { name: 'law' },
)}</section>
`
}

/** A place such as `2 kap.` has its full stop already. */
function ended(place: string): string {
  return place.endsWith('.') ? place : `${place}.`
}
