import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'

/** Who has the store open: which command, since when, in which process. */
const Holder = z.strictObject({ pid: z.int(), command: z.string(), since: z.iso.datetime() })
export type Holder = z.infer<typeof Holder>

/** Says beside the store who has opened it. It is only told to whoever waits: the lock itself is DuckDB's. */
export function noteHolder(path: string, holder: Holder): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, `${JSON.stringify(holder)}\n`, { mode: 0o600 })
  } catch {
    // Nothing rests on it.
  }
}

/** Takes that away again, while the store is still held. */
export function forgetHolder(path: string): void {
  rmSync(path, { force: true })
}

/**
 * A fault of a store that another process holds, with what is known of that one.
 * @param path where the holder has said who it is; what an earlier one said there counts for nothing
 */
export function withHolder(fault: unknown, path: string): unknown {
  if (!(fault instanceof Fault) || fault.exit !== Exit.busy || !(fault.cause instanceof Error)) return fault
  const pid = Number(/\(PID (\d+)\)/.exec(fault.cause.message)?.[1])
  if (!Number.isInteger(pid)) return fault
  const holder = readHolder(path)
  const who =
    holder?.pid === pid ? `loggkoll ${holder.command}, process ${pid}, since ${holder.since}` : `process ${pid}`
  return new Fault(fault.exit, `${fault.message}: ${who}`, fault.wayOut, fault.cause)
}

function readHolder(path: string): Holder | undefined {
  try {
    return existsSync(path) ? Holder.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
  } catch {
    return undefined
  }
}
