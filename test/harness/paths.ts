import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
export const sample = join(root, 'samples/ward-week')

/** Real example messages that lie beside the repository and are never part of it; undefined where they are not. */
export function vectors(): string | undefined {
  const folder = resolve(root, '../shared/vectors')
  return existsSync(folder) ? folder : undefined
}
