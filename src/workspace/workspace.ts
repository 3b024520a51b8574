import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { Store } from '../store/store.ts'
import { recover } from '../store/batch.ts'
import { checkSchema, createSchema, schemaVersion } from '../store/schema.ts'
import { mayBeEntered, mayBeRead } from './access.ts'
import { type Config, configTemplate, parseConfig } from './config.ts'
import { Keyring } from './key.ts'
import { isAlive } from './lock.ts'
import { forgetHolder, type Holder, noteHolder, withHolder } from './holder.ts'
import { migrateStore } from './migrate-store.ts'

/** A directory with everything of one controller: settings, key, store, trail, own profiles and rules. */
export interface Workspace {
  readonly folder: string
  readonly config: Config
  readonly keyring: Keyring
  readonly trail: string
  /** The journal of the reviews: what was planned, drawn, handed out, judged and signed. */
  readonly journal: string
  /** What the nights have found explained since it was handed out; made anew each night from the store. */
  readonly later: string
  readonly profiles: string
  /** Its own rules, a folder for each. */
  readonly rules: string
  readonly suppressions: string
  readonly scratch: string
  /** Who opens the store, for another process that waits for it. */
  readonly holder?: Pick<Holder, 'command' | 'since'> | undefined
  /** Is told before an older store is brought to a newer schema. */
  readonly onMigration?: ((from: number, to: number) => void) | undefined
}

/** The JSON Schema of the settings, beside them: an editor finds it without a network. */
const schemaName = 'loggkoll.schema.json'

const paths = (folder: string) => ({
  config: join(folder, 'loggkoll.yaml'),
  schema: join(folder, schemaName),
  store: join(folder, 'loggkoll.duckdb'),
  key: join(folder, 'loggkoll.key'),
  trail: join(folder, 'trail.ndjson'),
  journal: join(folder, 'review.ndjson'),
  later: join(folder, 'later.json'),
  profiles: join(folder, 'profiles'),
  rules: join(folder, 'rules'),
  suppressions: join(folder, 'suppressions.yaml'),
  scratch: join(folder, 'tmp'),
})

/** Names of the files and folders that a workspace consists of; what else lies in the folder is none of it. */
export const workspaceParts: readonly string[] = Object.entries(paths(''))
  .filter(([part]) => part !== 'scratch')
  .map(([, name]) => name)

/**
 * Makes a workspace in an empty or missing directory, readable by its owner only.
 * @param seed derives the key, for samples whose ids must be the same each time; never for real logs
 * @param schema the JSON Schema of the settings, for editors
 * @throws {Fault} 73 when the directory holds something or cannot be written
 */
export async function makeWorkspace(folder: string, seed?: string, schema?: string): Promise<Workspace> {
  const at = paths(folder)
  if (existsSync(at.config)) {
    throw new Fault(Exit.cannotWrite, `${folder} is a workspace already`, 'choose another directory')
  }
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new Fault(Exit.cannotWrite, `${folder} is no directory`, 'choose another name')
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Fault(Exit.cannotWrite, `${folder} is not empty`, 'choose a new or an empty directory')
  }
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    for (const inner of [at.profiles, at.rules]) mkdirSync(inner, { mode: 0o700 })
    writeFileSync(at.key, Keyring.make(seed).toHex(), { mode: 0o600 })
  } catch (error) {
    throw new Fault(Exit.cannotWrite, `${folder} cannot be written`, 'choose a directory that you may write to', error)
  }
  const config = parseConfig(configTemplate, at.config)
  const store = await Store.open({ ...storeOptions(folder, config, 0), readable: [] })
  try {
    await createSchema(store, config.zone)
  } finally {
    store.close()
  }
  chmodSync(at.store, 0o600)
  // The config comes last: a directory without it is no workspace.
  if (schema !== undefined) writeFileSync(at.schema, schema, { mode: 0o600 })
  const comment = schema === undefined ? '' : `# yaml-language-server: $schema=./${schemaName}\n`
  writeFileSync(at.config, comment + configTemplate, { mode: 0o600 })
  return openWorkspace(folder)
}

/** Is there a workspace in this directory? */
export function isWorkspace(folder: string): boolean {
  return existsSync(paths(folder).config)
}

