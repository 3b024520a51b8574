import { createReadStream } from 'node:fs'
import { z } from 'zod'
import type { RecordSource, StandardFormat } from '../formats/record.ts'
import { ndjsonToCsv } from '../formats/table/ndjson.ts'
import { framingOf } from '../formats/atna/framing.ts'
import { headOf } from '../formats/head.ts'
import { standardFormats } from '../formats/index.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { InputKind } from '../model/reference.ts'
import type { Store } from '../store/store.ts'
import { readParquet } from './broken-parquet.ts'
import { findLayout, type Layout, readTextLayout, type Wanted } from './header.ts'
import { readHeaders } from './numbered-headers.ts'
import { refuseNested } from './parquet-columns.ts'
import { effort, type PreparedFile, type SourceTable } from './prepared-file.ts'
import type { Profile } from './profile.ts'
import { cutTitle, type QuotedTitle } from './quoted-title.ts'
import { readRecords } from './read-records.ts'
import { hashFile, readStart, scanFile } from './scan-file.ts'
import type { Scratch } from './scratch.ts'
import { transcodeToUtf8 } from './transcode.ts'
import { copying, copyInput, type PlainFile, unpack } from './unpack.ts'

export interface PrepareOptions {
  readonly profiles: readonly Profile[]
  readonly kind?: InputKind
  /** A mapping profile, or a standard format. */
  readonly profile?: string
  /** The source system, where the file does not say it; it comes before the profile's own. */
  readonly source?: string
  /** The sheet of a workbook; the first that holds rows when not given. */
  readonly sheet?: string
  /** The patient of an answer that does not say whose log it is. */
  readonly patient?: string
  readonly scratch: Scratch
  readonly input: NodeJS.ReadableStream
  /** Opens a store without tables, for a look at a file that only DuckDB reads. */
  readonly openReader: (path: string) => Promise<Store>
  /** Hears how far the work has come, as bytes of the files named (see `effort`). */
  readonly onBytes: (bytes: number) => void
  /** Hears of a file of an archive that cannot be read, and the others go on; without it that is thrown. */
  readonly onRefused?: (shownAs: string, fault: Fault) => void
}

/**
 * Gets what a file holds ready, without the store: a long look at a file keeps no one else waiting. An archive gives its
 * files one by one, a file of several kinds a part for each.
 * @throws {Fault} 65 with the file, the place and the cause
 */
export async function* prepareFile(path: string, options: PrepareOptions): AsyncGenerator<PreparedFile> {
  const shownAs = path === '-' ? 'standard input' : path
  const real = path === '-' ? await copyInput(options.input, options.scratch) : path
  for await (const file of unpack(real, shownAs, options.scratch)) {
    const parts = await preparePlain(file, options).catch((error: unknown) => {
      const isAlone = file.shownAs === shownAs
      if (!(error instanceof Fault) || error.exit !== Exit.data || isAlone || !options.onRefused) throw error
      options.onRefused(file.shownAs, error)
      return []
    })
    for (const { layout, ...part } of parts) yield { ...part, layout: fromSource(layout, options.source) }
    if (parts.every(({ table }) => table.path !== file.path)) await options.scratch.remove(file.path)
  }
}

function fromSource(layout: Layout, source: string | undefined): Layout {
  return source === undefined ? layout : { ...layout, profile: { ...layout.profile, source_system: source } }
}

async function preparePlain(file: PlainFile, options: PrepareOptions): Promise<PreparedFile[]> {
  switch (file.form) {
    case 'pdf':
    case 'ole':
      return refuse(file)
    case 'xlsx':
    case 'arrow':
    case 'parquet':
      return prepareBinary(file, file.form, options)
    case 'xml':
    case 'json':
    case 'text':
      return prepareText(file, file.form, options)
  }
}

function refuse({ shownAs, form }: PlainFile): never {
  if (form === 'pdf') throw new Fault(Exit.data, `${shownAs} is a PDF, not a log`, 'export the log as CSV, XML or JSON')
  throw new Fault(
    Exit.data,
    `${shownAs} is an old Excel file, or one with a password`,
    'save it as .xlsx without a password, or as CSV (UTF-8)',
  )
}

