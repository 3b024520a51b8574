import process from 'node:process'
import { runProgram } from '../../src/commands/program.ts'

/**
 * Runs a command in this process, as a script does; gives what it printed.
 * @param now the instant that the command takes for now
 * @throws {Error} with what it said, unless it is done or done in part: a rule that fails leaves the others' answers
 */
export async function runLoggkoll(now: string, osUser: string, words: readonly string[]): Promise<string> {
  const out: string[] = []
  const err: string[] = []
  const code = await runProgram(words, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    now: () => new Date(now),
    env: {},
    input: process.stdin,
    columns: undefined,
    osUser,
  })
  if (code !== 0 && code !== 2) throw new Error(`loggkoll ${words.join(' ')}: ${code}\n${err.join('\n')}`)
  return out.join('')
}
