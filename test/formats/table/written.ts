import { readFileSync, statSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'

/** A numbered copy as it was written: its headers, and its rows with their places. */
export interface Written {
  readonly headers: readonly string[]
  readonly rows: readonly { readonly place: number; readonly values: readonly string[] }[]
  readonly rejects: readonly { readonly place: number; readonly cause: string }[]
}

export function written(path: string): Written {
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  const [header, ...lines] = parse(readFileSync(path))
  const numbered = lines.map(([place, cause, , ...values]) => ({ place: Number(place), cause: cause!, values }))
  return {
    headers: header!.slice(3),
    rows: numbered.filter(({ cause }) => cause === '').map(({ place, values }) => ({ place, values })),
    rejects: numbered.filter(({ cause }) => cause !== '').map(({ place, cause }) => ({ place, cause })),
  }
}
