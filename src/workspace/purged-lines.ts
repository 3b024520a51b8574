import { z } from 'zod'
import type { Keyring } from './key.ts'

/** What is left of a line that was purged: its place in the chain. */
const PurgedLine = z.strictObject({
  sequence: z.int().positive(),
  purged: z.literal(true),
  previous: z.string(),
  hmac: z.string(),
})
export type PurgedLine = z.infer<typeof PurgedLine>

/** All lines of a file that have been purged, as the line that tells of it has them. */
export const Purged = z.strictObject({
  /** First and last sequence, both included. */
  ranges: z.array(z.tuple([z.int().positive(), z.int().positive()])),
  /** HMAC of what is left of them. */
  digest: z.string(),
})
export type Purged = z.infer<typeof Purged>

/** What a line that tells of a purge says of the lines that are purged. */
export function purgedIn(lines: readonly PurgedLine[], keyring: Keyring): Purged {
  const ranges: [number, number][] = []
  for (const { sequence } of lines) {
    const range = ranges.at(-1)
    if (range?.[1] === sequence - 1) range[1] = sequence
    else ranges.push([sequence, sequence])
  }
  const left = lines.map(({ sequence, previous, hmac }) => [sequence, previous, hmac])
  return { ranges, digest: keyring.hmac(JSON.stringify(left)) }
}

/** What is left of a line; undefined for one that was not purged. */
export function purgedLine(text: string): PurgedLine | undefined {
  // Most lines are not, and are not worth reading for it.
  if (!text.includes('"purged":true')) return undefined
  try {
    return PurgedLine.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/**
 * The last line that tells of a purge must tell of exactly the lines that are purged.
 * @returns the line of the file that was emptied by something else; null where none was
 */
export function emptiedWrongly(
  emptied: readonly { readonly line: number; readonly left: PurgedLine }[],
  told: Purged | undefined,
  keyring: Keyring,
): number | null {
  const found = purgedIn(
    emptied.map(({ left }) => left),
    keyring,
  )
  if (emptied.length === 0 && told === undefined) return null
  if (JSON.stringify(found) === JSON.stringify(told)) return null
  const isTold = (sequence: number): boolean =>
    told?.ranges.some(([first, last]) => first <= sequence && sequence <= last) ?? false
  const stray = emptied.find(({ left }) => !isTold(left.sequence)) ?? emptied[0]
  return stray?.line ?? told?.ranges[0]?.[0] ?? 1
}
