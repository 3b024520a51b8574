import type { QualityCheck, QualityRemark } from '../../model/quality-document.ts'
import { atLeast, priorityOf, severities } from '../../model/severity.ts'
import { type Content, type Markup, markup } from '../html/markup.ts'
import { dataTable } from '../html/table.ts'
import { type QualityReading, remarkSentence, verdictOf } from './reading.ts'

/** What a reader must know first: the answer, what to mend, and every question with its answer. */
export function summarySection(reading: QualityReading): Markup {
  const { words, report } = reading
  const verdict = verdictOf(reading)
  return markup`<section aria-labelledby="summary">
<h2 id="summary">${words.summary.heading}</h2>
<p class="limit">${verdict.said}</p>
<p>${verdict.means}</p>
${first(reading)}<h3>${words.summary.numbers}</h3>
${numbers(reading)}${
    report.document.events > 0 &&
    dataTable(
      words.summary.questions,
      [{ title: words.summary.question }, { title: words.summary.answer }],
      report.document.checks.map((check) => [
        markup`<a href="#${check.check}">${words.checks[check.check].title}</a>`,
        answerText(reading, check),
      ]),
    )
  }</section>`
}

/** The answer of a check, with its priority where there is something to mend. */
function answerText({ words }: QualityReading, { answer, severity }: QualityCheck): Content {
  const said = words.answers[answer]
  if (answer !== 'remark' || severity === null) return said
  const priority = priorityOf(severity)
  return markup`<span class="answer">${said}</span> <span class="priority priority-${priority}">${words.priority(priority)}</span>`
}

/** The remarks that keep something from being seen, gravest first. */
function first(reading: QualityReading): Content {
  const remarks = reading.report.document.checks
    .flatMap(({ check, remarks }) => remarks.map((remark) => ({ check, remark })))
    .filter(({ remark }) => atLeast(remark.severity, 'medium'))
    .sort((a, b) => weight(b.remark) - weight(a.remark))
  if (remarks.length === 0) return null
  return markup`<div class="notices">
<h3>${reading.words.summary.first}</h3>
<ul>${remarks.map(({ check, remark }) => markup`<li><a href="#${check}">${reading.words.checks[check].title}</a>: ${remarkSentence(reading, remark)}</li>\n`)}</ul>
</div>
`
}

function weight(remark: QualityRemark): number {
  return severities.indexOf(remark.severity)
}

function numbers({ words, report }: QualityReading): Markup {
  const { events, untimed, sources, inputs, checks } = report.document
  const counted = (answer: QualityCheck['answer']): string =>
    words.count(checks.filter((check) => check.answer === answer).length)
  const ofAll = words.summary.ofQuestions(checks.length)
  const figures: (readonly [string, string, string | null])[] = [
    [words.summary.events, words.count(events), untimed > 0 ? words.summary.untimed(untimed) : null],
    [words.summary.sources, words.count(sources.length), null],
    [words.summary.files, words.count(inputs.length), null],
    [words.summary.fit, counted('fit'), ofAll],
    [words.summary.remarks, counted('remark'), ofAll],
    [words.summary.open, counted('cannot_tell'), ofAll],
  ]
  return markup`<dl class="numbers">
${figures.map(([name, value, note]) => markup`<div><dt>${name}</dt><dd class="figure">${value}</dd>${note !== null && markup`<dd class="small">${note}</dd>`}</div>\n`)}</dl>
`
}
