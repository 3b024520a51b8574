import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** Rule → the version and what it stands for: `rules.lock.json`, beside the rules. */
const Lock = z.record(z.string(), z.strictObject({ version: z.int(), sha256: z.string() }))
export type Lock = z.infer<typeof Lock>

export interface Locked {
  readonly id: string
  readonly version: number
  readonly sha256: string
}

export function readLock(path: string): Lock {
  return existsSync(path) ? Lock.parse(JSON.parse(readFileSync(path, 'utf8'))) : {}
}

/** Why a rule does not agree with the lock; undefined when it does. */
export function lockFault({ id, version, sha256 }: Locked, lock: Lock): 'unlocked' | 'changed' | 'older' | undefined {
  const known = lock[id]
  if (!known) return 'unlocked'
  if (version < known.version) return 'older'
  if (version > known.version) return 'unlocked'
  return known.sha256 === sha256 ? undefined : 'changed'
}

/** Writes the lock with these rules in it, in order. */
export function writeLock(path: string, lock: Lock, rules: readonly Locked[]): void {
  const all = { ...lock, ...Object.fromEntries(rules.map(({ id, version, sha256 }) => [id, { version, sha256 }])) }
  const ordered = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(path, `${JSON.stringify(ordered, null, 2)}\n`, { mode: 0o600 })
}
