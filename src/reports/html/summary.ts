import { gradeSentence, wordsFor } from '../../language/report/index.ts'
import { countCases, countFindings } from '../../model/run-tally.ts'
import { apartSentences, noticeSentences } from '../notices.ts'
import type { Reading } from '../reading.ts'
import { type Content, type Markup, markup } from './markup.ts'
import { dataTable } from './table.ts'

/** What must be known first, then the run in numbers, each with what it is a part of. */
export function summarySection(reading: Reading): Markup {
  const { words } = reading
  const apart = apartSentences(reading)
  return markup`<section aria-labelledby="summary">
<h2 id="summary">${words.summary.heading}</h2>
${notices(reading)}<h3>${words.summary.numbers}</h3>
${numbers(reading)}<p class="small">${words.summary.firstMeans}</p>
${reasons(reading)}<h3>${words.summary.apart}</h3>
${
  apart.length === 0
    ? markup`<p>${words.summary.nothingApart}</p>\n`
    : markup`<p>${words.summary.apartMeans}</p>\n<ul>${apart.map((sentence) => markup`<li>${sentence}</li>`)}</ul>\n`
}</section>
`
}

function notices(reading: Reading): Content {
  const sentences = noticeSentences(reading)
  if (sentences.length === 0) return null
  return markup`<div class="notices">
<h3>${reading.words.summary.notices}</h3>
<ul>${sentences.map((sentence) => markup`<li>${sentence}</li>\n`)}</ul>
</div>
`
}

function numbers({ words, report }: Reading): Markup {
  const { run } = report.document
  const { cases, handed_out } = countCases(report.tally)
  const shown = countFindings(report.tally, ({ suppressed }) => !suppressed)
  const hidden = countFindings(report.tally, ({ suppressed }) => suppressed)
  const unknown = report.summary.by_unit.reduce((sum, unit) => sum + unit.unknown, 0)
  const figures: (readonly [string, string, string | null])[] = [
    [words.summary.lookups, words.count(run.lookups), null],
    [
      words.summary.explained,
      words.share(run.explained, run.lookups),
      plainPart(words.partOf(run.explained, run.lookups)),
    ],
    [
      words.summary.firstExplained,
      words.share(run.first_explained, run.first_lookups),
      run.first_lookups === 0 ? words.summary.noFirst : plainPart(words.partOf(run.first_explained, run.first_lookups)),
    ],
    ...(report.summary.by_unit.length > 0
      ? [
          [
            words.summary.unknown,
            words.share(unknown, run.lookups),
            plainPart(words.partOf(unknown, run.lookups)),
          ] as const,
        ]
      : []),
    [words.summary.findings, words.count(shown), hidden > 0 ? words.summary.suppressed(hidden) : null],
    [words.summary.cases, words.count(cases), words.summary.casesSplit(handed_out, cases - handed_out)],
  ]
  return markup`<dl class="numbers">
${figures.map(([name, figure, note]) => markup`<div><dt>${name}</dt><dd class="figure">${figure}</dd>${note !== null && markup`<dd class="small">${note}</dd>`}</div>\n`)}</dl>
`
}

/** A part of a whole, where its share stands above. */
function plainPart(partOf: string): string {
  return partOf.replace(/ \(.*/, '')
}

function reasons({ words, report, language }: Reading): Content {
  const { by_reason } = report.summary
  if (by_reason.length === 0) return null
  return dataTable(
    words.summary.reasons,
    [
      { title: words.summary.grade },
      { title: words.summary.reason },
      { title: words.summary.lookups, number: true },
      { title: words.plots.share, number: true },
    ],
    by_reason.map(({ grade, reason, lookups }) => [
      gradeSentence(grade, language),
      reason === null ? words.summary.noReason : wordsFor({ ...words.causes, ...words.reasons }, reason),
      words.count(lookups),
      words.share(lookups, report.document.run.lookups),
    ]),
    { name: 'dense' },
  )
}