/** @throws {Fault} 78 when the directory is no workspace or its settings are wrong, 77 when they are somebody else's */
export function openWorkspace(folder: string, onMigration?: Workspace['onMigration']): Workspace {
  const at = paths(folder)
  mayBeEntered(folder)
  if (!existsSync(at.config)) {
    throw new Fault(
      Exit.config,
      `${folder === '.' ? 'this directory' : folder} is no workspace (there is no loggkoll.yaml)`,
      'make one with loggkoll init DIR, and name it with -w DIR',
    )
  }
  for (const path of [at.config, at.key, at.store, at.trail, at.journal]) mayBeRead(path)
  const config = parseConfig(readFileSync(at.config, 'utf8'), at.config)
  if (!existsSync(at.key)) throw new Fault(Exit.config, `${at.key} is missing`, 'restore it from a backup')
  const key = readFileSync(at.key, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/i.test(key)) throw new Fault(Exit.config, `${at.key} holds no key`, 'restore it from a backup')
  return {
    folder,
    config,
    keyring: Keyring.fromHex(key),
    trail: at.trail,
    journal: at.journal,
    later: at.later,
    profiles: at.profiles,
    rules: at.rules,
    suppressions: at.suppressions,
    scratch: at.scratch,
    onMigration,
  }
}

/**
 * Opens the store of a workspace, after bringing an older one to the schema of this version, and mending what a killed
 * process left.
 * @param readable the files that queries may read; none but during ingest
 */
export async function openStore(
  workspace: Workspace,
  waitSeconds: number,
  readable: readonly string[] = [],
): Promise<Store> {
  const { path, ...rest } = storeOptions(workspace.folder, workspace.config, waitSeconds)
  const options = { path, ...rest, readable, key: workspace.keyring.halves() }
  if (!existsSync(path)) {
    throw new Fault(Exit.config, `${path} is missing`, 'restore it from a backup, or make a new workspace')
  }
  const file = inode(path)
  const holding = holderPath(workspace)
  const store = await Store.open({ ...options, onClose: () => forgetHolder(holding) }).catch((fault: unknown) => {
    throw withHolder(fault, holding)
  })
  if (workspace.holder) noteHolder(holding, { pid: process.pid, ...workspace.holder })
  try {
    // A store that was put in place of this one just before it was opened: what is written here would be lost.
    if (inode(path) === file) {
      const schema = await checkSchema(store, workspace.config.zone)
      if (schema === schemaVersion) {
        await recover(store)
        return store
      }
      workspace.onMigration?.(schema, schemaVersion)
      await withScratch(workspace, (folder) => migrateStore(store, schema, options, folder), 'migration')
    } else store.close()
  } catch (error) {
    store.close()
    throw error
  }
  return await openStore(workspace, waitSeconds, readable)
}

/** Which file stands at a path: another one after a store was put in its place. */
function inode(path: string): bigint {
  return statSync(path, { bigint: true }).ino
}

/** Where whoever has the store open says who that is. */
export function holderPath(workspace: Workspace): string {
  return join(workspace.scratch, 'holder.json')
}

/** The file of the store of a workspace. */
export function storePath(folder: string): string {
  return resolve(paths(folder).store)
}

/** A store without tables, for a look at a file that only DuckDB reads. */
export function openReader(workspace: Workspace, path: string): Promise<Store> {
  return Store.open({ ...storeOptions(workspace.folder, workspace.config, 0), path: ':memory:', readable: [path] })
}

/**
 * An empty folder of the workspace for the time of one command.
 * @param purpose tells it from another one of this process
 */
export async function withScratch<T>(
  workspace: Workspace,
  work: (folder: string) => Promise<T>,
  purpose?: string,
): Promise<T> {
  const folder = join(workspace.scratch, [process.pid, ...(purpose === undefined ? [] : [purpose])].join('-'))
  try {
    clearDeadScratch(workspace.scratch)
    // A process that was killed may have had this number, as they are given in containers.
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Fault(Exit.cannotWrite, `${folder} cannot be written`, 'check the disk and the permissions', error)
  }
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Copies of logs that killed processes left; each folder bears the number of its process. */
function clearDeadScratch(scratch: string): void {
  if (!existsSync(scratch)) return
  for (const name of readdirSync(scratch)) {
    if (/^\d+(-\w+)?$/.test(name) && !isAlive(Number.parseInt(name)))
      rmSync(join(scratch, name), { recursive: true, force: true })
  }
}

/** How the store of a workspace is opened. */
export function storeOptions(folder: string, config: Config, waitSeconds: number) {
  const at = paths(folder)
  return {
    path: resolve(at.store),
    spill: resolve(join(at.scratch, 'spill')),
    memory: config.memory.replace(' ', ''),
    threads: config.threads,
    zone: config.zone,
    waitSeconds,
  }
}
