import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { QueryError } from './store-faults.ts'
import type { Store } from './store.ts'

/** Queries that each bring a store to the schema that they are named after. They are never changed: old stores exist. */
const migrations = ['migrations/2-profile-status', 'migrations/3-cases', 'migrations/4-nightly'] as const

/** The schema this version of the tool writes. A store of an older one is migrated, of a newer one refused. */
export const schemaVersion = migrations.length + 1

const tables = ['access-event', 'lookup', 'reference', 'ingest', 'audit', 'nightly'] as const

/** Makes the tables of a new store; `store_fact` comes last, so that a half-made store is known as such. */
export async function createSchema(store: Store, zone: string): Promise<void> {
  for (const table of tables) await store.run(`tables/${table}`)
  await store.run('tables/store', { schema: String(schemaVersion), zone })
}

const Fact = z.object({ name: z.string(), value: z.string() })

/** What the store says of itself: its schema, the zone of its local times, the day before which it has been purged. */
export async function readFacts(store: Store): Promise<ReadonlyMap<string, string>> {
  const facts = await store.rows('store/facts', Fact)
  return new Map(facts.map(({ name, value }) => [name, value]))
}

/**
 * Is this a store that this version can read or migrate, and are its local times in the zone of the workspace?
 * @returns its schema
 * @throws {Fault} 78 when it is newer, no store of ours, or of another zone
 */
export async function checkSchema(store: Store, zone: string): Promise<number> {
  const facts = await readFacts(store).catch(notWhole)
  const version = Number(facts.get('schema'))
  if (!Number.isInteger(version) || version < 1 || version > schemaVersion) {
    throw new Fault(
      Exit.config,
      `the store is of schema ${version}, and this version of loggkoll knows ${schemaVersion}`,
      'use the newer version of loggkoll that made it',
    )
  }
  if (facts.get('zone') !== zone) {
    throw new Fault(
      Exit.config,
      `the local times of the store are in ${facts.get('zone')}, and loggkoll.yaml says ${zone}`,
      'set the zone back, or read the logs into a new workspace',
    )
  }
  return version
}

/** A store without that table is none of ours, or was not made whole. */
function notWhole(error: unknown): never {
  if (!(error instanceof QueryError) || !error.debugMessage.startsWith('Catalog Error')) throw error
  throw new Fault(Exit.config, 'the store is not whole', 'make a new workspace with loggkoll init', error)
}

/** Brings a store to the schema of this version, step by step. It must be a copy: a killed process leaves it half done. */
export async function migrateSchema(store: Store, from: number): Promise<void> {
  for (const step of migrations.slice(from - 1)) await store.run(step)
  await store.run('store/set-schema', { schema: String(schemaVersion) })
  await store.run('store/checkpoint')
}
