import { createHash } from 'node:crypto'

/**
 * Where an id comes in a draw: SHA-256 of the seed, a space and the id, as hex. Who has the list can draw it again with
 * `sha256sum` and `sort` (docs/sampling.md).
 */
export function drawKey(seed: number, id: string): string {
  return createHash('sha256').update(`${seed} ${id}`).digest('hex')
}

/** The ids in the order in which they are drawn. @param words come before the id, for a draw of its own */
export function inDrawOrder(seed: number, ids: readonly string[], words = ''): string[] {
  return ids
    .map((id) => ({ id, key: drawKey(seed, `${words}${id}`) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }) => id)
}
