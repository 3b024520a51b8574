import { open } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { InputKind } from '../model/reference.ts'
import { nearest } from '../model/nearest.ts'
import { fieldsOf, type Profile, requiredOf } from './profile.ts'

const delimiters = [';', ',', '\t', '|'] as const
const headBytes = 64 << 10

/** How a text file is laid out, and by which profile it is read. */
export interface Layout {
  readonly delimiter: string
  /** Lines before the header (a `sep=;` that spreadsheets write). */
  readonly skip: number
  readonly headers: readonly string[]
  readonly profile: Profile
  /** Field → place of its column. */
  readonly places: ReadonlyMap<string, number>
  /** Headers that the profile neither maps nor knows. */
  readonly unmapped: readonly string[]
}

/**
 * Reads the header of a UTF-8 file and finds the profile that knows most of it.
 * @param wanted the kind and profile asked for; what is not given is recognised
 * @throws {Fault} 65 when no profile fits, a mandatory column is missing, or a header stands twice
 */
export async function readLayout(
  path: string,
  shownAs: string,
  profiles: readonly Profile[],
  wanted: { kind?: InputKind; profile?: string },
): Promise<Layout> {
  const head = await readHead(path)
  const lines = head.split(/\r\n|\n|\r/)
  const skip = /^sep=.$/i.test(lines[0] ?? '') ? 1 : 0
  const text = lines.slice(skip).join('\n')
  const candidates = profiles.filter(
    (profile) =>
      (wanted.kind === undefined || profile.kind === wanted.kind) &&
      (wanted.profile === undefined || profile.profile === wanted.profile),
  )
  if (candidates.length === 0) {
    const { kind, profile = '' } = wanted
    const names = new Set(profiles.filter((one) => kind === undefined || one.kind === kind).map((one) => one.profile))
    const near = nearest(profile, [...names])
    throw new Fault(
      Exit.usage,
      `there is no profile ${profile}${kind === undefined ? '' : ` of ${kind}`}`,
      near === undefined ? `profiles: ${[...names].join(', ')}` : `did you mean ${near}?`,
    )
  }
  const fits = candidates.flatMap((profile) =>
    delimiters.flatMap((delimiter) => {
      const headers = splitHeader(text, delimiter)
      return headers ? [fit(profile, delimiter, skip, headers)] : []
    }),
  )
  const best = fits.reduce<Fit | undefined>((a, b) => (a === undefined || compareFits(b, a) > 0 ? b : a), undefined)
  if (!best || best.layout.places.size === 0) {
    throw new Fault(
      Exit.data,
      `${shownAs}: no profile knows the headers of this file`,
      'name one with --profile, or write one into profiles/ (docs/profiles.md)',
    )
  }
  const alike = fits.find((fit) => fit.layout.profile.kind !== best.layout.profile.kind && compareFits(fit, best) === 0)
  if (alike) {
    throw new Fault(
      Exit.data,
      `${shownAs}: the header is that of ${best.layout.profile.kind} and of ${alike.layout.profile.kind} alike`,
      'say which with --kind',
    )
  }
  checkLayout(shownAs, best.layout)
  return best.layout
}

interface Fit {
  readonly layout: Layout
  /** How much of the file's header the profile knows. */
  readonly known: number
  /** How many columns the file lacks that the profile must have. */
  readonly missing: number
  /** How much of what the profile knows the file has. */
  readonly filled: number
}

/** The better profile is the one that leaves least of the file unread; of those alike, the one the file fills best. */
function compareFits(a: Fit, b: Fit): number {
  return a.known - b.known || b.missing - a.missing || a.filled - b.filled
}

function fit(profile: Profile, delimiter: string, skip: number, headers: readonly string[]): Fit {
  const byName = new Map(headers.map((header, place) => [plainHeader(header), place]))
  const places = new Map<string, number>()
  for (const [field, column] of Object.entries(profile.columns)) {
    const place = byName.get(plainHeader(column))
    if (place !== undefined) places.set(field, place)
  }
  const used = new Set(places.values())
  const ignored = new Set(profile.ignored.map(plainHeader))
  const unmapped = headers.filter((header, place) => !used.has(place) && !ignored.has(plainHeader(header)))
  return {
    layout: { delimiter, skip, headers, profile, places, unmapped },
    known: 1 - unmapped.length / headers.length,
    missing: missingFields(profile, places).length,
    filled: places.size / Object.keys(profile.columns).length,
  }
}

function missingFields(profile: Profile, places: ReadonlyMap<string, number>): string[] {
  return requiredOf(profile.kind).filter((field) => !places.has(field) && !(field in profile.constants))
}

function checkLayout(shownAs: string, layout: Layout): void {
  const { profile, headers, places } = layout
  const plain = headers.map(plainHeader)
  const twice = headers.find((_, place) => plain[place] !== '' && plain.indexOf(plain[place]!) !== place)
  if (twice !== undefined) {
    throw new Fault(Exit.data, `${shownAs}: the column "${twice}" stands twice in the header`, 'remove one of them')
  }
  const missing = missingFields(profile, places)
  if (missing.length === 0) return
  const named = missing.map((field) => profile.columns[field] ?? field)
  const hints = missing.flatMap((field) => {
    const near = nearest(profile.columns[field] ?? field, layout.unmapped)
    return near === undefined ? [] : [`is "${near}" meant to be ${profile.columns[field]}?`]
  })
  throw new Fault(
    Exit.data,
    `${shownAs}: read as ${profile.kind} by profile ${profile.profile}, the header lacks ${named.join(', ')}`,
    hints.length > 0
      ? hints.join(' ')
      : `known columns: ${fieldsOf(profile.kind)
          .map((f) => profile.columns[f] ?? f)
          .join(', ')}`,
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

async function readHead(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(headBytes)
    const { bytesRead } = await file.read(buffer, 0, headBytes, 0)
    return new TextDecoder('utf-8').decode(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}
