import { isDamagedBySpreadsheet } from '../../model/person-id.ts'
import { inputKinds, type InputKind } from '../../model/reference.ts'
import { assignColumns, type Assigned, type Column, lacking } from './assign-columns.ts'
import { lookAt } from './column-values.ts'
import { headerScore } from './field-patterns.ts'
import { type CodeGuesses, fieldType, guessCodes } from './guess-codes.ts'
import type { ColumnNote, ColumnProposal, LeftColumn, ProfileProposal } from './proposal.ts'
import { type HeaderReading, readBeside, readHeader } from './read-header.ts'

/** A table to be understood: its headers, and a sample of its rows as texts. */
export interface Sample {
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The local day: centuries of short personal numbers are resolved against it. */
  readonly today: string
  /** What it holds, where that is known. */
  readonly kind?: InputKind
  readonly delimiter?: string | undefined
}

/** Delimiters that need no word in a profile. */
const usualDelimiters = new Set([';', ',', '\t', '|'])

/**
 * Works out what a table probably is: its kind, and which column is which field, from the headers and from what the values
 * look like. It never fails: a table that says nothing gives a proposal without columns.
 */
export function inferProfile({ headers, rows, today, kind, delimiter }: Sample): ProfileProposal {
  const readings = readAll(headers)
  const columns = headers.map((header, place): Column => {
    const plain = plainHeader(header)
    const isTwice = plain !== '' && headers.findIndex((other) => plainHeader(other) === plain) !== place
    return {
      place,
      headers: [header.trim()],
      places: [place],
      isUsable: plain !== '' && !isTwice,
      why: plain === '' ? 'nameless' : isTwice ? 'twice' : undefined,
      reading: readings[place]!,
      values: lookAt(
        rows.map((row) => row[place] ?? ''),
        today,
      ),
    }
  })
  const kinds = kind === undefined ? inputKinds : [kind]
  const ranked = kinds.map((one) => ({ kind: one, ...assignColumns(one, columns) })).sort((a, b) => b.score - a.score)
  const [best, next] = ranked
  if (!best) throw new Error('there are no kinds')
  const assigned = bestOf(best.assigned, columns)
  return {
    kind: best.kind,
    kindSureness: kind === undefined ? surenessOf(best.score, next?.score ?? 0) : 'given',
    otherKind: next && best.score - next.score < 0.1 && next.score > 0 ? next.kind : undefined,
    rows: rows.length,
    columns: assigned.map((one) => proposalOf(best.kind, one)),
    left: columns.flatMap((column) => leftColumn(best.kind, column, assigned)),
    lacks: lacking(best.kind, assigned),
    timeFormats: best.kind === 'access' ? timeFormatsOf(assigned) : [],
    codes: codesOf(best.kind, assigned),
    delimiter: delimiter === undefined || usualDelimiters.has(delimiter) ? undefined : delimiter,
  }
}

/** A column `Namn` belongs to the one before it that says of whom, else to the one after it. */
function readAll(headers: readonly string[]): HeaderReading[] {
  const alone = headers.map(readHeader)
  return alone.map((reading, place) => {
    const [before, after] = [alone[place - 1], alone[place + 1]]
    const known = before ? readBeside(reading, before, 0.75) : reading
    return known === reading && after ? readBeside(reading, after, 0.65) : known
  })
}

/** Headers are compared as ingest compares them. */
function plainHeader(header: string): string {
  return header.normalize('NFC').trim().toLowerCase()
}

/** The fields in the order of the columns: a person reads the draft beside the file. */
function bestOf(assigned: readonly Assigned[], columns: readonly Column[]): Assigned[] {
  const order = new Map(columns.map(({ place }, index) => [place, index]))
  const placeOf = ({ column }: Assigned) => order.get(column.places[0] ?? 0) ?? 0
  return assigned.toSorted((a, b) => placeOf(a) - placeOf(b))
}

function surenessOf(best: number, next: number): ProfileProposal['kindSureness'] {
  if (best < 0.4 || best - next < 0.05) return 'guess'
  return best - next > 0.2 ? 'certain' : 'likely'
}

function leftColumn(kind: InputKind, column: Column, assigned: readonly Assigned[]): LeftColumn[] {
  const { headers, places, values, why } = column
  if (assigned.some((one) => one.column.places.includes(places[0] ?? -1))) return []
  const [header = ''] = headers
  if (why !== undefined) return [{ header, why, field: undefined }]
  if (values.filled === 0) return [{ header, why: 'empty', field: undefined }]
  const scored = assigned.map(({ field }) => ({ field, score: headerScore(kind, field, header, column.reading) }))
  const like = scored.reduce<(typeof scored)[number] | undefined>(
    (best, one) => (one.score >= 0.3 && one.score > (best?.score ?? 0) ? one : best),
    undefined,
  )
  return [{ header, why: like ? 'taken' : 'unknown', field: like?.field }]
}

function timeFormatsOf(assigned: readonly Assigned[]): readonly string[] {
  return assigned.find(({ field }) => field === 'occurred_at')?.column.values.times.formats ?? []
}

function codesOf(kind: InputKind, assigned: readonly Assigned[]): Record<string, CodeGuesses> {
  return Object.fromEntries(
    assigned.flatMap(({ field, column }) => {
      const guesses = guessCodes(kind, field, column.values.texts)
      return guesses && (guesses.guesses.length > 0 || guesses.hidden > 0) ? [[field, guesses] as const] : []
    }),
  )
}

function proposalOf(kind: InputKind, one: Assigned): ColumnProposal {
  const { field, column, header, fit, sureness } = one
  return {
    field,
    headers: column.headers,
    sureness,
    header: header >= 0.9 ? 'exact' : header > 0 ? 'partial' : 'none',
    seen: fit.seen,
    share: fit.share,
    filled: column.values.rows === 0 ? 0 : column.values.filled / column.values.rows,
    notes: notesOf(kind, one),
  }
}

function notesOf(kind: InputKind, { field, column, fit, isFallback }: Assigned): ColumnNote[] {
  const { values } = column
  const { times, shares } = values
  const type = fieldType(kind, field)
  const plainType = typeof type === 'object' && 'kind' in type ? type.kind : type
  const notes: ColumnNote[] = []
  if (plainType === 'time' || plainType === 'date') {
    if (times.unreadable) notes.push(times.unreadable)
    // A register's times must be written anew whichever stands first.
    if (times.isAmbiguous && kind === 'access') notes.push('day_or_month')
    if (plainType === 'time' && times.share > 0.5 && times.clocks < 0.5) notes.push('no_clock')
    if (kind !== 'access' && times.formats.length > 0) notes.push('not_iso')
  }
  if (plainType === 'person' && values.filled > 0 && shares.personal_number < 0.5) notes.push('no_personal_numbers')
  if (plainType === 'person' && values.texts.some(isDamagedBySpreadsheet)) notes.push('scientific_notation')
  if (plainType === 'id' && fit.seen !== 'personal_numbers' && (isFallback || fit.seen === 'names'))
    notes.push('names_for_ids')
  if (plainType === 'id' && fit.seen === 'personal_numbers') notes.push('personal_numbers_for_ids')
  if (fit.fit <= -0.35 && !notes.includes('names_for_ids')) notes.push('values_disagree')
  return notes
}
