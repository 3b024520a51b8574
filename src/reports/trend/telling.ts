import { type ReportWords, reportWords } from '../../language/report/index.ts'
import { type TrendWords, trendWords } from '../../language/trend/index.ts'
import type { Language } from '../../model/language.ts'
import type { ShownCount, TrendDocument } from '../../model/trend-document.ts'
import { ruleById } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Cell } from '../printed/document.ts'

/** What a report of trends is made from. */
export interface TrendReport {
  readonly document: TrendDocument
  /** The rules that may have been asked. */
  readonly book: readonly Rule[]
}

/** A report of trends with the words that it is told in. */
export interface TrendTelling extends TrendReport {
  readonly language: Language
  readonly own: TrendWords
  readonly words: ReportWords
}

/** Opens a report of trends for telling it in one language. */
export function tellTrend(report: TrendReport, language: Language): TrendTelling {
  return { ...report, language, own: trendWords(language), words: reportWords(language) }
}

/** `april 2026`. */
export function monthText({ words }: TrendTelling, month: string): string {
  return `${words.months[Number(month.slice(5)) - 1] ?? month} ${month.slice(0, 4)}`
}

/** A count as it may be shown. */
export function countCell({ own }: TrendTelling, shown: ShownCount | null): Cell {
  if (shown === null) return null
  if (shown.count !== null) return shown.count
  return shown.shown === 'under_five' ? own.under : own.hidden
}

/** A rule's name. */
export function titleOf({ book, language }: TrendTelling, rule: string): string {
  return ruleById(rule, book)?.words[language].title ?? rule
}
