import { setTimeout as sleep } from 'node:timers/promises'
import type { DuckDBConnection, DuckDBInstance, DuckDBResultReader } from '@duckdb/node-api'
import type { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { queryText } from '../queries/load.ts'
import { type Parts, readQuery, runQuery, scratch, streamQuery, type Values } from './statements.ts'
import { guarded, openFault } from './store-faults.ts'

export interface StoreOptions {
  readonly path: string
  /** Where DuckDB may spill; inside the workspace. */
  readonly spill: string
  readonly memory: string
  readonly threads: number
  /** How long to wait for another process that holds the store, in seconds. */
  readonly waitSeconds: number
  /** The only files a query may read; empty but during ingest. */
  readonly readable: readonly string[]
  /** Where the store may only be read: nothing is written beside it either. */
  readonly isReadOnly?: boolean
  /** The zone of the wall clock, for the queries (`getvariable('zone')`). */
  readonly zone: string
  /** Is done while the store is still held, just before it is closed. */
  readonly onClose?: (() => void) | undefined
  /** The two padded halves of the workspace key, for the ids that SQL makes (HMAC, RFC 2104). */
  readonly key?: { readonly inner: Buffer; readonly outer: Buffer }
}

export interface StoreTable {
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  /** Texts, numbers, yes and no, lists and structures of them, or nothing. */
  readonly rows: readonly (readonly unknown[])[]
}

/** The form of the file on disk. Pinned, so that a newer DuckDB does not write what an older one cannot read. */
const storageVersion = 'v1.5.0'

/** The database of the file is named after it, so its name is asked for. */
const searchPath = `select format('"{}".main,${scratch}.main', replace(replace(current_database(), '"', '""'), '''', ''''''))`

/**
 * The one door to DuckDB. It takes names of queries, never SQL text; what it opens is sandboxed: no network, no
 * extensions, no files but those named, no change of settings.
 */
export class Store {
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  readonly #options: StoreOptions
  readonly #streams = new Set<DuckDBConnection>()
  #other: Store | undefined
  #isOpen = true

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, options: StoreOptions) {
    this.#instance = instance
    this.#connection = connection
    this.#options = options
  }

  /** @throws {Fault} 75 when another process holds the store after the wait, 65 when the file is no store. */
  static async open(options: StoreOptions): Promise<Store> {
    // By default: of a CommonJS package that is loaded late, a bundle knows no other name.
    const { DuckDBInstance } = (await import('@duckdb/node-api')).default
    // What DuckDB makes beside the store (its log, what it spills) has the mode that the process leaves: the owner's only.
    process.umask(0o077)
    const settings = {
      access_mode: options.isReadOnly ? 'READ_ONLY' : 'READ_WRITE',
      threads: String(options.threads),
      memory_limit: options.memory,
      temp_directory: options.spill,
      storage_compatibility_version: storageVersion,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
      allow_unsigned_extensions: 'false',
    }
    const deadline = performance.now() + options.waitSeconds * 1000
    for (;;) {
      try {
        const instance = await DuckDBInstance.create(options.path, settings)
        const store = new Store(instance, await instance.connect(), options)
        await store.#lockDown().catch((error: unknown) => {
          store.close()
          throw error
        })
        return store
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        if (!/could not set lock|conflicting lock/i.test(message)) throw openFault(message, error)
        if (performance.now() > deadline) {
          throw new Fault(
            Exit.busy,
            `the store is in use by another process (waited ${options.waitSeconds} s)`,
            'wait until it is done, or give a longer --wait',
            error,
          )
        }
        await sleep(100)
      }
    }
  }

  async #lockDown(): Promise<void> {
    const { readable } = this.#options
    const connection = this.#connection
    // Pages given back and asked for again cost a fifth of a large audit: what it has had, it keeps until it is closed.
    await connection.run(`set block_allocator_memory = '75%'`)
    // What is written is put into its place once, when the store is closed: each time goes over all findings that there are.
    await connection.run(`set wal_autocheckpoint = '256MB'`)
    // What is made for a while is written also where the store may only be read.
    await connection.run(`attach ':memory:' as ${scratch} (read_write)`)
    await this.#introduce()
    const paths = readable.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ')
    // DuckDB refuses these among the options of create(); order matters (the paths before the door is shut).
    await connection.run(`set allowed_paths = [${paths}]`)
    await connection.run(`set enable_external_access = false`)
    await connection.run(`set enable_progress_bar = false`)
    await connection.run(`set lock_configuration = true`)
  }

  /** Tells a connection what it is to know by itself: the key, the zone, where names are looked up. */
  async #introduce(): Promise<void> {
    const { key, zone } = this.#options
    const connection = this.#connection
    if (key) {
      await connection.run(
        `set variable key_inner = unhex('${key.inner.toString('hex')}');
         set variable key_outer = unhex('${key.outer.toString('hex')}');`,
      )
    }
    await connection.run(`set variable zone = '${zone.replaceAll("'", "''")}'`)
    const [[path] = []] = (await connection.runAndReadAll(searchPath)).getRowsJson() as [string][]
    await connection.run(`set search_path = '${path}'`)
  }

  /**
   * This store and, unless it is to work with one thread, another connection to it: for what can be asked side by side. Each
   * sees what the other makes, also for a while only. They are closed together.
   */
  async connections(): Promise<readonly Store[]> {
    if (this.#options.threads === 1) return [this]
    if (!this.#other) {
      this.#other = new Store(this.#instance, await this.#instance.connect(), this.#options)
      await this.#other.#introduce()
    }
    return [this, this.#other]
  }

  /** The text of a query, to be put into the frame of another. */
  text(query: string): string {
    return queryText(query)
  }

  /** Runs a query of one or more statements for its effect. */
  async run(query: string, values: Values = {}, parts: Parts = {}): Promise<void> {
    await guarded(query, () => runQuery(this.#connection, query, values, parts))
  }

  /** All rows, each checked against its shape. */
  async rows<T extends z.ZodType>(
    query: string,
    row: T,
    values: Values = {},
    parts: Parts = {},
  ): Promise<z.output<T>[]> {
    const objects = await guarded(query, async () => (await this.#read(query, values, parts)).getRowObjectsJson())
    return objects.map((object) => row.parse(object))
  }

  /** The one row of a query that always gives one. */
  async row<T extends z.ZodType>(query: string, row: T, values: Values = {}, parts: Parts = {}): Promise<z.output<T>> {
    const [first] = await this.rows(query, row, values, parts)
    if (first === undefined) throw new Error(`query ${query} gave no row`)
    return first
  }

  /** Many rows of texts at once, without the cost of checking each against a shape. */
  async texts(query: string, values: Values = {}, parts: Parts = {}): Promise<(string | null)[][]> {
    return await guarded(
      query,
      async () => (await this.#read(query, values, parts)).getRowsJson() as (string | null)[][],
    )
  }

  /** The rows of a query whose columns are not known beforehand, with DuckDB's names of their types; values as JSON has them. */
  async table(query: string, values: Values = {}, parts: Parts = {}): Promise<StoreTable> {
    return await guarded(query, async () => {
      const result = await this.#read(query, values, parts)
      const types = result.columnTypes()
      const columns = result.columnNames().map((name, place) => ({ name, type: String(types[place]) }))
      return { columns, rows: result.getRowsJson() }
    })
  }

  #read(query: string, values: Values, parts: Parts): Promise<DuckDBResultReader> {
    return readQuery(this.#connection, query, values, parts)
  }

  /**
   * The texts of a query's first column, read as they are asked for: however many there are, few are in memory. Temporary
   * tables are not seen.
   */
  async *stream(query: string, values: Values = {}): AsyncGenerator<string> {
    const connection = await this.#instance.connect()
    this.#streams.add(connection)
    try {
      const chunks = await guarded(query, async () => (await streamQuery(connection, query, values)).yieldRowsJson())
      try {
        for (;;) {
          const { done, value } = await guarded(query, () => chunks.next())
          if (done === true) return
          for (const [text] of value) yield text as string
        }
      } finally {
        await breakOff(connection, chunks)
      }
    } finally {
      this.#streams.delete(connection)
      connection.closeSync()
    }
  }

  /** Fills a table, column by column, from values made in TypeScript; texts only, NULL allowed. */
  async append(table: string, rows: Iterable<readonly (string | null)[]>): Promise<void> {
    await guarded(`append to ${table}`, async () => {
      const appender = await this.#connection.createAppender(table)
      for (const row of rows) {
        for (const value of row) {
          if (value === null) appender.appendNull()
          else appender.appendVarchar(value)
        }
        appender.endRow()
      }
      appender.flushSync()
      appender.closeSync()
    })
  }

  /** Stops a running query; the store stays sound. */
  interrupt(): void {
    for (const connection of [this.#connection, ...this.#streams]) connection.interrupt()
  }

  /** May be called again. */
  close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#options.onClose?.()
    if (this.#other) this.#other.#connection.closeSync()
    this.#connection.closeSync()
    this.#instance.closeSync()
  }
}

/** Ends a result, read to its end or not: one that is open holds the instance, and so the file, after the store is closed. */
async function breakOff(connection: DuckDBConnection, chunks: AsyncIterator<unknown>): Promise<void> {
  connection.interrupt()
  try {
    while ((await chunks.next()).done !== true);
  } catch {
    // Interrupted as asked, or failed before.
  }
}
