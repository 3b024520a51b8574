import type { InputKind } from '../../model/reference.ts'
import { fieldsOf, requiredOfKind } from '../profile.ts'
import { type ColumnValues, lookAtAgain } from './column-values.ts'
import { headerScore, signatures } from './field-patterns.ts'
import { fieldType } from './guess-codes.ts'
import type { LeftColumn, Sureness } from './proposal.ts'
import { type HeaderReading, readHeader } from './read-header.ts'
import { type ValueFit, valueFit } from './value-fit.ts'

/** A column, or a column of days and one of times of day that make one field together. */
export interface Column {
  readonly place: number
  readonly headers: readonly string[]
  readonly places: readonly number[]
  /** A header that stands twice, or is empty, cannot be named in a profile. */
  readonly isUsable: boolean
  readonly why: LeftColumn['why'] | undefined
  readonly reading: HeaderReading
  readonly values: ColumnValues
}

export interface Assigned {
  readonly field: string
  readonly column: Column
  /** How surely the header names the field, 0 to 1. */
  readonly header: number
  readonly fit: ValueFit
  readonly sureness: Sureness
  /** Taken because nothing better is there, as a unit's name for its id. */
  readonly isFallback: boolean
}

interface Candidate extends Assigned {
  readonly score: number
}

const weakest = 0.3
const weights: Readonly<Record<Sureness, number>> = { certain: 1, likely: 0.75, guess: 0.35 }

/** Gives each field of a kind the column that is most likely it, and says how well the kind fits the table as a whole. */
export function assignColumns(
  kind: InputKind,
  columns: readonly Column[],
): { readonly assigned: readonly Assigned[]; readonly score: number } {
  const usable = columns.filter(({ isUsable }) => isUsable)
  const all = [...usable, ...pairsOf(usable), ...(kind === 'access' ? namePairsOf(usable) : [])]
  const candidates = fieldsOf(kind)
    .flatMap((field) => all.flatMap((column) => candidateOf(kind, field, column)))
    .sort((a, b) => b.score - a.score)
  const assigned: Candidate[] = []
  const isTaken = ({ places }: Column) =>
    assigned.some(({ column }) => {
      // A day may stand for the beginning and the end, each with a clock of its own.
      const isSharedDay = places.length > 1 && column.places.length > 1 && places[0] === column.places[0]
      return (isSharedDay ? places.slice(1) : places).some((place) => column.places.includes(place))
    })
  for (const candidate of candidates) {
    const { field, column, isFallback } = candidate
    if (isFallback || assigned.some((one) => one.field === field) || isTaken(column)) continue
    assigned.push(candidate)
  }
  // What is left may stand in for a field that the law wants: better a name than nothing.
  for (const candidate of candidates.filter(({ isFallback }) => isFallback)) {
    if (assigned.some(({ field }) => field === candidate.field)) continue
    if (isTaken(candidate.column) && candidate.field !== 'user_id') continue
    assigned.push(candidate)
  }
  return { assigned, score: kindScore(kind, assigned, columns) }
}

function candidateOf(kind: InputKind, field: string, column: Column): Candidate[] {
  const fit = valueFit(kind, field, column.values)
  const header =
    column.headers.length === 1 || column.values.times.share < 0.8
      ? headerScore(kind, field, column.headers[0] ?? '', column.reading)
      : pairScore(kind, field, column)
  if (isStandIn(kind, field, header, fit)) {
    return [{ field, column, header, fit, sureness: 'guess', score: header + 0.1, isFallback: true }]
  }
  if (fit.fit <= -0.9) return []
  const tie = Math.min(1, column.values.distinct / 2000) * 0.02
  if (header === 0) {
    const told = Math.max(toldByValues(field, column, fit), someId(field, column))
    if (told === 0) return []
    const sureness = fit.share >= 0.95 && told >= 0.45 && fit.seen !== 'few_words' ? 'likely' : 'guess'
    return [{ field, column, header, fit, sureness, score: told + tie, isFallback: false }]
  }
  const pair = column.places.length > 1 ? 0.1 : 0
  const score = header + 0.35 * fit.fit + tie + pair
  if (score < weakest) return []
  return [{ field, column, header, fit, sureness: surenessOf(header, fit), score, isFallback: false }]
}

