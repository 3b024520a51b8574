import type { RuleRun } from '../../model/audit-document.ts'
import { wordsFor } from '../../language/report/index.ts'
import { unitName } from '../naming.ts'
import type { Reading } from '../reading.ts'
import { missingText, ruleTitle, ruleWords } from '../rule-words.ts'
import { type Content, type Markup, markup } from './markup.ts'

/** What each rule was asked and answered: a question without an answer never looks like a no. */
export function ruleAnswers(reading: Reading): Markup {
  const { words, report } = reading
  return markup`<section aria-labelledby="rules">
<h2 id="rules">${words.rules.heading}</h2>
<p>${words.rules.means}</p>
<table class="rules">
<caption>${words.rules.caption}</caption>
<thead><tr><th scope="col">${words.rules.rule}</th>${[words.rules.assessed, words.rules.flagged, words.rules.unknown].map((head) => markup`<th scope="col" class="number">${head}</th>`)}</tr></thead>
${report.document.run.rules.map((run, place) => answer(reading, run, `rule-${place + 1}`))}</table>
</section>
`
}

/** The counts in one row, and what they mean in another that spans the table. */
function answer(reading: Reading, run: RuleRun, id: string): Markup {
  const counts = countsOf(reading, run)
  const asked = ruleWords(reading, run.rule)?.question
  return markup`<tbody>
<tr><th scope="row" id="${id}">${ruleTitle(reading, run.rule)}</th>${counts.map((count) => markup`<td class="number">${count}</td>`)}</tr>
<tr><td colspan="4" headers="${id}">${asked && markup`<p class="small">${asked}</p>\n`}${unanswered(reading, run)}${causes(reading, run)}${unfit(reading, run)}</td></tr>
</tbody>
`
}

function countsOf({ words }: Reading, run: RuleRun): string[] {
  if (run.outcome !== 'answered') return ['–', '–', '–']
  if (run.assessed === 0) return [words.count(0), '–', '–']
  return [run.assessed, run.flagged, run.unknown].map(words.count)
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
  return units.length > 0 && markup`<p class="answer">${words.rules.unfit(words.listed(units))}.</p>\n`
}
