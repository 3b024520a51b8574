import { open } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import type { InputKind } from '../model/reference.ts'
import { constantsOf, fieldsOf, type Profile, requiredOf } from './profile.ts'
import { findQuotedTitle, type QuotedTitle } from './quoted-title.ts'

export const headerDelimiters = [';', ',', '\t', '|'] as const
/** So much of a file is looked at for its header. */
export const headBytes = 64 << 10
/** A report may have its title, its period and who ordered it above the header. */
export const titleLines = 15

/** Which column of a table is which field. */
export interface Layout {
  readonly headers: readonly string[]
  readonly profile: Profile
  /** Field → places of its columns; their values are put together with a space. */
  readonly places: ReadonlyMap<string, readonly number[]>
  /** Headers that the profile neither maps nor knows. */
  readonly unmapped: readonly string[]
}

/** The fields that the rows of a file can hold: from its columns, or by its profile. */
export function givenFields({ places, profile }: Layout): ReadonlySet<string> {
  return new Set([...places.keys(), ...Object.keys(constantsOf(profile))])
}

/** How a text file of columns is laid out, and by which profile it is read. */
export interface TextLayout extends Layout {
  readonly delimiter: string
  /** Lines before the header: a `sep=;` that spreadsheets write, the title of a report. */
  readonly skip: number
  /** Those lines, where they hold quotation marks. */
  readonly quotedTitle: QuotedTitle | undefined
}

export interface Wanted {
  readonly kind?: InputKind
  readonly profile?: string
}

/**
 * Reads the header of a UTF-8 file and finds the profile that knows most of it.
 * @param wanted the kind and profile asked for; what is not given is recognised
 * @throws {Fault} 65 when no profile fits, a mandatory column is missing, or a header stands twice
 */
export async function readTextLayout(
  path: string,
  shownAs: string,
  profiles: readonly Profile[],
  wanted: Wanted,
): Promise<TextLayout> {
  const head = await readHead(path)
  const chosen = chooseHeader(head.replace(/^\uFEFF/, ''), shownAs, profiles, wanted)
  return { ...chosen, quotedTitle: findQuotedTitle(head, chosen.skip, chosen.delimiter) }
}

/** Looks for the header in the upper lines of a file. */
function chooseHeader(head: string, shownAs: string, profiles: readonly Profile[], wanted: Wanted) {
  const lines = head.split(/\r\n|\n|\r/)
  const first = /^sep=.$/i.test(lines[0] ?? '') ? 1 : 0
  const candidates = candidatesOf(profiles, wanted)
  const signs = new Set([...headerDelimiters, ...candidates.flatMap(({ delimiter }) => delimiter ?? [])])
  const atLine = (skip: number) => {
    const text = lines.slice(skip).join('\n')
    return [...signs].flatMap((delimiter) => {
      const headers = splitHeader(text, delimiter)
      const fitting = candidates.filter((one) => one.delimiter === undefined || one.delimiter === delimiter)
      return headers ? fitting.map((profile) => ({ ...fit(profile, headers), delimiter, skip })) : []
    })
  }
  const fits = atLine(first)
  if (fits.some(isWhole)) return choose(shownAs, fits, wanted)
  const below: typeof fits = []
  for (let skip = first + 1; skip < Math.min(lines.length, titleLines); skip++) {
    const here = atLine(skip)
    if (here.some(isWhole)) return choose(shownAs, here.filter(isWhole), wanted)
    below.push(...here)
  }
  // A header under a title that lacks a column is told what it lacks.
  const nearly = below.filter(isNearly)
  return choose(shownAs, nearly.length > 0 && !fits.some(isNearly) ? nearly : fits, wanted)
}

/** Finds the profile of a table whose headers are known. @throws {Fault} 65 as `readTextLayout` */
export function findLayout(
  shownAs: string,
  headers: readonly string[],
  profiles: readonly Profile[],
  wanted: Wanted,
): Layout {
  return choose(
    shownAs,
    candidatesOf(profiles, wanted).map((profile) => fit(profile, headers)),
    wanted,
  )
}

function candidatesOf(profiles: readonly Profile[], { kind, profile }: Wanted): readonly Profile[] {
  const ofKind = profiles.filter((one) => kind === undefined || one.kind === kind)
  const candidates = ofKind.filter((one) => profile === undefined || one.profile === profile)
  if (candidates.length > 0) return candidates
  const names = [...new Set(ofKind.map((one) => one.profile))]
  const near = nearest(profile ?? '', names)
  throw new Fault(
    Exit.usage,
    `there is no profile ${profile}${kind === undefined ? '' : ` of ${kind}`}`,
    near === undefined ? `profiles: ${names.join(', ')}` : `did you mean ${near}?`,
  )
}

