import type { RuleRun } from '../../model/audit-document.ts'
import { wordsFor } from '../../language/report/index.ts'
import { unitName } from '../naming.ts'
import type { Reading } from '../reading.ts'
import { listed, missingText, ruleTitle, ruleWords } from '../rule-words.ts'
import { type Content, type Markup, markup } from './markup.ts'
import { dataTable } from './table.ts'

/** What each rule was asked and answered: a question without an answer never looks like a no. */
export function ruleAnswers(reading: Reading): Markup {
  const { words, report } = reading
  return markup`<section aria-labelledby="rules">
<h2 id="rules">${words.rules.heading}</h2>
<p>${words.rules.means}</p>
${dataTable(
  words.rules.caption,
  [
    { title: words.rules.rule },
    { title: words.rules.assessed, number: true },
    { title: words.rules.flagged, number: true },
    { title: words.rules.unknown, number: true },
  ],
  report.document.run.rules.map((run) => [question(reading, run), ...counts(reading, run)]),
  { name: 'rules' },
)}</section>
`
}

function counts({ words }: Reading, run: RuleRun): Content[] {
  if (run.outcome !== 'answered') return ['–', '–', '–']
  return [run.assessed, run.flagged, run.unknown].map(words.count)
}

function question(reading: Reading, run: RuleRun): Markup {
  const asked = ruleWords(reading, run.rule)?.question
  return markup`<p class="name">${ruleTitle(reading, run.rule)}</p>
${asked && markup`<p class="small">${asked}</p>\n`}${unanswered(reading, run)}${causes(reading, run)}${unfit(reading, run)}`
}

function unanswered(reading: Reading, run: RuleRun): Content {
  const { rules } = reading.words
  const say = (sentence: string): Markup => markup`<p class="answer">${sentence}</p>\n`
  if (run.outcome === 'failed') return say(rules.failed)
  if (run.outcome === 'not_applicable') return say(`${rules.notAsked}: ${missingText(reading, run)}.`)
  if (run.assessed === 0) return say(rules.nothingToAssess)
  return run.unknown === run.assessed ? say(rules.allUnknown) : null
}

function causes({ words }: Reading, run: RuleRun): Content {
  const entries = Object.entries(run.unknown_by_cause).filter(([, amount]) => amount > 0)
  if (run.outcome !== 'answered' || entries.length === 0) return null
  return markup`<p class="small">${words.rules.causes}</p>
<ul class="small">${entries
    .toSorted((a, b) => b[1] - a[1])
    .map(([cause, amount]) => markup`<li>${wordsFor(words.causes, cause)}: ${words.count(amount)}</li>`)}</ul>
`
}

function unfit(reading: Reading, run: RuleRun): Content {
  const { words, report } = reading
  const units = report.summary.ill_fitting
    .filter((one) => one.rule === run.rule)
    .map((one) => unitName(reading, one.care_unit_id))
  return units.length > 0 && markup`<p class="answer">${words.rules.unfit(listed(units, words.and))}.</p>\n`
}
