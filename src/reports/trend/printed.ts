import { verdictWords } from '../../language/packet/index.ts'
import { protocolWords } from '../../language/protocol/index.ts'
import type { Language } from '../../model/language.ts'
import { ruleResults, type TrendOutcome, trendOutcomes } from '../../model/trend-document.ts'
import { type Block, code, type PrintedDocument, type Section, type Table } from '../printed/document.ts'
import { dayText } from '../moments.ts'
import { lookupsPlot, precisionPlot, precisionText, shareExplained } from './plots.ts'
import { countCell, monthText, tellTrend, titleOf, type TrendReport, type TrendTelling } from './telling.ts'

/** The months that stand beside each other in the table of rules. */
const monthsAcross = 12

/** The report of trends as pages: no person in it, and no count under five. */
export function trendPages(report: TrendReport, language: Language): PrintedDocument {
  const telling = tellTrend(report, language)
  const { document } = report
  const { own } = telling
  const [first, last] = [document.months[0], document.months.at(-1)]
  return {
    language,
    title: own.title,
    subtitle: first && last ? own.subtitle(monthText(telling, first.month), monthText(telling, last.month)) : own.empty,
    caseNumber: null,
    archive: protocolWords(language).archive(document.archive_months),
    tool: document.tool,
    prepared: document.prepared,
    landscape: true,
    blocks: [
      { is: 'notice', heading: own.shown.heading, items: own.shown.items },
      lookupsSection(telling),
      casesSection(telling),
      rulesSection(telling),
      aboutSection(telling),
    ],
  }
}

function lookupsSection(telling: TrendTelling): Section {
  const { own, document } = telling
  const { lookups: words } = own
  const months = document.months.filter(({ lookups }) => lookups !== null)
  const table: Table = {
    is: 'table',
    name: words.table,
    caption: words.caption,
    empty: words.none,
    columns: [
      { title: words.month, share: 20 },
      ...[words.lookups, words.explained, words.rest, words.share].map((title) => ({ title, number: true, share: 20 })),
    ],
    rows: months.map((month) => {
      const share = shareExplained(month)
      return [
        monthText(telling, month.month),
        countCell(telling, month.lookups),
        countCell(telling, month.explained),
        countCell(telling, month.not_explained),
        share === null ? own.hidden : own.share(share, 1),
      ]
    }),
  }
  return { is: 'section', heading: words.heading, blocks: [...lookupsPlot(telling), table] }
}

function casesSection(telling: TrendTelling): Section {
  const { own, document, language } = telling
  const { verdicts } = verdictWords(language)
  const name = (outcome: TrendOutcome): string =>
    outcome === 'remaining' ? own.cases.remaining : verdicts[outcome].name
  const table: Table = {
    is: 'table',
    name: own.cases.table,
    caption: own.cases.caption,
    empty: own.cases.none,
    columns: [
      { title: own.cases.month, share: 16 },
      { title: own.cases.cases, number: true, share: 12 },
      ...trendOutcomes.map((outcome) => ({ title: name(outcome), number: true, share: 12 })),
    ],
    rows: document.months.map(({ month, cases, outcomes }) => [
      monthText(telling, month),
      countCell(telling, cases),
      ...trendOutcomes.map((outcome) => countCell(telling, outcomes[outcome] ?? null)),
    ]),
    total: [
      own.cases.all,
      countCell(telling, document.totals.cases),
      ...trendOutcomes.map((outcome) => countCell(telling, document.totals.outcomes[outcome] ?? null)),
    ],
  }
  return { is: 'section', heading: own.cases.heading, blocks: [table] }
}

function rulesSection(telling: TrendTelling): Section {
  const { own, document } = telling
  const { rules: words } = own
  const precision: Table = {
    is: 'table',
    name: words.table,
    caption: words.caption,
    empty: words.none,
    columns: [
      { title: words.rule, share: 26 },
      { title: words.cases, number: true, share: 8 },
      ...ruleResults.map((result) => ({ title: words.results[result], number: true, share: 13 })),
      { title: words.precision, number: true, share: 12 },
      { title: words.interval, number: true, share: 12 },
    ],
    rows: document.rules.map((rule) => [
      titleOf(telling, rule.rule),
      countCell(telling, rule.cases),
      ...ruleResults.map((result) => countCell(telling, rule.results[result] ?? null)),
      precisionText(telling, rule.precision),
      rule.precision === null ? null : words.between(rule.precision.low, rule.precision.high),
    ]),
  }
  return {
    is: 'section',
    heading: words.heading,
    newPage: true,
    blocks: [
      { is: 'paragraph', text: words.means },
      { is: 'paragraph', text: words.uncertain },
      { is: 'paragraph', text: words.low },
      ...precisionPlot(telling),
      precision,
      ...monthTables(telling),
    ],
  }
}

/** The cases of each rule by month, so many months beside each other. */
function monthTables(telling: TrendTelling): Block[] {
  const { own, document, words } = telling
  if (document.rules.length === 0) return []
  const months = document.months.map(({ month }) => month)
  const parts = Array.from({ length: Math.ceil(months.length / monthsAcross) }, (_, part) =>
    months.slice(part * monthsAcross, (part + 1) * monthsAcross),
  )
  const short = (month: string): string =>
    `${(words.months[Number(month.slice(5)) - 1] ?? '').slice(0, 3)} ${month.slice(2, 4)}`
  return [
    {
      is: 'section',
      heading: own.rules.months,
      blocks: parts.map((part, place) => ({
        is: 'table',
        name: place === 0 ? own.rules.monthsTable : `${own.rules.monthsTable} ${place + 1}`,
        caption: own.rules.monthsCaption,
        columns: [
          { title: own.rules.rule, share: 30 },
          ...part.map((month) => ({ title: short(month), number: true, share: 8 })),
        ],
        rows: document.rules.map((rule) => [
          titleOf(telling, rule.rule),
          ...part.map((month) => countCell(telling, rule.months.find((one) => one.month === month)?.cases ?? null)),
        ]),
      })),
    },
  ]
}

function aboutSection({ own, words, document }: TrendTelling): Section {
  return {
    is: 'section',
    heading: own.about,
    blocks: [
      {
        is: 'facts',
        facts: [
          [own.prepared, dayText({ words }, document.prepared.slice(0, 10))],
          [own.trail, code(document.trail_head)],
        ],
      },
    ],
  }
}
