import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'

/** DuckDB's messages can quote values, so only the query's name and the class of error go on. */
export async function guarded<T>(query: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (/no space left|could not write|disk full|failed to write|max_temp_directory_size/i.test(message)) {
      throw new Fault(
        Exit.io,
        'the disk is full or cannot be written',
        'free some space and run the same command again',
        error,
      )
    }
    if (isDamage(message)) throw damageFault(error)
    if (/INTERRUPT/i.test(message)) throw new Fault(Exit.interrupted, 'interrupted', undefined, error)
    if (/out of memory/i.test(message)) {
      throw new Fault(Exit.io, 'the memory limit does not suffice', 'raise `memory` in loggkoll.yaml', error)
    }
    throw new QueryError(query, error)
  }
}

/** A query that failed: a fault in the tool. `debugMessage` may quote values and is shown only on `--debug`. */
export class QueryError extends Error {
  readonly query: string
  readonly debugMessage: string

  constructor(query: string, cause: unknown) {
    const message = cause instanceof Error ? cause.message : String(cause)
    // "Conversion Error: …": the class is words before a colon; a message without one may begin with a value.
    const kind = /^[A-Z][A-Za-z ]*(?=:)/.exec(message)?.[0] ?? 'Error'
    super(`query ${query} failed (${kind})`, { cause })
    this.name = 'QueryError'
    this.query = query
    this.debugMessage = message
  }
}

function isDamage(message: string): boolean {
  return /not a valid DuckDB|serialization|storage version|corrupt|could not read enough bytes/i.test(message)
}

function damageFault(cause: unknown): Fault {
  return new Fault(
    Exit.data,
    'the store is damaged, or was made by a newer DuckDB',
    'restore it from a backup, or use the version of loggkoll that made it',
    cause,
  )
}

/** Why a store cannot be opened. */
export function openFault(message: string, cause: unknown): Error {
  if (isDamage(message)) return damageFault(cause)
  if (/no space left|read-only file system|permission denied|cannot open file/i.test(message)) {
    return new Fault(
      Exit.cannotWrite,
      'the store cannot be opened for writing',
      'check the disk and the permissions; where it may only be read, copy the workspace to where you may write',
      cause,
    )
  }
  return cause instanceof Error ? cause : new Error(message)
}
