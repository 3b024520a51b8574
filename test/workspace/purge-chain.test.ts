import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Keyring } from '../../src/workspace/key.ts'
import {
  appendToTrail,
  countPastTrail,
  journalEnds,
  purgeTrail,
  readTrail,
  type TrailNote,
  verifyTrail,
} from '../../src/workspace/trail.ts'
import { scratchFolder } from '../harness/program.ts'

const keyring = Keyring.make('test')
const note = (day: number, command = `hemligt ${day}`): TrailNote => ({
  time: `2026-01-0${day}T08:00:00.000Z`,
  os_user: 'tester',
  as: null,
  command,
  arguments: [],
  reason: null,
  rows_shown: 1,
})

/** A trail of six days, of which those before the fourth were purged on the seventh. */
function purgedTrail() {
  const path = join(scratchFolder(), 'trail.ndjson')
  const heads = [1, 2, 3, 4, 5, 6].map((day) => appendToTrail(path, keyring, note(day)))
  expect(countPastTrail(path, '2026-01-04')).toBe(3)
  expect(purgeTrail(path, keyring, '2026-01-04', note(7, 'purge'))).toBe(3)
  const lines = () => readFileSync(path, 'utf8').trimEnd().split('\n')
  const rewrite = (...changed: readonly string[]) => writeFileSync(path, changed.map((line) => `${line}\n`).join(''))
  const verify = (...known: readonly string[]) => verifyTrail(path, keyring, known)
  return { path, heads, lines, rewrite, verify }
}

/** What a purge leaves of a line, made by hand. */
function emptied(line: string): string {
  const { sequence, previous, hmac } = JSON.parse(line) as { sequence: number; previous: string; hmac: string }
  return JSON.stringify({ sequence, purged: true, previous, hmac })
}

describe('a trail that was purged', () => {
  it('holds, every head of it, and says no more what the lines said', () => {
    const { path, heads, lines, verify } = purgedTrail()
    expect(verify(...heads)).toMatchObject({ sound: true, lines: 7, purged: 3, fault: null, missing_heads: [] })
    expect(readTrail(path).map(({ command }) => command)).toEqual(['hemligt 4', 'hemligt 5', 'hemligt 6', 'purge'])
    expect(readTrail(path).at(-1)).toMatchObject({ sequence: 7, purged: { ranges: [[1, 3]] } })
    expect(lines().slice(0, 3).join()).not.toMatch(/hemligt|tester|08:00/)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(existsSync(`${path}.part`) || existsSync(`${path}.lock`)).toBe(false)
  })

  it('has the end that the journal had last, though the line that noted it has gone', () => {
    const path = join(scratchFolder(), 'trail.ndjson')
    const [first, last] = [1, 2].map((lines) => ({ lines, head: `${lines}`.repeat(64) }))
    for (const [day, end] of [first!, last!].entries()) appendToTrail(path, keyring, { ...note(day + 1), journal: end })
    appendToTrail(path, keyring, note(3))
    expect(journalEnds(path)).toEqual([first, last])
    for (const time of ['2026-01-04', '2026-01-06']) {
      expect(purgeTrail(path, keyring, time, note(5, 'purge'))).toBeGreaterThan(0)
      expect(journalEnds(path)).toEqual([last])
      expect(verifyTrail(path, keyring, [])).toMatchObject({ sound: true })
    }
  })

  it('goes on, and is purged again, the line that told of the first purge too', () => {
    const { path, heads, verify } = purgedTrail()
    const head = appendToTrail(path, keyring, note(8))
    expect(verify(head)).toMatchObject({ sound: true, lines: 8 })
    expect(purgeTrail(path, keyring, '2026-01-06', note(9, 'purge'))).toBe(2)
    expect(readTrail(path).at(-1)).toMatchObject({ purged: { ranges: [[1, 5]] } })
    expect(purgeTrail(path, keyring, '2026-01-08', note(9, 'purge'))).toBe(2)
    expect(readTrail(path).at(-1)).toMatchObject({ purged: { ranges: [[1, 7]] } })
    expect(verify(...heads, head)).toMatchObject({ sound: true, purged: 7 })
    expect(readTrail(path).map(({ sequence }) => sequence)).toEqual([8, 9, 10])
  })

  it('is not touched where nothing has passed its time', () => {
    const { path, lines } = purgedTrail()
    const before = lines()
    expect(purgeTrail(path, keyring, '2026-01-04', note(8, 'purge'))).toBe(0)
    expect(lines()).toEqual(before)
    const none = join(scratchFolder(), 'trail.ndjson')
    expect(purgeTrail(none, keyring, '2026-01-04', note(8, 'purge'))).toBe(0)
    expect(existsSync(none)).toBe(false)
  })

  it.each<[string, (lines: string[]) => string[], number]>([
    ['a line that is left is changed', (lines) => lines.with(4, lines[4]!.replace('hemligt', 'ändrat')), 5],
    ['a line is emptied by hand', (lines) => lines.with(3, emptied(lines[3]!)), 4],
    ['the last but one is emptied by hand', (lines) => lines.with(5, emptied(lines[5]!)), 6],
    ['the line that tells of the purge is emptied', (lines) => lines.with(6, emptied(lines[6]!)), 1],
    ['it tells of less', (lines) => lines.with(6, lines[6]!.replace('[[1,3]]', '[[1,2]]')), 7],
    ['an emptied line is removed', (lines) => lines.toSpliced(1, 1), 2],
    ['all emptied lines are removed', (lines) => lines.slice(3), 1],
    ['two change places', (lines) => [lines[1]!, lines[0]!, ...lines.slice(2)], 1],
    ['something is put into an emptied line', (lines) => lines.with(1, lines[1]!.replace('{', '{"command":"x",')), 2],
  ])('shows that %s', (_, change, line) => {
    const { lines, rewrite, verify } = purgedTrail()
    rewrite(...change(lines()))
    expect(verify()).toMatchObject({ sound: false, fault: { line } })
  })

  it('shows that hashes between emptied lines are changed, and that emptied lines are filled again', () => {
    const { path, lines, rewrite, verify } = purgedTrail()
    const kept = lines()
    const second = (JSON.parse(kept[1]!) as { hmac: string }).hmac
    const other = 'f'.repeat(64)
    rewrite(...kept.with(1, kept[1]!.replace(second, other)).with(2, kept[2]!.replace(second, other)))
    expect(verify()).toMatchObject({ sound: false, fault: { cause: 'changed' } })
    const again = join(scratchFolder(), 'trail.ndjson')
    for (const day of [1, 2, 3]) appendToTrail(again, keyring, note(day))
    rewrite(...readFileSync(again, 'utf8').trimEnd().split('\n'), ...kept.slice(3))
    expect(verifyTrail(path, keyring, [])).toMatchObject({ sound: false })
  })
})