async function prepareBinary(
  { path, shownAs }: PlainFile,
  form: 'xlsx' | 'arrow' | 'parquet',
  options: PrepareOptions,
): Promise<PreparedFile[]> {
  let bytes = 0
  const sha256 = await hashFile(path, (read) => {
    bytes += read
    options.onBytes(read * effort.scan)
  })
  const table = await binaryTable(path, shownAs, form, options)
  const { headers, ...rest } = table
  const layout = findLayout(shownAs, headers, options.profiles, wantedOf(options))
  return [{ shownAs, sha256, encoding: form, bytes, table: rest.table, layout, ...plain }]
}

async function binaryTable(
  path: string,
  shownAs: string,
  form: 'xlsx' | 'arrow' | 'parquet',
  options: PrepareOptions,
): Promise<{ table: SourceTable; headers: readonly string[] }> {
  if (form === 'parquet') {
    const columns = await readParquet(shownAs, parquetColumns(path, options))
    refuseNested(columns, shownAs)
    return {
      table: { form, path, types: columns.map(({ type }) => type) },
      headers: columns.map(({ name }) => name),
    }
  }
  const target = options.scratch.path('csv')
  // Loaded when needed: most files are neither, and the library behind them takes longer to load than a small log to read.
  if (form === 'arrow') {
    const { arrowToCsv } = await import('../formats/table/arrow.ts')
    await copying(arrowToCsv(path, shownAs, target))
  } else {
    const { xlsxToCsv } = await import('../formats/table/xlsx.ts')
    await copying(xlsxToCsv(path, shownAs, target, options.sheet === undefined ? {} : { sheet: options.sheet }))
  }
  return { table: { form: 'numbered', path: target }, headers: await readHeaders(target) }
}

async function parquetColumns(path: string, options: PrepareOptions) {
  const store = await options.openReader(path)
  try {
    return await store.rows('ingest/parquet-columns', z.object({ name: z.string(), type: z.string() }), { path })
  } finally {
    store.close()
  }
}

async function prepareText(
  file: PlainFile,
  form: 'xml' | 'json' | 'text',
  options: PrepareOptions,
): Promise<PreparedFile[]> {
  const { shownAs } = file
  const { utf8Path, scanned } = await asUtf8(file, form, options)
  const { sha256, encoding, bytes, maybeBlank } = scanned
  const about = { shownAs, sha256, encoding, bytes }
  const source = sourceOf(utf8Path, shownAs, bytes, options)
  const format = await standardFormat(source, form, options)
  if (format) {
    const reading = options.patient === undefined ? {} : { patient: options.patient }
    const { parts, ...said } = await readRecords(format, source, reading, options.scratch)
    await options.scratch.remove(utf8Path)
    return parts.map((part) => ({ ...about, ...part, ...said, standard: true }))
  }
  if (form === 'json') {
    const { table, headers } = await jsonTable(source, options)
    const layout = findLayout(shownAs, headers, options.profiles, wantedOf(options))
    return [{ ...about, table, layout, ...plain }]
  }
  const { delimiter, skip, quotedTitle, ...layout } = await readTextLayout(
    utf8Path,
    shownAs,
    options.profiles,
    wantedOf(options),
  )
  const csv = { form: 'csv' as const, path: utf8Path, delimiter, skip, above: 0, maybeBlank }
  const table = quotedTitle ? await withoutTitle(csv, quotedTitle, options) : csv
  return [{ ...about, table, layout, ...plain }]
}

async function withoutTitle<T extends { path: string }>(csv: T, title: QuotedTitle, { scratch }: PrepareOptions) {
  const path = scratch.path('csv')
  await copying(cutTitle(csv.path, title, path))
  await scratch.remove(csv.path)
  return { ...csv, path, skip: 0, above: title.rows }
}

