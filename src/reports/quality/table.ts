import { Chalk, type ChalkInstance } from 'chalk'
import type { Language } from '../../model/language.ts'
import type { QualityCheck, QualityRemark, QualityReport } from '../../model/quality-document.ts'
import { atLeast, priorityOf } from '../../model/severity.ts'
import { plainText, wrap } from '../plain-text.ts'
import {
  periodOf,
  placeText,
  type QualityReading,
  readQuality,
  remarkSentence,
  unansweredSentences,
  verdictOf,
} from './reading.ts'

const narrowest = 40
const widest = 120
/** A terminal shows the worst places; the report shows more. */
const mostPlaces = 3

interface Page {
  readonly reading: QualityReading
  readonly columns: number
  readonly paint: ChalkInstance
}

/** What `quality` prints in a terminal: no line is wider than the columns given. */
export function qualityTable(
  report: QualityReport,
  language: Language,
  { columns, color }: { readonly columns: number; readonly color: boolean },
): string {
  const page: Page = {
    reading: readQuality(report, language),
    columns: Math.min(widest, Math.max(narrowest, columns)),
    paint: new Chalk({ level: color ? 1 : 0 }),
  }
  const { checks } = report.document
  const parts = [opening(page), ...checks.map((check) => oneCheck(page, check)), closing(page)]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function opening({ reading, columns, paint }: Page): string[] {
  const { words, report } = reading
  const { events, sources, inputs, checks } = report.document
  const verdict = verdictOf(reading)
  const counted = (answer: QualityCheck['answer']): number => checks.filter((check) => check.answer === answer).length
  const numbers = [
    `${words.summary.events}: ${words.count(events)}`,
    `${words.summary.sources}: ${words.count(sources.length)}`,
    `${words.summary.files}: ${words.count(inputs.length)}`,
  ]
  const answers = (['fit', 'remark', 'cannot_tell'] as const).map(
    (answer) => `${words.answers[answer]}: ${words.count(counted(answer))}`,
  )
  return [
    ...wrap(words.title(periodOf(reading)), columns).map((line) => paint.bold(line)),
    ...wrap(`${verdict.said} ${verdict.means}`, columns),
    ...wrap(`${numbers.join('. ')}.`, columns),
    ...wrap(`${answers.join('. ')}.`, columns),
  ]
}

function oneCheck(page: Page, check: QualityCheck): string[] {
  const { reading, columns, paint } = page
  const { words } = reading
  // What nothing at all can be told of is said once, at the top.
  if (reading.report.document.events === 0) return []
  const { title } = words.checks[check.check]
  const grave = check.severity !== null && atLeast(check.severity, 'high')
  const colour = { fit: paint.reset, remark: grave ? paint.red : paint.yellow, cannot_tell: paint.dim }[check.answer]
  const head = wrap(`${title}: ${words.answers[check.answer].toLowerCase()}`, columns)
  return [
    ...head.map((line) => (check.answer === 'fit' ? line : colour(line))),
    ...check.remarks.flatMap((remark) => oneRemark(page, remark)),
    ...unansweredSentences(reading, check).flatMap((sentence) => hang(page, '?', sentence)),
  ]
}

function oneRemark(page: Page, remark: QualityRemark): string[] {
  const { reading } = page
  const shown = remark.places.slice(0, mostPlaces)
  const more = remark.places.length - shown.length + remark.more_places
  const { words } = reading
  const places = [
    ...shown.map((place) => placeText(reading, remark, place)),
    ...(more > 0 && shown.length > 0 ? [words.check.more(more)] : []),
  ]
  return [
    ...hang(page, String(priorityOf(remark.severity)), remarkSentence(reading, remark)),
    ...(places.length > 0 ? wrap(plainText(places.join('; ')), page.columns, '       ') : []),
  ]
}

/** A sentence behind a mark of one letter. */
function hang({ columns }: Page, mark: string, sentence: string): string[] {
  return wrap(plainText(sentence), columns, '     ').map((line, place) =>
    place === 0 ? `  ${mark}  ${line.slice(5)}` : line,
  )
}

function closing({ reading, columns }: Page): string[] {
  const { words } = reading
  return [words.method.scale, words.goOn].flatMap((line) => wrap(line, columns))
}
