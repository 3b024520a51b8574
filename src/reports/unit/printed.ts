import { verdictWords } from '../../language/packet/index.ts'
import { protocolWords } from '../../language/protocol/index.ts'
import { reportWords } from '../../language/report/index.ts'
import { retentionWords } from '../../language/retention.ts'
import { type UnitWords, unitWords } from '../../language/unit/index.ts'
import type { Language } from '../../model/language.ts'
import { verdicts } from '../../model/review.ts'
import type { UnitDocument } from '../../model/unit-document.ts'
import { addDays } from '../../model/period.ts'
import { ruleById } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import { dayText, spanText } from '../moments.ts'
import { type Block, code, type Inline, type PrintedDocument, type Section } from '../printed/document.ts'
import { unitPlot } from './plot.ts'
import { qualitySentences } from './quality.ts'

/** What a report of a unit is made from; it names no one. */
export interface UnitReport {
  readonly document: UnitDocument
  /** The rules that may have been asked. */
  readonly book: readonly Rule[]
}

/** So many rows that two pages of A4 suffice. */
const most = { questions: 6, rules: 2, unasked: 4, tasks: 6 }

interface Telling extends UnitReport {
  readonly language: Language
  readonly own: UnitWords
  readonly period: (from: string, to: string) => string
}

/** The report of a unit as pages: what to do now stands first, and two pages of A4 hold all of it. */
export function unitPages(report: UnitReport, language: Language): PrintedDocument {
  const own = unitWords(language)
  const words = reportWords(language)
  const period = (from: string, to: string): string => spanText({ words }, from, addDays(to, -1))
  const telling: Telling = { ...report, language, own, period }
  const { document } = report
  return {
    language,
    title: own.title,
    subtitle: own.subtitle(document.unit, period(document.from, document.to)),
    caseNumber: document.case_number,
    archive: protocolWords(language).archive(document.archive_months),
    tool: document.tool,
    prepared: document.prepared,
    blocks: [
      figures(telling),
      toDo(telling),
      ...knowFirst(telling),
      judgements(telling),
      questions(telling),
      ...plotSection(telling),
      about(telling),
    ],
  }
}

function figures({ document, own }: Telling): Block {
  const { review, cases } = document
  const handedOut = review.handed_out > 0
  const judged = Object.values(review.verdicts).reduce((sum, amount) => sum + amount, 0)
  const left = review.handed_out - judged
  const minutes = document.tasks.reduce((sum, task) => sum + task.minutes, 0)
  return {
    is: 'figures',
    figures: [
      { name: own.figures.lookups, value: own.count(document.lookups) },
      {
        name: own.figures.explained,
        value: own.share(document.explained, document.lookups),
        note: own.figures.explainedMeans(document.explained, document.lookups),
      },
      {
        name: own.figures.cases,
        value: own.count(handedOut ? review.handed_out : cases.selected),
        ...(handedOut ? { note: own.figures.judged(judged) } : {}),
      },
      {
        name: own.figures.left,
        value: handedOut && left === 0 ? own.figures.nothing : own.count(handedOut ? left : cases.selected),
        ...(minutes > 0 ? { note: own.figures.minutes(minutes) } : {}),
      },
    ],
  }
}

function toDo({ document, own, language }: Telling): Section {
  const words = reportWords(language)
  return {
    is: 'section',
    heading: own.now.heading,
    blocks: [
      {
        is: 'list',
        ordered: document.tasks.length > 1,
        items: document.tasks
          .slice(0, most.tasks)
          .map(({ task, cases, due, minutes }) =>
            own.now.tasks[task](cases, due === null ? null : dayText({ words }, due), minutes),
          ),
      },
    ],
  }
}

/** What makes the figures doubtful: the data, the rules, the log. */
function knowFirst(telling: Telling): Block[] {
  const { document, own, language } = telling
  const { purged_before, unit_notice: notice, ill_fitting, unasked, unknown, lookups } = document
  const words = reportWords(language)
  const title = (rule: string): string => ruleById(rule, telling.book)?.words[language].title ?? rule
  const items: Inline[] = [
    ...(purged_before === null ? [] : [retentionWords(language).answersOfRest(dayText({ words }, purged_before))]),
    ...(notice === null
      ? []
      : [own.known.notice(notice.unexplained, notice.lookups, notice.users_with_unexplained, notice.users)]),
    ...ill_fitting.slice(0, most.rules).map((one) => own.known.illFitting(title(one.rule), one.flagged, one.lookups)),
    ...(unknown > 0 ? [own.known.unknown(own.partOf(unknown, lookups))] : []),
    ...(unasked.length > 0 ? [own.known.unasked(unaskedTitles(own, unasked.map(title)))] : []),
    ...qualitySentences(document, language).map((sentence) => `${own.known.quality}: ${sentence}`),
    ...(document.quality.more > 0 ? [own.known.more(document.quality.more)] : []),
  ]
  return items.length === 0 ? [] : [{ is: 'notice', heading: own.known.heading, items }]
}

