import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { isDamagedBySpreadsheet, normalisePersonId } from '../model/person-id.ts'
import { swedishActivities, swedishPurposes } from '../model/vocabulary.ts'
import type { Store } from '../store/store.ts'
import type { Layout } from './header.ts'

const CodeRow = z.object({ raw: z.string(), events: z.coerce.number() })

export interface UnknownCode {
  readonly field: string
  readonly raw: string
  readonly events: number
}

/**
 * Normalises each distinct personal id of a column once, into `person_map`.
 * @param seen SQL that gives the day a row speaks of; the century of a short number is resolved against it
 * @throws {Fault} 65 when a spreadsheet has turned the numbers into 1,9E+11: their last digits are gone
 */
export async function mapPersons(
  store: Store,
  layout: Layout,
  shownAs: string,
  column: string,
  seen: string,
  today: string,
) {
  await store.run('ingest/distinct-persons', { today }, { column, seen })
  for (let from = 0; ; from += pageRows) {
    const page = await store.texts('ingest/page-of-persons', { from, to: from + pageRows })
    await store.append(
      'person_map',
      page.map(([raw, seen_on, source_row]) => {
        if (!raw || !seen_on || !source_row) throw new Error('a distinct personal id has no value')
        if (isDamagedBySpreadsheet(raw))
          throw damagedFault(shownAs, source_row, layout.headers[layout.places.get(column)?.[0] ?? 0])
        const { id, type } = normalisePersonId(raw, seen_on)
        return [column, raw, id === '' ? null : id, type]
      }),
    )
    if (page.length < pageRows) return
  }
}

/** Ids are taken out of the store in pages, so that two million of them never stand in memory at once. */
const pageRows = 100_000

function damagedFault(shownAs: string, row: string, header: string | undefined): Fault {
  return new Fault(
    Exit.data,
    `${shownAs}, row ${row}, column ${header}: a spreadsheet has turned personal numbers into scientific notation, and ` +
      'their last digits are lost',
    'export again, and let the spreadsheet treat the column as text',
  )
}

const truths: Readonly<Record<string, string>> = {
  true: 'true',
  ja: 'true',
  yes: 'true',
  j: 'true',
  y: 'true',
  '1': 'true',
  x: 'true',
  sant: 'true',
  false: 'false',
  nej: 'false',
  no: 'false',
  n: 'false',
  '0': 'false',
  falskt: 'false',
}

const swedish: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  activity: swedishActivities,
  purpose: swedishPurposes,
}

/**
 * Maps each distinct word of a coded column to our vocabulary, into `code_map`; gives the words that nothing knows.
 * @param words the vocabulary; NULL for true and false
 */
export async function mapCodes(
  store: Store,
  layout: Layout,
  column: string,
  words: readonly string[] | null,
): Promise<UnknownCode[]> {
  const translate = translator(column, layout.profile.codes[column] ?? {}, words)
  const rows = await store.rows('ingest/distinct-codes', CodeRow, {}, { column })
  const unknown: UnknownCode[] = []
  const mapped: (readonly [string, string, string | null])[] = []
  for (const { raw, events } of rows) {
    const word = translate(raw)
    if (word === undefined) unknown.push({ field: column, raw, events })
    mapped.push([column, raw, word ?? null])
  }
  await store.append('code_map', mapped)
  return unknown
}

/** From the source's word to ours: what the profile says, then our own and the Swedish words, then the profile's patterns. */
export function translator(
  column: string,
  given: Readonly<Record<string, string>>,
  words: readonly string[] | null,
): (raw: string) => string | undefined {
  const own = words ? { ...swedish[column], ...Object.fromEntries(words.map((word) => [word, word])) } : truths
  const said = Object.entries(given).map(([raw, word]) => [plain(raw), word] as const)
  const exact = new Map([...Object.entries(own), ...said.filter(([raw]) => !raw.includes('*'))])
  const patterns = said
    .filter(([raw]) => raw.includes('*'))
    .sort(([a], [b]) => b.length - a.length)
    .map(([raw, word]) => [pattern(raw), word] as const)
  return (raw) => exact.get(plain(raw)) ?? patterns.find(([fits]) => fits.test(plain(raw)))?.[1]
}

function pattern(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's')
}

function plain(word: string): string {
  return word.normalize('NFC').trim().toLowerCase()
}
