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
    /** Where progress is drawn. */
    terminal?: NodeJS.WritableStream
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
    terminal: given.terminal,
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

/** Folders of what is made once for the tests of a file. */
const kept: string[] = []
afterAll(() => kept.forEach((folder) => rmSync(folder, { recursive: true, force: true })))
function keptFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loggkoll-kept-'))
  kept.push(folder)
  return folder
}

let untouched: Promise<string> | undefined

/** A workspace that nobody has used nor is to use: made once for all the tests of a file, to be copied. */
export const untouchedWorkspace = (): Promise<string> => (untouched ??= makeUntouched())

async function makeUntouched(): Promise<string> {
  const folder = keptFolder()
  const made = await run(['init', folder, '--seed', 'test'])
  if (made.code !== 0) throw new Error(made.err)
  return folder
}

/** A new workspace in a folder that goes when the test is done; its key is the same each time. */
export async function workspace(settings?: string): Promise<string> {
  const folder = copyOf(await untouchedWorkspace())
  if (settings !== undefined) writeFileSync(join(folder, 'loggkoll.yaml'), settings)
  return folder
}

/** A workspace of its own for a test that changes what another one holds. */
export function copyOf(workspace: string): string {
  const folder = join(scratchFolder(), 'workspace')
  cpSync(workspace, folder, { recursive: true, preserveTimestamps: true })
  // A copied folder is open to others as far as the process leaves new ones.
  for (const place of ['', 'profiles', 'rules']) chmodSync(join(folder, place), 0o700)
  return folder
}

/**
 * What many tests of a file begin with, done once: to read and ask the same again takes most of the time of a test. Each
 * call gives a copy of the workspace, with what the preparation found out.
 */
export function preparedOnce<T>(
  prepare: (folder: string) => Promise<T>,
  settings?: string,
): () => Promise<{ folder: string } & T> {
  const make = async () => {
    const folder = join(keptFolder(), 'workspace')
    cpSync(await workspace(settings), folder, { recursive: true })
    return { folder, found: await prepare(folder) }
  }
  let made: ReturnType<typeof make> | undefined
  return async () => {
    const { folder, found } = await (made ??= make())
    return Object.assign({ folder: copyOf(folder) }, found)
  }
}
