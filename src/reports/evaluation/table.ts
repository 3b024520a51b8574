import { Chalk } from 'chalk'
import { type EvaluationWords, evaluationWords } from '../../language/evaluation/index.ts'
import {
  caseOrders,
  type EvaluatedKey,
  type EvaluatedRule,
  type EvaluationDocument,
  type KeyFit,
} from '../../model/evaluation-document.ts'
import type { Language } from '../../model/language.ts'
import { addDays } from '../../model/period.ts'
import { wrap } from '../plain-text.ts'
import { type Grid, gridLines } from './grid.ts'

const narrowest = 40
const widest = 120

/** How `rules evaluate` is to be printed. */
export interface EvaluationLayout {
  readonly columns: number
  readonly color: boolean
  /** List the rows of the key that do not fit. */
  readonly verbose: boolean
}

/** What `rules evaluate` prints in a terminal: no line is wider than the columns given. */
export function evaluationTable(document: EvaluationDocument, language: Language, layout: EvaluationLayout): string {
  const words = evaluationWords(language)
  const columns = Math.min(widest, Math.max(narrowest, layout.columns))
  const paint = new Chalk({ level: layout.color ? 1 : 0 })
  const grid = (one: Grid): string[] => gridLines(one, columns, (text) => paint.bold(text))
  const say = (text: string): string[] => wrap(text, columns)
  const { key } = document
  const parts = [
    opening(words, document).flatMap((line, place) => say(line).map((one) => (place === 0 ? paint.bold(one) : one))),
    grid(ratesGrid(words, document.rules)),
    [...notes(words, document.rules, columns), ...say(words.rates.means(document.rounds, document.seed))],
    ...(key
      ? [
          [...say(words.key.heading).map((one) => paint.bold(one)), ...grid(keyGrid(words, document.rules, key.total))],
          [...keyRows(words, key, layout.verbose), words.key.means].flatMap(say),
          [
            ...say(words.budgets.heading(key.planted, document.cases)).map((one) => paint.bold(one)),
            ...grid(budgetGrid(words, key, document.cases)),
          ],
          say(words.budgets.means),
        ]
      : []),
    say(words.selection),
  ]
  return parts.map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function opening(words: EvaluationWords, document: EvaluationDocument): string[] {
  const { from, to, lookups, explained, first_lookups, first_explained } = document
  const first = first_lookups === 0 ? null : words.partOf(first_explained, first_lookups)
  return [words.title(from, addDays(to, -1)), words.explained(words.partOf(explained, lookups), first)]
}

const dash = '–'
/** The letter of each reason for a dash. */
const marks = { no_pairs: 'a', reads_events: 'b', unanswered: 'c', failed: 'd', never: 'e' } as const
type Mark = keyof typeof marks

function ratesGrid(words: EvaluationWords, rules: readonly EvaluatedRule[]): Grid {
  const rows = rules.map((rule) => {
    const mark = markOf(rule)
    const noted = mark === null ? dash : `${dash} ${marks[mark]}`
    const { observed_rate, expected_rate, lift } = rule
    return [
      rule.rule,
      words.count(rule.assessed),
      observed_rate === null ? dash : words.count(rule.flagged),
      observed_rate === null ? dash : words.rate(observed_rate),
      expected_rate === null ? noted : words.rate(expected_rate),
      lift === null ? noted : words.times(lift),
      words.share(rule.flagged_explained, rule.flagged_lookups),
    ]
  })
  return { heads: Object.values(words.rates.heads), rows }
}

/** Why a rule has a dash where its rate by chance or its lift would stand. */
function markOf({ no_chance, expected_rate, flagged }: EvaluatedRule): Mark | null {
  if (no_chance !== null) return no_chance
  return expected_rate === 0 && flagged > 0 ? 'never' : null
}

function notes(words: EvaluationWords, rules: readonly EvaluatedRule[], columns: number): string[] {
  const used = new Set(rules.map(markOf))
  return (Object.keys(marks) as Mark[])
    .filter((mark) => used.has(mark))
    .flatMap((mark) => {
      const [first = '', ...rest] = wrap(words.noChance[mark], columns, '   ')
      return [`${marks[mark]}  ${first.trimStart()}`, ...rest]
    })
}

function keyGrid(words: EvaluationWords, rules: readonly EvaluatedRule[], total: KeyFit): Grid {
  const row = (name: string, fit: KeyFit): string[] => [
    name,
    words.count(fit.flag),
    words.count(fit.found),
    words.share(fit.found, fit.flag),
    words.count(fit.clear),
    words.count(fit.wrong),
    words.share(fit.found, fit.found + fit.wrong),
    words.count(fit.other),
  ]
  return {
    heads: Object.values(words.key.heads),
    rows: [
      ...rules.flatMap(({ rule, key }) => (key && key.flag + key.clear > 0 ? [row(rule, key)] : [])),
      row(words.key.total, total),
    ],
  }
}

function keyRows(words: EvaluationWords, key: EvaluatedKey, verbose: boolean): string[] {
  const left = words.key.left(key).filter((part) => part !== '')
  const unfit = key.missed_rows.length + key.wrong_rows.length
  return [
    left.length > 0 ? words.key.leftOut(key.rows, left.join('; ')) : words.key.rows(key.rows),
    ...(verbose && key.missed_rows.length > 0 ? [words.key.missed(key.missed_rows.join(', '))] : []),
    ...(verbose && key.wrong_rows.length > 0 ? [words.key.wrong(key.wrong_rows.join(', '))] : []),
    ...(!verbose && unfit > 0 ? [words.key.verbose(unfit)] : []),
  ]
}

function budgetGrid(words: EvaluationWords, { budgets, planted }: EvaluatedKey, cases: number): Grid {
  const sizes = [...new Set(budgets.map(({ budget }) => budget))]
  // Beyond all cases there is no more to find.
  const shown = sizes.filter((budget) => budget === null || budget < cases)
  const rows = shown.map((budget) => [
    budget === null ? words.budgets.all(cases) : words.count(budget),
    ...caseOrders.map((order) => {
      const one = budgets.find((other) => other.order === order && other.budget === budget)
      return one ? `${words.number(one.found)}  ${words.share(one.found, planted).padStart(7)}` : dash
    }),
  ])
  return { heads: [words.budgets.looked, ...caseOrders.map((order) => words.budgets.orders[order])], rows }
}