function surenessOf(header: number, { fit, seen }: ValueFit): Sureness {
  if (header >= 0.9 && fit >= 0) return 'certain'
  if (header >= 0.8 && fit >= 0.6) return 'certain'
  if (header >= 0.6 && fit >= -0.3) return 'likely'
  if (header >= 0.3 && fit >= 0.6 && seen !== 'different') return 'likely'
  return 'guess'
}

/** Names of users or units where there are no ids. */
function isStandIn(kind: InputKind, field: string, header: number, { seen, fit }: ValueFit): boolean {
  if (kind !== 'access' || !['user_id', 'care_unit_id', 'care_provider_id'].includes(field) || header < weakest)
    return false
  return seen === 'names' || (fit < 0 && fit > -0.5) || header <= 0.35
}

/** An id of something: of the rows when it stands first and never twice, else of what was opened. */
function someId(field: string, { reading, values, place }: Column): number {
  const { distinct, filled, shares, times } = values
  const isPlain = shares.personal_number < 0.3 && shares.hsa_id < 0.3 && times.share < 0.5 && shares.id > 0.8
  if (!reading.isSomeId || filled === 0 || !isPlain) return 0
  if (field === 'record_id') return place === 0 && distinct === filled ? 0.34 : 0
  return field === 'resource_id' && (place > 0 || distinct < filled) ? 0.31 : 0
}

/** How surely the values alone say a field, where the header says nothing. */
function toldByValues(field: string, { reading, values, places }: Column, { fit, share }: ValueFit): number {
  if (!reading.isVague || fit < 0.9 || share < 0.8 || places.length > 1 || values.filled < 2) return 0
  switch (field) {
    case 'patient_id':
      return 0.5
    case 'person_id':
      return 0.4
    case 'user_person_id':
      return 0.31
    case 'occurred_at':
      return values.times.isCompact ? 0 : 0.5
    case 'user_id':
      return values.shares.hsa_id > 0.8 ? 0.42 : 0
    case 'care_unit_id':
      return values.shares.hsa_id > 0.8 ? 0.36 : 0
    case 'activity':
      return 0.46
    case 'purpose':
      return 0.4
    case 'network_address':
      return 0.45
    case 'record_id':
      return values.shares.uuid > 0.9 ? 0.35 : 0
    default:
      return 0
  }
}

/** Columns of days beside columns of times of day; the field of both is the one that their headers name together. */
function pairsOf(columns: readonly Column[]): Column[] {
  const isDays = ({ values }: Column) => values.times.share > 0.8 && values.times.clocks === 0
  const isClocks = ({ values, reading }: Column) =>
    values.shares.clock > 0.8 &&
    (values.shares.whole_number < 0.5 || reading.meanings.some(({ concepts }) => concepts.has('time')))
  const clocks = columns.filter(isClocks)
  return columns.filter(isDays).flatMap((days) =>
    clocks
      .filter((clock) => clock !== days && Math.abs(clock.place - days.place) <= 2)
      .map((clock): Column => ({
        place: days.place,
        headers: [...days.headers, ...clock.headers],
        places: [...days.places, ...clock.places],
        isUsable: true,
        why: undefined,
        reading: days.reading,
        values: lookAtAgain(days.values, clock.values),
      })),
  )
}

