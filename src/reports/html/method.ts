import { periodText } from '../moments.ts'
import type { Reading } from '../reading.ts'
import { ruleTitle } from '../rule-words.ts'
import { type Content, type Markup, markup } from './markup.ts'
import { dataTable } from './table.ts'
import { whole } from './whole.ts'

/** How the control was made, so that it can be made again: period, sources, rules, tool, run, trail. */
export function methodSection(reading: Reading): Markup {
  const { words, report } = reading
  const { run } = report.document
  const facts: [string, Content][] = [
    [words.method.period, whole(words.method.periodMeans(periodText(reading), run.from, run.to))],
    [words.method.zone, run.zone],
    [words.method.tool, `loggkoll ${run.tool}`],
    [words.method.run, markup`<span class="hash">${run.run_id}</span>`],
    [words.method.trail, markup`<span class="hash">${run.trail_head || words.method.noTrail}</span>`],
  ]
  return markup`<section aria-labelledby="method">
<h2 id="method">${words.method.heading}</h2>
<dl class="facts">${facts.map(([name, fact]) => markup`<dt>${name}</dt><dd>${fact}</dd>`)}</dl>
${sources(reading)}${rules(reading)}</section>
`
}

function sources({ words, report }: Reading): Markup {
  const { inputs } = report.document.run
  if (inputs.length === 0) return markup`<p>${words.method.noSources}</p>\n`
  return dataTable(
    words.method.sources,
    [{ title: words.method.file }, { title: words.method.rows, number: true }, { title: 'sha256' }],
    inputs.map((input) => [
      markup`<span class="hash">${input.file}</span><br><span class="source">${words.method.batch} ${input.batch}</span>`,
      words.count(input.rows),
      markup`<span class="hash">${input.sha256}</span>`,
    ]),
    { wide: true },
  )
}

function rules(reading: Reading): Markup {
  const { words, report } = reading
  return dataTable(
    words.method.rules,
    [
      { title: words.rules.rule },
      { title: words.method.version, number: true },
      { title: words.method.parameters },
      { title: words.method.sql },
    ],
    report.document.run.rules.map((run) => [
      markup`${ruleTitle(reading, run.rule)}<br><span class="source">${run.rule}</span>`,
      run.version,
      parameters(reading, run.parameters),
      markup`<span class="hash">${run.sql_sha256}</span>`,
    ]),
    { wide: true },
  )
}

function parameters({ words }: Reading, values: Readonly<Record<string, unknown>>): Content {
  const entries = Object.entries(values)
  if (entries.length === 0) return words.method.noParameters
  return entries.map(
    ([name, value]) =>
      markup`<span class="hash">${name} = ${typeof value === 'string' ? value : JSON.stringify(value)}</span><br>`,
  )
}
