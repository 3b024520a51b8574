// npm run demo: the main job on the made-up week, from an empty workspace to a report and a reviewer's page.
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { runProgram } from '../src/commands/program.ts'

const root = resolve(import.meta.dirname, '..')
// From the root, so that what is printed are the project's own paths.
process.chdir(root)
const sample = 'samples/ward-week'
const folder = 'demo'
const workspace = join(folder, 'workspace')
const report = join(folder, 'kontroll.html')
const packet = join(folder, 'granskning.html')

async function loggkoll(...words: string[]): Promise<void> {
  process.stderr.write(`\n$ loggkoll ${words.join(' ')}\n`)
  const code = await runProgram(words, {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(`${text}\n`),
    now: () => new Date(),
    env: process.env,
    input: process.stdin,
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    osUser: userInfo().username,
  })
  if (code !== 0) process.exit(code)
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
chmodSync(folder, 0o700)
const tables = readdirSync(sample).filter((name) => name.endsWith('.csv'))
await loggkoll('init', workspace, '--seed', 'ward-week')
await loggkoll('-w', workspace, 'ingest', ...tables.sort().map((name) => join(sample, name)))
await loggkoll('-w', workspace, 'audit', '--from', '2026-04-27', '--to', '2026-05-04')
await loggkoll('-w', workspace, '-q', '-o', report, 'report', 'audit')
await loggkoll('-w', workspace, '-o', packet, 'review', 'export', '--unit', 'SE5560000000-U110')
process.stderr.write(`\nGranskningsunderlaget (the reviewer's page): ${pathToFileURL(resolve(packet)).href}\n`)
process.stderr.write(`Rapporten (the report): ${pathToFileURL(resolve(report)).href}\n`)