/** So many by name, and how many there are beside them. */
function unaskedTitles(own: UnitWords, titles: readonly string[]): string {
  const rest = titles.length - most.unasked
  const shown = titles.slice(0, most.unasked)
  return [...shown, ...(rest > 0 ? [own.asked.others(rest)] : [])].join(', ')
}

function judgements({ document, own, language }: Telling): Section {
  const { review } = document
  const words = verdictWords(language)
  const told = verdicts
    .filter((verdict) => (review.verdicts[verdict] ?? 0) > 0)
    .map((verdict) => `${words.verdicts[verdict].name}: ${own.count(review.verdicts[verdict] ?? 0)}`)
  const left = (['open', 'asked', 'second', 'disagreed'] as const)
    .filter((state) => review[state] > 0)
    .map((state) => own.judged[state](review[state]))
  const facts: (readonly [string, Inline])[] = [
    [own.judged.stage, own.judged.stages[stageOf(document)]],
    [
      own.judged.handedOut,
      review.handed_out === 0
        ? own.judged.notHandedOut
        : `${own.count(review.handed_out)}${review.drawn > 0 ? `, ${own.judged.drawn(review.drawn)}` : ''} (${own.figures.minutes(review.minutes)})`,
    ],
    ...(review.handed_out === 0
      ? []
      : ([
          [own.judged.outcome, told.length === 0 ? own.judged.noneJudged : told.join(', ')],
          [own.judged.left, left.length === 0 ? own.judged.noneLeft : left.join(', ')],
        ] as const)),
    ...(review.central > 0 ? [[own.judged.central, own.count(review.central)] as const] : []),
  ]
  return { is: 'section', heading: own.judged.heading, blocks: [{ is: 'facts', facts }] }
}

function stageOf({ review, tasks }: UnitDocument): 'none' | 'planned' | 'handed_out' | 'judged' | 'signed' {
  if (review.controls === 0) return 'none'
  if (review.handed_out === 0 && review.signed === 0) return 'planned'
  if (review.open + review.asked + review.second + review.disagreed > 0) return 'handed_out'
  return tasks.some(({ task }) => task === 'sign') ? 'judged' : 'signed'
}

function questions({ document, own, language, book }: Telling): Section {
  const { asked } = own
  const words = (rule: string) => ruleById(rule, book)?.words[language]
  const shown = document.questions.slice(0, most.questions)
  const rest = document.questions.length - shown.length
  return {
    is: 'section',
    heading: asked.heading,
    newPage: true,
    blocks: [
      {
        is: 'table',
        name: asked.table,
        caption: asked.caption(document.cases.selected),
        columns: [
          { title: asked.question, share: 85 },
          { title: asked.cases, number: true, share: 15 },
        ],
        rows: shown.map(({ rule, cases }) => [words(rule)?.question ?? rule, cases]),
        empty: asked.none,
      },
      ...(rest > 0 ? [{ is: 'paragraph' as const, look: 'small' as const, text: asked.others(rest) }] : []),
      ...(document.cases.not_selected > 0
        ? [{ is: 'paragraph' as const, look: 'small' as const, text: asked.notSelected(document.cases.not_selected) }]
        : []),
    ],
  }
}

function plotSection(telling: Telling): Section[] {
  const { document, own, period } = telling
  if (document.lookups === 0) return []
  return [
    {
      is: 'section',
      heading: own.plot.heading,
      blocks: [
        { is: 'paragraph', text: comparison(telling) },
        unitPlot(document.months, own, period),
        { is: 'paragraph', look: 'small', text: own.plot.means },
      ],
    },
  ]
}

/** How the share lies against that of the earlier periods together. */
function comparison({ document, own, language }: Telling): string {
  const earlier = document.months.slice(0, -1)
  if (earlier.length === 0) return own.plot.only
  const sum = (of: 'lookups' | 'explained'): number => earlier.reduce((all, month) => all + month[of], 0)
  const points = 100 * (document.explained / document.lookups - sum('explained') / sum('lookups'))
  const number = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 1 })
  const said = number.format(Math.abs(points))
  if (said === '0') return own.plot.same
  return points > 0 ? own.plot.more(said) : own.plot.less(said)
}

function about({ document, own }: Telling): Section {
  const { data } = own
  return {
    is: 'section',
    heading: data.heading,
    blocks: [
      {
        is: 'facts',
        facts: [
          ...(document.care_provider === null ? [] : [[data.provider, document.care_provider] as const]),
          [data.unit, code(document.care_unit_id)],
          [
            data.first,
            document.first_lookups === 0 ? data.noFirst : own.partOf(document.first_explained, document.first_lookups),
          ],
          [data.run, code(document.run_id)],
          [data.trail, code(document.trail_head)],
        ],
      },
      { is: 'paragraph', look: 'small', text: own.purpose },
    ],
  }
}
