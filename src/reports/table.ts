import { Chalk, type ChalkInstance } from 'chalk'
import Table from 'cli-table3'
import { firstCases, type RuleRun } from '../model/audit-document.ts'
import type { AuditReport } from './audit-report.ts'
import type { Language } from '../model/language.ts'
import { countCases, countFindings } from '../model/run-tally.ts'
import { priorityOf } from '../model/severity.ts'
import { type CaseReading, casesHandedOut, isAddingOutside } from './case-reading.ts'
import { clockSpan, dayText, periodText, spanText } from './moments.ts'
import { caseNames, unitName } from './naming.ts'
import { noticeSentences, notSelectedText } from './notices.ts'
import { plainText, textWidth, wrap } from './plain-text.ts'
import { readIn, type Reading } from './reading.ts'
import { ruleTitle, sentenceOf } from './rule-words.ts'

const narrowest = 40
const widest = 120
/** With less room for the rules' names than this, a table is harder to read than lines. */
const narrowestTitle = 16

interface Page {
  readonly reading: Reading
  readonly columns: number
  readonly paint: ChalkInstance
}

/** What `audit` prints in a terminal: no line is wider than the columns given. */
export function tableReport(
  report: AuditReport,
  language: Language,
  { columns, color }: { readonly columns: number; readonly color: boolean },
): string {
  const page: Page = {
    reading: readIn(report, language),
    columns: Math.min(widest, Math.max(narrowest, columns)),
    paint: new Chalk({ level: color ? 1 : 0 }),
  }
  const parts = [opening(page), notices(page), rules(page), cases(page), closing(page)]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function opening({ reading, columns, paint }: Page): string[] {
  const { words, report } = reading
  const { tally } = report
  const { run } = report.document
  const shown = countFindings(tally, ({ suppressed }) => !suppressed)
  const apart = countFindings(tally, ({ suppressed, in_case }) => !suppressed && !in_case)
  const hidden = countFindings(tally, ({ suppressed }) => suppressed)
  const told = [
    words.list.findings(shown - apart, countCases(tally).cases),
    ...(apart > 0 ? [words.list.findingsApart(apart)] : []),
    ...(hidden > 0 ? [`${words.summary.suppressed(hidden)}.`] : []),
  ]
  const first = run.first_lookups === 0 ? null : words.partOf(run.first_explained, run.first_lookups)
  const unknown = report.summary.by_unit.reduce((sum, unit) => sum + unit.unknown, 0)
  const explained = words.list.explained(words.partOf(run.explained, run.lookups), unknown, first)
  return [
    ...wrap(words.list.lookups(periodText(reading), run.lookups), columns).map((line) => paint.bold(line)),
    ...wrap(explained, columns),
    ...wrap(told.join(' '), columns),
  ]
}

/** A region has hundreds of units with a notice: more than these would hide everything else on a terminal. */
const mostNotices = 5

function notices({ reading, columns, paint }: Page): string[] {
  return noticeSentences(reading, mostNotices).flatMap((sentence) =>
    wrap(plainText(sentence), columns, '  ').map((line, place) =>
      paint.yellow(place === 0 ? `! ${line.slice(2)}` : line),
    ),
  )
}

function rules({ reading, columns, paint }: Page): string[] {
  const { words, report } = reading
  const { run } = report.document
  if (run.rules.length === 0) return []
  const heads = [words.rules.assessed, words.rules.flagged, words.rules.unknown]
  const counts = run.rules.map((rule) => countsOf(reading, rule))
  const widths = heads.map((head, place) => {
    const cells = [...counts.map((row) => row[place] ?? ''), ...head.split(' ')]
    let width = Math.max(...cells.map(textWidth))
    while (wrap(head, width).length > 2) width++
    return width + 2
  })
  const title = columns - widths.reduce((sum, width) => sum + width, 0) - heads.length - 2
  if (title < narrowestTitle) return rulesAsLines({ reading, columns, paint })
  const broken = (text: string, width: number): string => wrap(plainText(text), width - 2).join('\n')
  const table = new Table({
    head: [words.rules.rule, ...heads].map((head, place) =>
      wrap(head, (place === 0 ? title : (widths[place - 1] ?? 2)) - 2)
        .map((line) => paint.bold(line))
        .join('\n'),
    ),
    colWidths: [title, ...widths],
    colAligns: ['left', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  })
  table.push(
    ...run.rules.map((rule, place) => [broken(ruleTitle(reading, rule.rule), title), ...(counts[place] ?? [])]),
  )
  return table.toString().split('\n')
}

function rulesAsLines({ reading, columns, paint }: Page): string[] {
  const { words, report } = reading
  const heads = [words.rules.assessed, words.rules.flagged, words.rules.unknown]
  return report.document.run.rules.flatMap((run) => {
    const answered = run.outcome === 'answered' && run.assessed > 0
    const counts = answered
      ? countsOf(reading, run).map((count, place) => `${heads[place]} ${count}`)
      : [words.list.unanswered]
    const title = wrap(plainText(ruleTitle(reading, run.rule)), columns).map((line) => paint.bold(line))
    return [...title, ...wrap(counts.join(', '), columns, '  ')]
  })
}

function countsOf({ words }: Reading, run: RuleRun): string[] {
  if (run.outcome !== 'answered') return ['–', '–', words.list.unanswered]
  // Nothing assessed is no answer either: noughts would read as all clear.
  if (run.assessed === 0) return [words.count(0), '–', words.list.unanswered]
  return [run.assessed, run.flagged, run.unknown].map(words.count)
}

function cases(page: Page): string[] {
  const { reading, columns, paint } = page
  const { words } = reading
  const selected = casesHandedOut(reading, firstCases)
  const more = reading.report.cases.filter((file) => file.handed_out).length - selected.length
  const adding = countFindings(reading.report.tally, isAddingOutside)
  const rest = notSelectedText(reading)
  return [
    ...(selected.length === 0 ? [] : [paint.bold(words.cases.heading)]),
    ...selected.flatMap((one) => [...oneCase(page, one), '']),
    ...(more > 0 ? wrap(words.list.moreCases(more), columns) : []),
    ...wrap(rest, columns),
    ...(adding > 0 ? wrap(words.notSelected.adding(adding), columns) : []),
  ]
}

function oneCase({ reading, columns, paint }: Page, one: CaseReading): string[] {
  const { words } = reading
  const { who, whose } = caseNames(reading, one.file)
  const priority = priorityOf(one.file.severity)
  const [lead] = one.asked[0]?.findings ?? []
  const units = one.units.map((unit) => unitName(reading, unit)).join(', ')
  const titles = one.asked.map((asked) => ruleTitle(reading, asked.rule)).join(', ')
  const inside = (text: string): string[] => wrap(plainText(text), columns, '    ')
  const first = wrap(plainText(`${words.cases.priority(priority)}  ${who} – ${whose}`), columns, '    ')
  const place = `${one.place}`.padStart(2)
  const head = first.map((line, index) => (index === 0 ? `${place}  ${line.slice(4)}` : line))
  return [
    ...head.map((line) => (priority <= 2 ? paint.red(line) : paint.bold(line))),
    ...inside(`${units}, ${when(reading, one)}`),
    ...inside(titles),
    ...(lead ? inside(sentenceOf(reading, lead)) : []),
    ...(lead ? inside(`${words.cases.finding} ${lead.finding_id}`).map((line) => paint.dim(line)) : []),
  ]
}

function when(reading: Reading, one: CaseReading): string {
  const days = one.days.toSorted()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  if (days.length === 1) return reading.words.at(dayText(reading, first), clockSpan(one.first_time, one.last_time))
  return days.length === 0 ? '–' : spanText(reading, first, last)
}

function closing({ reading, columns }: Page): string[] {
  const { words } = reading
  const { run_id } = reading.report.document.run
  return [...words.list.goOn(run_id), words.selection].flatMap((line) => wrap(line, columns))
}
