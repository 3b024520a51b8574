// The program in a process of its own, at a given time, to be killed.
import process from 'node:process'
import { Readable } from 'node:stream'
import { runProgram } from '../../src/commands/program.ts'

const [now, ...words] = process.argv.slice(2) as [string, ...string[]]
process.exitCode = await runProgram(words, {
  out: () => undefined,
  err: () => undefined,
  now: () => new Date(now),
  env: {},
  input: Readable.from([]),
  columns: undefined,
  osUser: 'natt',
})