interface Fit extends Layout {
  /** How much of the file's header the profile knows. */
  readonly known: number
  /** How many columns the file lacks that the profile must have. */
  readonly missing: number
  /** How much of what the profile knows the file has. */
  readonly filled: number
}

/** Nothing is missing, and more than one lone word of a title is known. */
function isWhole({ missing, places }: Fit): boolean {
  return missing === 0 && places.size > 1
}

/** A header of which little is known and something missing is of another system, and not of that one with a fault. */
function isOther({ missing, known }: Fit): boolean {
  return missing > 0 && known < 0.5
}

function isNearly(one: Fit): boolean {
  return one.places.size > 1 && !isOther(one)
}

/** The better profile is the one that leaves least of the file unread; of those alike, the one the file fills best. */
function compareFits(a: Fit, b: Fit): number {
  return a.known - b.known || b.missing - a.missing || a.filled - b.filled
}

function choose<F extends Fit>(shownAs: string, fits: readonly F[], wanted: Wanted): F {
  const best = fits.reduce<F | undefined>((a, b) => (a === undefined || compareFits(b, a) > 0 ? b : a), undefined)
  if (!best || best.places.size === 0 || isOther(best)) {
    if (best && wanted.profile !== undefined) throw notOfProfile(shownAs, best.profile)
    throw new Fault(
      Exit.data,
      `${shownAs}: no profile knows the headers of this file`,
      'loggkoll profile infer FILE writes a draft of one; name it with --profile',
    )
  }
  const alike = fits.find((one) => one.profile.kind !== best.profile.kind && compareFits(one, best) === 0)
  if (alike) {
    throw new Fault(
      Exit.data,
      `${shownAs}: the header is that of ${best.profile.kind} and of ${alike.profile.kind} alike`,
      'say which with --kind',
    )
  }
  checkLayout(shownAs, best)
  return best
}

/** Whoever has named a profile is not told to write one. What the file has is not said: its first row may be of a log. */
function notOfProfile(shownAs: string, { profile, columns }: Profile): Fault {
  return new Fault(
    Exit.data,
    `${shownAs}: the profile ${profile} does not know the headers of this file`,
    `it reads the columns: ${Object.values(columns).flat().join(', ')}`,
  )
}

function fit(profile: Profile, headers: readonly string[]): Fit {
  const byName = new Map(headers.map((header, place) => [plainHeader(header), place]))
  const places = new Map<string, readonly number[]>()
  for (const [field, columns] of Object.entries(profile.columns)) {
    const found = columns.map((column) => byName.get(plainHeader(column)))
    if (found.every((place) => place !== undefined)) places.set(field, found)
  }
  const used = new Set([...places.values()].flat())
  const ignored = new Set(profile.ignored.map(plainHeader))
  const unmapped = headers.filter((header, place) => !used.has(place) && !ignored.has(plainHeader(header)))
  return {
    headers,
    profile,
    places,
    unmapped,
    known: 1 - unmapped.length / headers.length,
    missing: missingFields(profile, places).length,
    filled: places.size / Object.keys(profile.columns).length,
  }
}

function missingFields(profile: Profile, places: Layout['places']): string[] {
  return requiredOf(profile).filter((field) => !places.has(field))
}

function checkLayout(shownAs: string, layout: Layout): void {
  const { profile, headers, places } = layout
  const plain = headers.map(plainHeader)
  const twice = headers.find((_, place) => plain[place] !== '' && plain.indexOf(plain[place]!) !== place)
  if (twice !== undefined) {
    throw new Fault(Exit.data, `${shownAs}: the column "${twice}" stands twice in the header`, 'remove one of them')
  }
  const columnOf = (field: string) => profile.columns[field]?.join(' + ') ?? field
  const missing = missingFields(profile, places).map(columnOf)
  if (missing.length === 0) return
  const hints = missing.flatMap((column) => {
    const near = nearest(column, layout.unmapped)
    return near === undefined ? [] : [`is "${near}" meant to be ${column}?`]
  })
  throw new Fault(
    Exit.data,
    `${shownAs}: read as ${profile.kind} by profile ${profile.profile}, the header lacks ${missing.join(', ')}`,
    hints.length > 0 ? hints.join(' ') : `known columns: ${fieldsOf(profile.kind).map(columnOf).join(', ')}`,
  )
}

function splitHeader(text: string, delimiter: string): string[] | undefined {
  try {
    const [row] = parse(text, { delimiter, to: 1, relax_column_count: true, bom: true })
    return row?.map((header) => header.trim())
  } catch {
    return undefined
  }
}

/** Headers are compared without case and surrounding blanks, in one Unicode form. */
function plainHeader(header: string): string {
  return header.normalize('NFC').trim().toLowerCase()
}

/** The beginning of a UTF-8 file, with its byte order mark, if it has one. */
export async function readHead(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(headBytes)
    const { bytesRead } = await file.read(buffer, 0, headBytes, 0)
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}
