import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
export const sample = join(root, 'samples/ward-week')
