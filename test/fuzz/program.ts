import { Readable } from 'node:stream'
import { runProgram } from '../../src/commands/program.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the program in this process. */
export async function run(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  let [out, err] = ['', '']
  const code = await runProgram(words, {
    out: (text) => void (out += text),
    outBytes: () => undefined,
    err: (text) => void (err += `${text}\n`),
    now: () => new Date('2026-06-01T08:00:00Z'),
    env,
    input: Readable.from([]),
    columns: undefined,
    osUser: 'fuzzer',
  })
  return { code, out, err }
}
