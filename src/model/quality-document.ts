import { z } from 'zod'
import { severities } from './severity.ts'

const Count = z.int().nonnegative()
const Text = z.string().nullable()

/** The questions of `quality`, in the order in which a report shows them. */
export const qualityChecks = [
  'mandatory-fields',
  'gaps',
  'record-numbers',
  'rejects',
  'duplicates',
  'list-views',
  'codes',
  'times',
  'useful-fields',
  'registers',
  'actors',
  'reference-data',
  'reading',
] as const
export type QualityCheckId = (typeof qualityChecks)[number]

const qualityAnswers = ['fit', 'remark', 'cannot_tell'] as const

/** Where a remark is worst: a unit, a file, a stretch of local time; never a person or what a row holds. */
const QualityPlace = z.strictObject({
  care_unit_id: Text,
  batch: Text,
  cause: Text,
  /** A day, or a time of the wall clock. */
  from: Text,
  to: Text,
  part: Count,
  whole: Count.nullable(),
})
export type QualityPlace = z.infer<typeof QualityPlace>

/** A number with what it is a part of; `subject` is a field, a table or a kind, where the figure is one of many alike. */
const QualityFigure = z.strictObject({
  figure: z.string(),
  subject: Text,
  source_system: Text,
  part: Count,
  whole: Count.nullable(),
})
export type QualityFigure = z.infer<typeof QualityFigure>

/** Something that whoever reviews the log, or delivers it, should know. */
const QualityRemark = z.strictObject({
  code: z.string(),
  severity: z.enum(severities),
  subject: Text,
  source_system: Text,
  part: Count,
  whole: Count.nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  places: z.array(QualityPlace),
  /** Places that there are beside those listed. */
  more_places: Count,
})
export type QualityRemark = z.infer<typeof QualityRemark>

/** A part of a question that cannot be told, and why. */
const Unanswered = z.strictObject({ cause: z.string(), subject: Text, source_system: Text })
export type Unanswered = z.infer<typeof Unanswered>

const QualityCheck = z.strictObject({
  check: z.enum(qualityChecks),
  answer: z.enum(qualityAnswers),
  /** The highest of its remarks; `info` alone leaves the answer `fit`. */
  severity: z.enum(severities).nullable(),
  figures: z.array(QualityFigure),
  remarks: z.array(QualityRemark),
  unanswered: z.array(Unanswered),
})
export type QualityCheck = z.infer<typeof QualityCheck>

const QualitySource = z.strictObject({
  source_system: z.string(),
  events: Count,
  first_time: Text,
  last_time: Text,
})
export type QualitySource = z.infer<typeof QualitySource>

const QualityInput = z.strictObject({
  batch: z.string(),
  file: z.string(),
  sha256: z.string(),
  source_system: z.string(),
  rows_in: Count,
  stored: Count,
  duplicate: Count,
  rejected: Count,
  conflict: Count,
  /** What the file says it speaks for, in local time. */
  log_from: Text,
  log_to: Text,
})

/** `quality --format json`: is the log fit for review? */
export const QualityDocument = z.strictObject({
  schema: z.literal('loggkoll/quality/1'),
  tool: z.string(),
  zone: z.string(),
  /** Local days, half-open; null when the store holds no log and no period was asked for. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  events: Count,
  /** Events without a time: they are counted with the files that hold the period. */
  untimed: Count,
  answer: z.enum(qualityAnswers),
  severity: z.enum(severities).nullable(),
  sources: z.array(QualitySource),
  inputs: z.array(QualityInput),
  checks: z.array(QualityCheck),
})
export type QualityDocument = z.infer<typeof QualityDocument>

/** What a report of the log's fitness is made from. */
export interface QualityReport {
  readonly document: QualityDocument
  /** Names of care units, where the registers have them. */
  readonly units: ReadonlyMap<string, string>
}
