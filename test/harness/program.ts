import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, onTestFinished } from 'vitest'
import { runProgram } from '../../src/commands/program.ts'
import type { Exit } from '../../src/model/exit.ts'

export interface Ran {
  readonly code: Exit
  readonly out: string
  readonly err: string
}

/** Runs the program in this process, as a terminal of no width would. */
export async function run(
  words: readonly string[],
  given: {
    input?: string | Buffer
    now?: string
    env?: Record<string, string>
    secrets?: readonly string[]
    /** Takes the results in place of what gives them back. */
    takeOut?: (text: string) => void
  } = {},
): Promise<Ran> {
  let out = ''
  let err = ''
  const secrets = [...(given.secrets ?? [])]
  const code = await runProgram(words, {
    out: given.takeOut ?? ((text) => void (out += text)),
    err: (text) => void (err += `${text}\n`),
    now: () => new Date(given.now ?? '2026-06-01T08:00:00Z'),
    env: given.env ?? {},
    input: Readable.from(given.input === undefined ? [] : [given.input]),
    columns: undefined,
    askSecret: given.secrets && (() => Promise.resolve(secrets.shift() ?? '')),
    osUser: 'tester',
  })
  return { code, out, err }
}

/** A folder that goes when the test is done. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loggkoll-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder with these files in it. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = scratchFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

let untouched: Promise<string> | undefined
afterAll(async () => untouched && rmSync(await untouched, { recursive: true, force: true }))

/** A workspace that nobody has used nor is to use: made once for all the tests of a file, to be copied. */
export const untouchedWorkspace = (): Promise<string> => (untouched ??= makeUntouched())

async function makeUntouched(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'loggkoll-untouched-'))
  const made = await run(['init', folder, '--seed', 'test'])
  if (made.code !== 0) throw new Error(made.err)
  return folder
}

/** A new workspace in a folder that goes when the test is done; its key is the same each time. */
export async function workspace(settings?: string): Promise<string> {
  const folder = join(scratchFolder(), 'workspace')
  cpSync(await untouchedWorkspace(), folder, { recursive: true })
  // A copied folder is open to others as far as the process leaves new ones.
  for (const place of ['', 'profiles', 'rules']) chmodSync(join(folder, place), 0o700)
  if (settings !== undefined) writeFileSync(join(folder, 'loggkoll.yaml'), settings)
  return folder
}