/** First and last names of whoever the headers say; users, when they say nothing and no patient stands before them. */
function namePairsOf(columns: readonly Column[]): Column[] {
  const has = ({ reading }: Column, concept: 'given' | 'family' | 'patient') =>
    reading.meanings.some(({ concepts, weight }) => weight === 1 && concepts.has(concept))
  return columns.flatMap((given, index) => {
    const family = [columns[index + 1], columns[index - 1]].find((beside) => beside && has(beside, 'family'))
    if (!family || !has(given, 'given')) return []
    const before = columns.slice(0, index).findLast(({ reading }) => reading.meanings.some(isOfSomeone))
    const isPatient = has(given, 'patient') || (before !== undefined && has(before, 'patient'))
    const concepts = new Set([isPatient ? 'patient' : 'user', 'name'] as const)
    return [
      {
        ...given,
        headers: [...given.headers, ...family.headers],
        places: [...given.places, ...family.places],
        reading: { meanings: [{ concepts, weight: 0.8 }], isVague: false, isSomeId: false },
        values: lookAtAgain(given.values, family.values),
      },
    ]
  })
}

function isOfSomeone({ concepts }: HeaderReading['meanings'][number]): boolean {
  return concepts.has('user') || concepts.has('patient')
}

/** The headers of a pair name a field when both do, each for itself, or the day's does and the other says only `time`. */
function pairScore(kind: InputKind, field: string, { headers, values }: Column): number {
  if (fieldTypeOf(kind, field) !== 'time' || values.times.share < 0.8) return 0
  const [days = '', clock = ''] = headers
  const scores = [days, clock].map((header) => headerScore(kind, field, header, readHeader(header)))
  const readings = headers.map(readHeader)
  const isOne = readings.some(({ isVague }) => isVague)
  const joined = `${days} ${clock}`
  const together = isOne ? headerScore(kind, field, joined, readHeader(joined)) : 0
  return Math.max(together, Math.min(...scores), Math.max(...scores) * 0.7)
}

function fieldTypeOf(kind: InputKind, field: string): string {
  const type = fieldType(kind, field)
  return typeof type === 'string' ? type : type && 'kind' in type ? type.kind : 'code'
}

/** A patient and a date make any of these: their headers must speak of it. */
const poorKinds: ReadonlySet<InputKind> = new Set(['consent', 'block_override', 'watchlist'])

/** The fields that a row of this kind must have, and no column was assigned to. */
export function lacking(kind: InputKind, assigned: readonly Assigned[]): string[] {
  return requiredOfKind(kind).filter((field) => !assigned.some((one) => one.field === field))
}

/** How much of the table is understood as this kind, less what the kind must have and the table lacks. */
function kindScore(kind: InputKind, assigned: readonly Assigned[], columns: readonly Column[]): number {
  const counted = columns.filter(({ values, isUsable }) => isUsable && values.filled > 0)
  if (counted.length === 0 && assigned.length === 0) return 0
  const understood = new Map<number, number>()
  for (const { column, sureness, isFallback } of assigned) {
    for (const place of column.places) understood.set(place, isFallback ? 0.2 : weights[sureness])
  }
  const sum = [...understood.values()].reduce((total, weight) => total + weight, 0)
  const lost = lacking(kind, assigned).reduce(
    (total, field) => total + (kind !== 'access' ? 0.4 : field === 'occurred_at' ? 0.3 : 0.06),
    0,
  )
  const filled = assigned.length / fieldsOf(kind).length
  const known = signatures[kind]
  const isNamed = columns.some(({ reading }) =>
    reading.meanings.some(({ concepts }) => known.some((one) => concepts.has(one))),
  )
  const isOurs = columns.every(({ headers }) => fieldsOf(kind).includes(headers[0] ?? ''))
  // No register says what was done to a record.
  const isDone =
    kind === 'access' && assigned.some(({ field, fit }) => field === 'activity' && fit.seen === 'known_words')
  const named = isDone ? 0.35 : isNamed ? 0.15 : poorKinds.has(kind) && !isOurs ? -0.3 : 0
  return sum / Math.max(1, columns.filter(({ isUsable }) => isUsable).length) - lost + 0.1 * filled + named
}
