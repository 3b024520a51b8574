import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { TrainingKey } from '../model/training-key.ts'
import { Store } from '../store/store.ts'
import { makePractice, regionOf } from '../training/practice.ts'
import {
  type LogForm,
  logFiles,
  makeRegion,
  regionTables,
  type RegionWanted,
  writeCitizens,
  writeLog,
  writeTables,
} from '../training/region.ts'
import type { Scenario, Size } from '../training/scenario.ts'

/** Where the files of a made-up region lie, in their folder. */
export const practiceFolders = { log: 'logg', citizens: 'invanare', tables: 'register' } as const

export interface MakingOptions {
  readonly memory?: string
  readonly threads?: number
  readonly form?: LogForm
}

/** Writes a practice log and its reference data into a folder; gives the key. */
export async function writePractice(
  folder: string,
  { scenario, size, seed }: { readonly scenario: Scenario; readonly size: Size; readonly seed: number },
  options: MakingOptions = {},
): Promise<TrainingKey> {
  return await making(folder, regionOf(size, seed), options, (store) => makePractice(store, scenario, size, seed))
}

/** Writes the log and the reference data of a region in which nothing is planted: what the bench reads. */
export async function writeRegion(folder: string, region: RegionWanted, options: MakingOptions = {}): Promise<void> {
  await making(folder, region, options, (store) => makeRegion(store, region))
}

async function making<T>(
  folder: string,
  region: RegionWanted,
  { memory = '4GB', threads = 2, form = 'csv' }: MakingOptions,
  make: (store: Store) => Promise<T>,
): Promise<T> {
  const logOf = (name: string): string => join(folder, practiceFolders.log, name)
  const tableOf = (name: string): string => join(folder, practiceFolders.tables, name)
  const citizens = join(folder, practiceFolders.citizens, '1177-journalen.csv')
  const scratch = join(folder, '.making')
  for (const path of [scratch, ...Object.values(practiceFolders).map((name) => join(folder, name))]) {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  }
  try {
    const store = await Store.open({
      path: join(scratch, 'region.duckdb'),
      spill: join(scratch, 'spill'),
      memory,
      threads,
      waitSeconds: 0,
      // The only files that it may write.
      readable: [
        ...logFiles(region).map(({ name }) => logOf(`${name}.${form}`)),
        ...regionTables.map((table) => tableOf(`${table}.csv`)),
        citizens,
      ],
      zone: 'Europe/Stockholm',
    })
    try {
      const made = await make(store)
      await writeLog(store, region, form, logOf)
      await writeCitizens(store, region, citizens)
      await writeTables(store, region, tableOf)
      // A table without rows is refused by ingest, and rightly.
      for (const table of regionTables) dropEmpty(tableOf(`${table}.csv`))
      return made
    } finally {
      store.close()
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function dropEmpty(path: string): void {
  const isShort = statSync(path).size < 1000
  if (isShort && readFileSync(path, 'utf8').trimEnd().split('\n').length < 2) rmSync(path)
}