async function asUtf8({ path, shownAs }: PlainFile, form: 'xml' | 'json' | 'text', options: PrepareOptions) {
  // Counted frames of syslog need no lines, as little as XML and JSON do.
  const inLines = form === 'text' && framingOf((await readStart(path, 64)).toString('latin1')) !== 'counted'
  const scanned = await scanFile(path, shownAs, inLines, (read) => options.onBytes(read * effort.scan))
  if (scanned.encoding === 'utf-8' && !scanned.mixedEnds) return { utf8Path: path, scanned }
  const utf8Path = options.scratch.path('utf8')
  await copying(transcodeToUtf8(scanned, utf8Path))
  return { utf8Path, scanned }
}

function sourceOf(utf8Path: string, shownAs: string, bytes: number, { onBytes }: PrepareOptions): RecordSource {
  // Some formats are read twice; the second time is no progress.
  let left = bytes
  const hear = (read: number) => {
    onBytes(Math.min(left, read) * effort.copy)
    left -= Math.min(left, read)
  }
  return { shownAs, text: () => textOf(utf8Path, hear) }
}

async function jsonTable(source: RecordSource, options: PrepareOptions) {
  const target = options.scratch.path('csv')
  await copying(ndjsonToCsv(source, target))
  return { table: { form: 'numbered' as const, path: target }, headers: await readHeaders(target) }
}

/** A file before any profile is known: its table with the headers, or the standard format that it is of. */
export async function readTable(
  path: string,
  options: PrepareOptions,
): Promise<
  | { readonly standard: string }
  | {
      readonly table: SourceTable | { readonly form: 'text'; readonly path: string }
      readonly headers: readonly string[]
    }
> {
  const shownAs = path === '-' ? 'standard input' : path
  const real = path === '-' ? await copyInput(options.input, options.scratch) : path
  for await (const file of unpack(real, shownAs, options.scratch)) {
    const { form } = file
    if (form === 'pdf' || form === 'ole') refuse(file)
    else if (form === 'xlsx' || form === 'arrow' || form === 'parquet')
      return binaryTable(file.path, file.shownAs, form, options)
    else {
      const { utf8Path } = await asUtf8(file, form, options)
      const source = sourceOf(utf8Path, file.shownAs, 0, options)
      const format = await standardFormat(source, form, options)
      if (format) return { standard: format.id }
      return form === 'json' ? jsonTable(source, options) : { table: { form: 'text', path: utf8Path }, headers: [] }
    }
  }
  throw new Fault(Exit.data, `${shownAs} holds no file`, 'check the archive')
}

/** The standard format asked for, or the one that the beginning of the file is of. */
async function standardFormat(
  source: RecordSource,
  form: 'xml' | 'json' | 'text',
  options: PrepareOptions,
): Promise<StandardFormat | undefined> {
  const asked = standardFormats.find(({ id }) => id === options.profile)
  if (asked || (options.profile !== undefined && form !== 'xml')) return asked
  const head = await headOf(source, form)
  const found = standardFormats.find((format) => format.recognises(head))
  if (found || form !== 'xml') return found
  if (head.root?.name.toLowerCase() === 'html' || /^\s*<!doctype html/i.test(head.text)) {
    throw new Fault(Exit.data, `${source.shownAs} is a web page, not a log`, 'export the log as CSV, XML or JSON')
  }
  throw new Fault(
    Exit.data,
    `${source.shownAs} is XML of a kind that is not known`,
    `known are: ${standardFormats.map(({ id }) => id).join(', ')}; else export the log as CSV or JSON`,
  )
}

const plain = { standard: false, deviations: {}, spoken: undefined }

/** The kind and the profile that were asked for. */
export function wantedOf({ kind, profile }: Pick<PrepareOptions, 'kind' | 'profile'>): Wanted {
  return { ...(kind === undefined ? {} : { kind }), ...(profile === undefined ? {} : { profile }) }
}

async function* textOf(path: string, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    yield decoder.decode(chunk, { stream: true })
    onBytes(chunk.length)
  }
  yield decoder.decode()
}
