import { law } from '../../rules/law.ts'
import { type Content, type Markup, markup } from '../html/markup.ts'
import { dataTable } from '../html/table.ts'
import { whole } from '../html/whole.ts'
import { momentText, periodOf, type QualityReading, sourceName } from './reading.ts'

/** What the log of the period is made of. */
export function sourcesSection(reading: QualityReading): Markup {
  const { words, report } = reading
  const { sources, inputs } = report.document
  return markup`<section aria-labelledby="sources">
<h2 id="sources">${words.sources.heading}</h2>
${
  sources.length > 0 &&
  dataTable(
    words.sources.sources,
    [
      { title: words.sources.source },
      { title: words.sources.events, number: true },
      { title: words.sources.first },
      { title: words.sources.last },
    ],
    sources.map((source) => [
      sourceName(reading, source.source_system),
      words.count(source.events),
      source.first_time === null ? '–' : momentText(reading, source.first_time),
      source.last_time === null ? '–' : momentText(reading, source.last_time),
    ]),
    { name: 'dense' },
  )
}${files(reading, inputs)}</section>`
}

function files(reading: QualityReading, inputs: QualityReading['report']['document']['inputs']): Content {
  const { words } = reading
  if (inputs.length === 0) return null
  return dataTable(
    words.sources.files,
    [
      { title: words.sources.file },
      { title: words.sources.rows, number: true },
      { title: words.sources.stored, number: true },
      { title: words.sources.duplicate, number: true },
      { title: words.sources.rejected, number: true },
      { title: words.sources.conflict, number: true },
    ],
    inputs.map((input) => [
      markup`<span class="hash">${input.file}</span><br><span class="source">${words.sources.batch} ${input.batch}, ${sourceName(reading, input.source_system)}${claim(reading, input)}</span>`,
      words.count(input.rows_in),
      words.count(input.stored),
      words.count(input.duplicate),
      words.count(input.rejected),
      words.count(input.conflict),
    ]),
    { wide: true },
  )
}

function claim(
  reading: QualityReading,
  { log_from, log_to }: { readonly log_from: string | null; readonly log_to: string | null },
): string {
  if (log_from === null || log_to === null) return ''
  return `, ${reading.words.sources.claims(momentText(reading, log_from), momentText(reading, log_to))}`
}

/** How the answers were made, and what they may be used for. */
export function methodSection(reading: QualityReading): Markup {
  const { words, report, language } = reading
  const { from, to, zone, tool } = report.document
  const facts: [string, Content][] = [
    [
      words.method.period,
      from === null || to === null ? words.noPeriod : whole(words.method.periodMeans(periodOf(reading), from, to)),
    ],
    [words.method.zone, zone],
    [words.method.tool, `loggkoll ${tool}`],
    [
      words.method.law,
      [law.logReview, law.accessControl].map(
        (basis) => markup`${basis.act}, ${basis.place}. <span class="small">${basis.heading[language]}.</span><br>`,
      ),
    ],
  ]
  return markup`<section aria-labelledby="method">
<h2 id="method">${words.method.heading}</h2>
<dl class="facts">${facts.map(([name, fact]) => markup`<dt>${name}</dt><dd>${fact}</dd>`)}</dl>
<p>${words.method.scale}</p>
<p class="limit">${words.method.use}</p>
</section>`
}
