import { type CoverageWords, coverageWords } from '../../language/coverage/index.ts'
import { reportWords } from '../../language/report/index.ts'
import type { CoverageDocument, CoverageUnit } from '../../model/coverage-document.ts'
import type { Language } from '../../model/language.ts'
import { addDays } from '../../model/period.ts'
import { spanText } from '../moments.ts'

/** A coverage, with the names that may be shown. */
export interface CoverageReport {
  readonly document: CoverageDocument
  readonly units: ReadonlyMap<string, string>
  /** Names of members of staff; the protected have none. */
  readonly users: ReadonlyMap<string, { readonly name: string | null }>
}

/** A coverage with the words that it is told in. */
export interface CoverageTelling {
  readonly report: CoverageReport
  readonly words: CoverageWords
  readonly language: Language
}

export function tellCoverage(report: CoverageReport, language: Language): CoverageTelling {
  return { report, words: coverageWords(language), language }
}

/** `1 januari – 31 december 2026`. */
export function coveragePeriod({ report, language }: CoverageTelling): string {
  const { from, to } = report.document
  return spanText({ words: reportWords(language) }, from, addDays(to, -1))
}

/** A unit's name, or its id where it has none; the central reviewer's part has a name of its own. */
export function coverageUnitName({ report, words }: CoverageTelling, id: string | null): string {
  return id === null ? words.units.central : (report.units.get(id) ?? id)
}

/** `mars`, or `mars 2026` where the period is of several years. */
export function monthText({ report, words }: CoverageTelling, month: string): string {
  const name = words.shortMonths[Number(month.slice(5, 7)) - 1] ?? month
  const years = new Set(report.document.months.map((one) => one.month.slice(0, 4)))
  return years.size > 1 ? `${name} ${month.slice(0, 4)}` : name
}

/** The units with staff of their own. */
export function ownUnits({ report }: CoverageTelling): CoverageUnit[] {
  return report.document.units.filter(({ care_unit_id }) => care_unit_id !== null)
}

/** The one sentence that matters most. */
export function leadSentence({ report, words }: CoverageTelling): string {
  const { staff, judged } = report.document.total
  return staff === 0 ? words.nobody : words.lead(judged, staff)
}

/** How many controls are late, over units and months. */
export function lateControls({ report }: CoverageTelling): number {
  return report.document.months.reduce((sum, { late }) => sum + late, 0)
}

/** What is to be seen to, a sentence each. */
export function coverageNotices(telling: CoverageTelling): string[] {
  const { report, words } = telling
  const { not_by_own_unit, units_without_reviewer, cases_without_reviewer } = report.document
  const late = lateControls(telling)
  const by = (whom: 'central' | 'nobody'): number =>
    new Set(not_by_own_unit.filter((one) => one.by === whom).map(({ user_id }) => user_id)).size
  const { notices } = words
  return [
    ...(late > 0 ? [notices.late(late)] : []),
    ...(units_without_reviewer.length > 0
      ? [notices.withoutReviewer(words.listed(units_without_reviewer.map((id) => coverageUnitName(telling, id))))]
      : []),
    ...(by('nobody') > 0 ? [notices.nobody(by('nobody'))] : []),
    ...(by('central') > 0 ? [notices.central(by('central'))] : []),
    ...(cases_without_reviewer.length > 0 ? [notices.cases(cases_without_reviewer.length)] : []),
  ]
}
