import { Chalk, type ChalkInstance } from 'chalk'
import { reportWords } from '../../language/report/index.ts'
import { type SampleWords, sampleWords } from '../../language/sample/index.ts'
import type { NameBook } from '../../model/audit-document.ts'
import type { Language } from '../../model/language.ts'
import { addDays } from '../../model/period.ts'
import type { SampleDocument, SampleDraw } from '../../model/sample-document.ts'
import { spanText, weekdayText } from '../moments.ts'
import { patientLabel, userLabel } from '../naming.ts'
import { plainText, wrap } from '../plain-text.ts'
import type { Reading } from '../reading.ts'

/** What was drawn, with the names that may be shown. */
export interface SampleReport {
  readonly document: SampleDocument
  readonly names: NameBook
  /** Pseudonyms among the ids. */
  readonly masked: ReadonlySet<string>
}

const narrowest = 40
const widest = 120

interface Page {
  readonly report: SampleReport
  readonly words: SampleWords
  /** What is shared with the other reports: how a day and a person are written. */
  readonly reading: Pick<Reading, 'words'> & { readonly report: Pick<Reading['report'], 'names' | 'masked'> }
  readonly columns: number
  readonly paint: ChalkInstance
}

/** What `sample` prints in a terminal: no line is wider than the columns given. */
export function sampleTable(
  report: SampleReport,
  language: Language,
  { columns, color }: { readonly columns: number; readonly color: boolean },
): string {
  const page: Page = {
    report,
    words: sampleWords(language),
    reading: { words: reportWords(language), report },
    columns: Math.min(widest, Math.max(narrowest, columns)),
    paint: new Chalk({ level: color ? 1 : 0 }),
  }
  const parts = [opening(page), ...report.document.draws.map((draw) => oneDraw(page, draw)), closing(page)]
  return parts.map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function opening({ report, words, reading, columns, paint }: Page): string[] {
  const { from, to, method, notices } = report.document
  return [
    ...wrap(words.title(spanText(reading, from, addDays(to, -1))), columns).map((line) => paint.bold(line)),
    ...wrap(`${words.methods[method]}.`, columns),
    ...notices.flatMap((notice) => hang(columns, '! ', words.notices[notice]).map((line) => paint.yellow(line))),
  ]
}

function oneDraw(page: Page, draw: SampleDraw): string[] {
  const { words, report, columns, paint } = page
  const { items, population, minutes, left_out, state } = draw
  const kind = words.kinds[report.document.method]
  const head = `${unitName(page, draw.care_unit_id)}: ${words.drawn(items.length, population, kind)}, ${words.minutes(minutes)}`
  return [
    ...wrap(plainText(head), columns).map((line) => paint.bold(line)),
    ...(words.states[state] === '' ? [] : wrap(words.states[state], columns, '  ')),
    ...items.flatMap((item, place) => oneItem(page, item, place + 1, draw.care_unit_id === null)),
    ...(left_out.length === 0 ? [] : [`  ${words.leftOut}`]),
    ...left_out.flatMap(({ user_id, cause }) =>
      wrap(plainText(`${userLabel(page.reading, user_id)}: ${words.causes[cause]}`), columns, '    '),
    ),
    ...wrap(words.seed(draw.seed, draw.draw_id), columns, '  ').map((line) => paint.dim(line)),
    ...wrap(words.hash(draw.population_sha256), columns, '  ').map((line) => paint.dim(line)),
  ]
}

function oneItem(page: Page, item: SampleDraw['items'][number], place: number, isOfAll: boolean): string[] {
  const { words, columns, reading, paint } = page
  const number = `${place}`.padStart(4)
  // Where each unit is drawn from by itself, it stands above.
  const unit = isOfAll && item.care_unit_id !== null ? unitName(page, item.care_unit_id) : null
  const said = [
    item.subject === 'patient' ? null : weekdayText(reading, item.day),
    unit,
    words.lookups(item.lookup_ids.length),
    words.minutes(item.minutes),
  ]
  return [
    ...hang(columns, `${number}  `, plainText(whatOf(page, item))),
    ...wrap(plainText(said.filter((one) => one !== null).join(', ')), columns, '      '),
    ...wrap(item.case_id, columns, '      ').map((line) => paint.dim(line)),
  ]
}

/** Whose lookups, and in whose record. */
function whatOf({ words, reading }: Page, { subject, user_id, patient_id }: SampleDraw['items'][number]): string {
  switch (subject) {
    case 'user_day':
      return userLabel(reading, user_id)
    case 'user_patient':
      return `${userLabel(reading, user_id)} – ${reading.words.cases.record(patientLabel(reading, patient_id))}`
    case 'patient':
      return `${words.allUsers} – ${reading.words.cases.record(patientLabel(reading, patient_id))}`
    case 'unit_day':
      return words.wholeUnit
  }
}

function closing({ report, words, columns }: Page): string[] {
  const { draws, minutes, control_id } = report.document
  const cases = draws.reduce((sum, { items }) => sum + items.length, 0)
  return [
    words.total(cases, minutes),
    words.again,
    words.purpose,
    ...(draws.some(({ state }) => state !== 'dry_run') ? [words.goOn(control_id)] : []),
  ].flatMap((line) => wrap(line, columns))
}

function unitName({ words, report }: Page, id: string | null): string {
  return id === null ? words.everyone : (report.names.units.get(id) ?? id)
}

/** A sentence behind a mark, its further lines below it. */
function hang(columns: number, mark: string, sentence: string): string[] {
  return wrap(sentence, columns, ' '.repeat(mark.length)).map((line, place) =>
    place === 0 ? `${mark}${line.slice(mark.length)}` : line,
  )
}
