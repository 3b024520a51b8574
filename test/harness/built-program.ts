import { rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll } from 'vitest'
import { buildBundle } from '../../scripts/shipping/dist.ts'
import { root } from './paths.ts'

/**
 * The program as people have it: built before the tests of a file and taken away after them, in a folder of this process,
 * since two files that built the same one would take it away from each other.
 * @returns the path of what starts it
 */
export function builtProgram(): string {
  const folder = join(root, 'build', `test-${process.pid}`)
  beforeAll(async () => void (await buildBundle(root, folder)))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'cli.js')
}
