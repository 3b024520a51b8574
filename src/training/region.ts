import type { Store } from '../store/store.ts'
import type { Size } from './scenario.ts'

/** The reference tables that a made-up region has. */
export const regionTables = [
  'staff',
  'assignment',
  'care_unit',
  'patient',
  'person_alias',
  'relation',
  'care_contact',
  'consent',
  'shift',
  'absence',
  'block',
  'watchlist',
  'reviewer',
] as const

/** How large a made-up region is, and how much of it is in the log. */
export interface RegionShape {
  readonly blocks: number
  /** Household blocks of twelve persons, for each block of the region. */
  readonly homes: number
  /** Whose log it is: of one ward, of a department with its primary care, or of all units. */
  readonly logged: 'ward' | 'clinic' | 'all'
  /** How often what is opened is read: large systems log each document. */
  readonly depth: number
  /** Days of log in one file. */
  readonly daysInFile: number
}

export interface RegionWanted extends RegionShape {
  readonly seed: number
  /** The first day of the log, and how many there are. */
  readonly from: string
  readonly days: number
}

/** Events of one block and week, where all units are logged and each document once: what `--events` is divided by. */
const eventsOfBlockWeek = 50_500
/** What reading everything once more adds: lists and what is written are not read anew. */
const addedByDepth = 0.63
/** There are no more numbers that are nobody's for more people than that. */
const mostBlocks = 216

/** The form of the files of the log. */
export type LogForm = 'csv' | 'parquet'

const forms: Readonly<Record<LogForm, string>> = {
  csv: "header, delimiter ';', use_tmp_file false",
  parquet: 'format parquet, compression zstd, use_tmp_file false',
}

/** The shape of each size that a practice log can have. A large one holds each opening once: it is for looking, not for measuring. */
export const shapes: Readonly<Record<Size, RegionShape>> = {
  ward: { blocks: 1, homes: 420, logged: 'ward', depth: 2, daysInFile: 200 },
  clinic: { blocks: 1, homes: 420, logged: 'clinic', depth: 2, daysInFile: 200 },
  hospital: { blocks: 65, homes: 833, logged: 'all', depth: 1, daysInFile: 1 },
  region: { blocks: 205, homes: 833, logged: 'all', depth: 1, daysInFile: 1 },
}

/** A region that leaves about so many events in so many days. */
export function shapeOfEvents(events: number, days: number): RegionShape {
  const depth = events > 50_000_000 ? 4 : events > 2_000_000 ? 3 : 1
  const ofBlock = eventsOfBlockWeek * (1 + addedByDepth * (depth - 1)) * (days / 7)
  const blocks = Math.min(mostBlocks, Math.max(1, Math.round(events / ofBlock)))
  return { blocks, homes: 833, logged: 'all', depth, daysInFile: events > 2_000_000 ? 1 : days }
}

/** The names of the files of the log, in order, without ending. */
export function logFiles({ from, days, daysInFile }: RegionWanted): { name: string; first: number; last: number }[] {
  if (daysInFile >= days) return [{ name: 'logg', first: -1, last: days - 1 }]
  return Array.from({ length: Math.ceil(days / daysInFile) }, (_, file) => {
    const first = file * daysInFile
    const day = new Date(Date.parse(`${from}T00:00:00Z`) + first * 86_400_000).toISOString().slice(0, 10)
    return { name: `logg-${day}`, first: file === 0 ? -1 : first, last: Math.min(days, first + daysInFile) - 1 }
  })
}

/** Makes the people, the units, the rosters and the care of a region as temporary tables. They follow from the seed alone. */
export async function makeRegion(
  store: Store,
  { seed, from, days, blocks, homes, logged }: RegionWanted,
): Promise<void> {
  const values = { seed, first_day: from, days, blocks, homes, logged }
  for (const query of [
    'macros',
    'units',
    'test-numbers',
    'people',
    'duty',
    'contacts',
    'patterns',
    'export-people',
    'planted',
  ]) {
    await store.run(`training/${query}`, values)
  }
}

/** Writes the log, file by file, so that no step holds more than the days of one. `pathOf` are files the store may reach. */
export async function writeLog(
  store: Store,
  wanted: RegionWanted,
  form: LogForm,
  pathOf: (name: string) => string,
): Promise<void> {
  const { days, depth, homes } = wanted
  for (const { name, first, last } of logFiles(wanted)) {
    await store.run('training/openings', { first, last, homes })
    await store.run('training/out', { path: pathOf(`${name}.${form}`) })
    await store.run('training/events', { first, last, days, depth }, { form: forms[form] })
  }
}

/** Writes what people read in their own records. */
export async function writeCitizens(store: Store, { days }: RegionWanted, path: string): Promise<void> {
  await store.run('training/out', { path })
  await store.run('training/citizens', { days })
}

/** Writes the reference tables, with the names of our own columns. */
export async function writeTables(
  store: Store,
  { days }: RegionWanted,
  pathOf: (name: string) => string,
): Promise<void> {
  for (const table of regionTables) {
    await store.run('training/out', { path: pathOf(`${table}.csv`) })
    await store.run(`training/tables/${table}`, { days })
  }
}
