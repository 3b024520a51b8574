import { type QualityWords, qualityWords } from '../../language/quality/index.ts'
import { type ReportWords, reportWords, wordsFor } from '../../language/report/index.ts'
import type { Language } from '../../model/language.ts'
import type {
  QualityCheck,
  QualityFigure,
  QualityPlace,
  QualityRemark,
  QualityReport,
  Unanswered,
} from '../../model/quality-document.ts'
import { ruleById } from '../../rules/index.ts'

/** A report of the log's fitness, with the words that it is told in. */
export interface QualityReading {
  readonly report: QualityReport
  readonly language: Language
  readonly words: QualityWords
  /** What the reports share: months, tables, what a law is called. */
  readonly common: ReportWords
}

export function readQuality(report: QualityReport, language: Language): QualityReading {
  return { report, language, words: qualityWords(language), common: reportWords(language) }
}

/** Yes, no, or something between. */
export function verdictOf({ words, report }: QualityReading): { readonly said: string; readonly means: string } {
  const { answer, severity } = report.document
  const key =
    answer === 'remark' && severity !== null && severity !== 'info'
      ? severity
      : answer === 'fit'
        ? 'fit'
        : 'cannot_tell'
  return { said: words.verdict[key], means: words.verdictMeans[key] }
}

/** One sentence about a remark; the source is named where there are several. */
export function remarkSentence(reading: QualityReading, remark: QualityRemark): string {
  const { words, language } = reading
  const rules = String(remark.facts['rules'] ?? '')
    .split(' ')
    .flatMap((id) => (id === '' ? [] : [ruleById(id)?.words[language].title ?? id]))
  const told = {
    ...remark,
    code: remark.subject ?? '',
    subject: subjectText(reading, remark.code, remark.subject),
    rules,
  }
  const say = words.remarks[remark.code]
  const sentence = say === undefined ? `${remark.code} ${remark.subject ?? ''} ${remark.part}` : say(told)
  return manySources(reading) && remark.source_system !== null
    ? `${sourceName(reading, remark.source_system)}: ${sentence}`
    : sentence
}

export function manySources({ report }: QualityReading): boolean {
  return report.document.sources.length > 1
}

export function sourceName({ words }: QualityReading, source: string | null): string {
  return source === null || source === 'default' ? words.sources.unnamed : source
}

/** Codes whose subject is a register that knows someone, and not the register's rows. */
const aboutParties = new Set(['unknown_party', 'lookups_unknown', 'parties_unknown'])

function subjectText({ words, common }: QualityReading, code: string, subject: string | null): string {
  if (subject === null) return ''
  if (aboutParties.has(code)) return wordsFor(words.parties, subject)
  if (code === 'actor') return wordsFor(words.actors, subject)
  if (code.startsWith('deviation')) return subject.replaceAll('_', ' ')
  const tables = subject.split(' ')
  if (tables.every((table) => Object.hasOwn(common.tables, table)))
    return words.tableFiles(tables.map((table) => wordsFor(common.tables, table)))
  return wordsFor(words.fields, subject)
}

export function figureText(reading: QualityReading, figure: QualityFigure): string {
  const subject = subjectText(reading, figure.figure, figure.subject)
  return reading.words.figures[figure.figure]?.(subject) ?? `${figure.figure} ${subject}`
}

/** What cannot be told, and why; the same cause of several sources is said once. */
export function unansweredSentences(reading: QualityReading, check: QualityCheck): string[] {
  const { words } = reading
  const causeOf = ({ cause, subject }: Unanswered): string => {
    const about = subject === null ? undefined : words.unanswered[subject]
    const why = wordsFor(words.causes, cause)
    return about === undefined ? why : `${about}: ${why.slice(0, 1).toLowerCase()}${why.slice(1)}`
  }
  return [...Map.groupBy(check.unanswered, causeOf)].map(([sentence, some]) => {
    const sources = some.flatMap(({ source_system }) => source_system ?? [])
    return manySources(reading) && sources.length > 0
      ? `${sentence} (${sources.map((source) => sourceName(reading, source)).join(', ')})`
      : sentence
  })
}

/** Remarks whose places say all: a stretch of silent days or hours needs no count of them, nor does a file. */
const toldByPlace: ReadonlySet<string> = new Set([
  'source_days',
  'unit_days',
  'source_hours',
  'unit_hours',
  'empty_delivery',
  'draft_profile',
])

/** Where, and how much of it. */
export function placeText(reading: QualityReading, remark: QualityRemark, place: QualityPlace): string {
  const { words } = reading
  const where = [
    batchText(reading, place.batch),
    causeText(reading, place.cause),
    unitText(reading, place.care_unit_id),
    whenText(reading, place),
  ]
  const amounts = place.whole === null ? words.count(place.part) : words.partOf(place.part, place.whole)
  const at = where.filter((text) => text !== '').join(', ')
  return toldByPlace.has(remark.code) && at !== '' ? at : words.placeAt(at === '' ? '–' : at, amounts)
}

function batchText({ report }: QualityReading, batch: string | null): string {
  if (batch === null) return ''
  return report.document.inputs.find((input) => input.batch === batch)?.file ?? batch
}

function causeText({ words }: QualityReading, cause: string | null): string {
  return cause === null ? '' : wordsFor(words.rejectCauses, cause)
}

function unitText({ report }: QualityReading, unit: string | null): string {
  return unit === null ? '' : (report.units.get(unit) ?? unit)
}

function whenText(reading: QualityReading, { from, to }: QualityPlace): string {
  if (from === null) return ''
  if (to === null || to === from) return momentText(reading, from)
  if (from.length === 10 && to.length === 10) return daySpan(reading, from, to)
  const sameDay = from.slice(0, 10) === to.slice(0, 10)
  return `${momentText(reading, from)}–${sameDay ? clock(to) : momentText(reading, to)}`
}

/** `4 mars 2026`, with the time of day where the moment has one. */
export function momentText({ common }: QualityReading, moment: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?))?/.exec(moment)
  if (!parts) return moment
  const day = `${Number(parts[3])} ${common.months[Number(parts[2]) - 1]} ${parts[1]}`
  return parts[4] === undefined ? day : common.at(day, clock(moment))
}

/** A full minute needs no seconds. */
function clock(moment: string): string {
  return (/(\d\d:\d\d(?::\d\d)?)/.exec(moment.slice(11))?.[1] ?? '').replace(/:00$/, (zero, place) =>
    place > 2 ? '' : zero,
  )
}

/** The period from its first to its last day. */
export function periodOf(reading: QualityReading): string {
  const { from, to } = reading.report.document
  if (from === null || to === null) return reading.words.noPeriod
  const last = new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return daySpan(reading, from, last < from ? from : last)
}

/** `1–31 mars 2026`, both days included, saying no month or year twice. */
function daySpan(reading: QualityReading, first: string, last: string): string {
  if (first === last) return momentText(reading, first)
  const [from, to] = [momentText(reading, first), momentText(reading, last)]
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${to}`
  return first.slice(0, 4) === last.slice(0, 4) ? `${from.slice(0, -5)} – ${to}` : `${from} – ${to}`
}
