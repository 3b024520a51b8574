import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

/**
 * Starts the program and kills it so many milliseconds after it announces the commit of a query, or after it was started
 * where no query is named; false when it was done before.
 */
export async function killProgram(
  target: string | undefined,
  delay: number,
  words: readonly string[],
): Promise<boolean> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'ingest-child.ts'), target ?? '', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  const killLater = (): void => void sleep(delay).then(() => child.kill('SIGKILL'))
  if (target === undefined) killLater()
  else child.stdout.once('data', killLater)
  return (await ended) === 'SIGKILL'
}
