import { Chalk } from 'chalk'
import type { CoverageUnit } from '../../model/coverage-document.ts'
import type { Language } from '../../model/language.ts'
import { plainText, wrap } from '../plain-text.ts'
import {
  coverageNotices,
  coveragePeriod,
  type CoverageReport,
  type CoverageTelling,
  coverageUnitName,
  leadSentence,
  monthText,
  tellCoverage,
} from './telling.ts'

const narrowest = 40
const widest = 120

/** What `report coverage` prints in a terminal: no line is wider than the columns given. It names no member of staff. */
export function coverageTable(
  report: CoverageReport,
  language: Language,
  layout: { readonly columns: number; readonly color: boolean },
): string {
  const telling = tellCoverage(report, language)
  const { words } = telling
  const columns = Math.min(widest, Math.max(narrowest, layout.columns))
  const paint = new Chalk({ level: layout.color ? 1 : 0 })
  const head = [
    ...wrap(`${words.title}, ${coveragePeriod(telling)}`, columns).map((line) => paint.bold(line)),
    ...wrap(leadSentence(telling), columns),
    ...coverageNotices(telling).flatMap((notice) =>
      wrap(plainText(notice), columns, '  ').map((line, place) =>
        paint.yellow(place === 0 ? `! ${line.slice(2)}` : line),
      ),
    ),
  ]
  const units = report.document.units.map((unit) => {
    const [name = '', ...lines] = oneUnit(telling, unit)
    return [
      ...wrap(plainText(name), columns).map((line) => paint.bold(line)),
      ...lines.flatMap((line) => wrap(line, columns, '  ')),
    ]
  })
  const foot = [words.rule, words.names, words.purpose].flatMap((line) => wrap(line, columns))
  return [head, ...units, foot].map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function oneUnit(telling: CoverageTelling, unit: CoverageUnit): string[] {
  const { words } = telling
  const { staff, selected, judged, signed } = unit
  const counts = [
    `${words.units.staff} ${words.count(staff)}`,
    `${words.units.selected.toLowerCase()} ${words.count(selected)}`,
    `${words.units.judged.toLowerCase()} ${words.count(judged)} (${words.share(judged, staff)})`,
    `${words.units.signed.toLowerCase()} ${words.count(signed)}`,
  ]
  return [
    coverageUnitName(telling, unit.care_unit_id),
    ...(unit.care_unit_id === null ? [] : [`${counts.join(', ')}.`]),
    `${spans(telling, unit).join(', ')}.`,
  ]
}

/** Months on end in one state are said once: `jan–mars klar`. */
function spans(telling: CoverageTelling, { months }: CoverageUnit): string[] {
  const groups: { first: string; last: string; state: CoverageUnit['months'][number]['state'] }[] = []
  for (const { month, state } of months) {
    const last = groups.at(-1)
    if (last?.state === state) last.last = month
    else groups.push({ first: month, last: month, state })
  }
  return groups.map(({ first, last, state }) => {
    const from = monthText(telling, first)
    return `${first === last ? from : `${from}–${monthText(telling, last)}`} ${telling.words.states[state]}`
  })
}
