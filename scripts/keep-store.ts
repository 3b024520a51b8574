// npm run keep-store: keeps a small store of the present schema for the test of the migrations, made of the files beside it.
// To be run before the tables change: afterwards nobody can make one any more.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { brotliCompressSync } from 'node:zlib'
import { runProgram } from '../src/commands/program.ts'
import { schemaVersion } from '../src/store/schema.ts'

const kept = resolve(import.meta.dirname, '../test/store/kept')
const folder = mkdtempSync(join(tmpdir(), 'loggkoll-keep-'))
const workspace = join(folder, 'workspace')
const files = readdirSync(join(kept, 'files')).sort()

async function loggkoll(...words: string[]): Promise<void> {
  const code = await runProgram(words, {
    out: () => undefined,
    err: (text) => void process.stderr.write(`${text}\n`),
    now: () => new Date('2026-06-01T08:00:00Z'),
    env: {},
    input: Readable.from([]),
    columns: undefined,
    osUser: 'keeper',
  })
  if (code !== 0) process.exit(code)
}

await loggkoll('-q', 'init', workspace, '--seed', 'kept')
await loggkoll('-w', workspace, '-q', 'ingest', ...files.map((name) => join(kept, 'files', name)))
await loggkoll('-w', workspace, '-q', 'audit', '--from', '2026-04-27', '--to', '2026-05-04')
const target = join(kept, `schema-${schemaVersion}.duckdb.br`)
writeFileSync(target, brotliCompressSync(readFileSync(join(workspace, 'loggkoll.duckdb'))))
rmSync(folder, { recursive: true })
process.stderr.write(`${target}\n`)
