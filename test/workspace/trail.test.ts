import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Keyring } from '../../src/workspace/key.ts'
import { appendToTrail, readTrail, verifyTrail } from '../../src/workspace/trail.ts'
import { folderWith, run, scratchFolder, workspace } from '../harness/program.ts'

const keyring = Keyring.make('test')

function trailOf(lines: number): string {
  const path = join(scratchFolder(), 'trail.ndjson')
  for (let line = 0; line < lines; line++) {
    appendToTrail(path, keyring, {
      time: `2026-06-01T08:00:0${line}Z`,
      os_user: 'tester',
      as: null,
      command: 'audit',
      arguments: [`--rule-${line}`],
      reason: null,
      rows_shown: line,
    })
  }
  return path
}

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').trimEnd().split('\n')
const rewrite = (path: string, lines: readonly string[]): void =>
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''))

describe('the trail', () => {
  it('is whole as it was written, each line bound to the one before, for its owner only', () => {
    const path = trailOf(4)
    const verdict = verifyTrail(path, keyring, [])
    expect(verdict).toMatchObject({ sound: true, lines: 4, fault: null })
    expect(verdict.head).toBe(readTrail(path).at(-1)?.hmac)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it.each<[string, (lines: string[]) => string[], number]>([
    ['a changed line', (lines) => lines.with(1, lines[1]!.replace('--rule-1', '--rule-9')), 2],
    ['a line taken out', (lines) => lines.toSpliced(1, 1), 2],
    ['two lines that changed places', (lines) => [lines[0]!, lines[2]!, lines[1]!, lines[3]!], 2],
    ['a line said twice', (lines) => [...lines, lines[3]!], 5],
    ['the first line taken out', (lines) => lines.slice(1), 1],
    ['a line that is no JSON', (lines) => lines.with(2, lines[2]!.slice(0, 40)), 3],
  ])('shows %s', (_, change, line) => {
    const path = trailOf(4)
    rewrite(path, change(linesOf(path)))
    expect(verifyTrail(path, keyring, [])).toMatchObject({ sound: false, fault: { line } })
  })

  it('shows a line made with another key', () => {
    const path = trailOf(2)
    appendToTrail(path, Keyring.make('other'), { ...readTrail(path)[0]!, arguments: ['forged'] })
    expect(verifyTrail(path, keyring, []).sound).toBe(false)
  })

  it('shows a cut end, when a head that was printed is known', () => {
    const path = trailOf(4)
    const { head } = verifyTrail(path, keyring, [])
    rewrite(path, linesOf(path).slice(0, 3))
    expect(verifyTrail(path, keyring, []).sound).toBe(true)
    expect(verifyTrail(path, keyring, [head])).toMatchObject({ sound: false, fault: null, missing_heads: [head] })
  })
})

const log = 'occurred_at,user_id,care_unit_id,patient_id,activity\n2026-03-04T10:00,u-1,unit-1,199001012385,read\n'

describe('the trail of a workspace', () => {
  it('holds what was asked, by whom, and pseudonyms instead of personal numbers', async () => {
    const folder = await workspace()
    const files = folderWith({ 'log.csv': log })
    await run(['-w', folder, 'ingest', join(files, 'log.csv')])
    await run(['-w', folder, '--as', 'SE5560000000-R001', 'explain', '--user', 'u-1', '--patient', '19900101-2385'])
    const reason = 'begäran från 19900101-2385'
    await run(['-w', folder, 'audit', '--reveal', '--reason', reason])
    const lines = readTrail(join(folder, 'trail.ndjson'))
    expect(lines.map((line) => line.command)).toEqual(['ingest', 'explain', 'audit'])
    expect(lines[1]).toMatchObject({ as: 'SE5560000000-R001', os_user: 'tester', rows_shown: 1 })
    expect(lines[2]?.reason).toMatch(/^begäran från skyddad-[0-9a-f]{16}$/)
    expect(readFileSync(join(folder, 'trail.ndjson'), 'utf8')).not.toContain('2385')
    expect((await run(['-w', folder, 'trail', 'verify'])).code).toBe(0)
    expect((await run(['-w', folder, 'trail', 'list', '--format', 'json'])).out).toContain('"command": "explain"')
  })

  it('is found cut by the head that a run keeps', async () => {
    const folder = await workspace()
    const files = folderWith({ 'log.csv': log })
    await run(['-w', folder, 'ingest', join(files, 'log.csv')])
    expect((await run(['-w', folder, 'audit'])).code).toBe(0)
    const path = join(folder, 'trail.ndjson')
    rewrite(path, linesOf(path).slice(0, 1))
    const verdict = await run(['-w', folder, 'trail', 'verify', '--lang', 'en'])
    expect(verdict.code).toBe(65)
    expect(verdict.out).toContain('its end is missing')
  })
})
