import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { copyFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { buildExecutable } from '../../scripts/shipping/executable.ts'
import { here, targets } from '../../scripts/shipping/targets.ts'
import { root, sample } from '../harness/paths.ts'

/** The user that owns nothing; only root can act as another. */
export const nobody = 65_534
export const isRoot = process.getuid?.() === 0
if (!isRoot) console.warn('SKIPPED: only root can start the executable as another user.')

/** The executable of this machine, made anew when something that it is made of is newer. */
export async function executable(): Promise<string> {
  const path = join(root, 'build', targets[here].executable)
  const isNew = existsSync(path) && newest(join(root, 'src')) < statSync(path).mtimeMs
  return isNew ? path : await buildExecutable(root, targets[here], join(root, 'build'))
}

function newest(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Math.max(...entries.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs))
}

/** A folder that everyone may enter and its owner write to; it goes when the test is done. */
export function openFolder(owner = process.getuid?.() ?? 0): string {
  const folder = mkdtempSync(join(tmpdir(), 'loggkoll-shipped-'))
  chmodSync(folder, 0o755)
  if (isRoot) chownSync(folder, owner, owner)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The executable alone in a folder, as after a download. */
export function alone(executable: string, folder: string): string {
  const path = join(folder, 'loggkoll')
  try {
    linkSync(executable, path)
  } catch {
    copyFileSync(executable, path)
  }
  return path
}

export interface As {
  readonly env?: Record<string, string>
  readonly uid?: number
  readonly cwd?: string
}

/** Runs a program with these variables and no others. */
export function start(program: string, words: readonly string[], { env = {}, uid, cwd }: As = {}) {
  const { status, stdout, stderr } = spawnSync(program, words, {
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 28,
    ...(uid === undefined ? {} : { uid, gid: uid }),
    ...(cwd === undefined ? {} : { cwd }),
  })
  return { code: status, out: stdout, err: stderr }
}

/** The tables of the made-up week where any user can read them. */
export function sampleTables(folder: string): string[] {
  const to = join(folder, 'samples')
  mkdirSync(to)
  chmodSync(to, 0o755)
  return readdirSync(sample)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => {
      copyFileSync(join(sample, name), join(to, name))
      chmodSync(join(to, name), 0o644)
      return join(to, name)
    })
}

/** The folder that DuckDB's library was unpacked to. */
export function libraryIn(base: string): string {
  const [key] = readdirSync(base)
  return join(base, key!)
}
