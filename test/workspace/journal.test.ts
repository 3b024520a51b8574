import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, statfsSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Exit } from '../../src/model/exit.ts'
import { Fault } from '../../src/model/fault.ts'
import type { ReviewEntry } from '../../src/model/review.ts'
import { planTargeted } from '../../src/review/plan.ts'
import { copiesOfChains } from '../../src/workspace/chain.ts'
import { appendToJournal, readJournal, verifyJournal } from '../../src/workspace/journal.ts'
import { Keyring } from '../../src/workspace/key.ts'
import { journalEnds, readTrail, verifyTrail } from '../../src/workspace/trail.ts'
import { smallDisk } from '../faults/small-disk.ts'
import { run, scratchFolder, workspace } from '../harness/program.ts'
import { declaredTwice, writer } from './journal-entries.ts'

const keyring = Keyring.make('test')
const journalIn = (folder: string) => join(folder, 'review.ndjson')
const packets = (path: string) => readJournal(path).map(({ body }) => 'packet_id' in body && body.packet_id)
const append = (path: string, entries: readonly ReviewEntry[]) => appendToJournal(path, keyring, writer, () => entries)

/** A journal of three lines; its text and its path. */
function threeLines(): { path: string; text: string; lines: string[] } {
  const path = journalIn(scratchFolder())
  for (const id of ['a', 'b', 'c']) append(path, declaredTwice(id))
  const text = readFileSync(path, 'utf8')
  return { path, text, lines: text.split('\n').slice(0, -1) }
}

const all = ['a först', 'a sedan', 'b först', 'b sedan', 'c först', 'c sedan']

describe('the journal of the reviews', () => {
  it('keeps what belongs together on one line, private, and reads it in order', () => {
    const { path, lines } = threeLines()
    expect(lines).toHaveLength(3)
    expect(packets(path)).toEqual(all)
    expect(readJournal(path).map(({ sequence }) => sequence)).toEqual([1, 1, 2, 2, 3, 3])
    expect(verifyJournal(path, keyring, [])).toMatchObject({ sound: true, lines: 3, fault: null })
  })

  it('writes nothing when there is nothing to write, or when it is thought better of', () => {
    const { path, text } = threeLines()
    expect(append(path, [])).toEqual({ written: [] })
    const refused = new Fault(Exit.notAllowed, 'no')
    expect(() =>
      appendToJournal(path, keyring, writer, () => {
        throw refused
      }),
    ).toThrow(refused)
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  it('shows to whoever writes what it holds at that moment', () => {
    const { path } = threeLines()
    appendToJournal(path, keyring, writer, (known) => {
      expect(known.map(({ body }) => 'packet_id' in body && body.packet_id)).toEqual(all)
      return declaredTwice('d')
    })
    expect(packets(path)).toHaveLength(8)
  })

  it('never reads a half-written last line, and cuts it away with the next append, wherever it was cut', () => {
    const { path, text, lines } = threeLines()
    const bytes = Buffer.from(text)
    const start = Buffer.byteLength(`${lines[0]}\n${lines[1]}\n`)
    for (let end = start; end < bytes.length; end++) {
      writeFileSync(path, bytes.subarray(0, end))
      expect(packets(path), `cut at ${end}`).toEqual(all.slice(0, 4))
      append(path, declaredTwice('d'))
      expect(packets(path), `cut at ${end}`).toEqual([...all.slice(0, 4), 'd först', 'd sedan'])
      expect(verifyJournal(path, keyring, []).sound, `cut at ${end}`).toBe(true)
    }
  })

  it('is sound with every kind of entry in it, whatever the order of its fields', () => {
    const path = journalIn(scratchFolder())
    const target = { care_unit_id: 'unit-1', patient_id: null, user_id: null }
    append(path, [
      planTargeted(keyring, { from: '2026-03-01', to: '2026-04-01' }, { target, reason: 'r', cause: 'unit' }, null),
    ])
    expect(verifyJournal(path, keyring, [])).toMatchObject({ sound: true, lines: 1 })
  })

  it('finds any letter that was changed', () => {
    const { path, text, lines } = threeLines()
    const second = lines[0]!.length + 1
    for (let place = second; place < second + lines[1]!.length; place++) {
      const letter = text[place] === 'x' ? 'y' : 'x'
      writeFileSync(path, text.slice(0, place) + letter + text.slice(place + 1))
      const { sound, fault } = verifyJournal(path, keyring, [])
      expect(sound, `${text.slice(place - 10, place)}[${letter}]`).toBe(false)
      expect(fault?.line).toBe(2)
    }
  })

  it.each([
    ['a line taken out', ([a, , c]: string[]) => [a, c], 2, 'order'],
    ['the first line taken out', ([, b, c]: string[]) => [b, c], 1, 'order'],
    ['two lines in each other’s place', ([a, b, c]: string[]) => [b, a, c], 1, 'order'],
    ['a line that stands twice', ([a, b, c]: string[]) => [a, b, b, c], 3, 'order'],
    [
      'an entry taken out of a line',
      ([a, b, c]: string[]) => [a, b?.replace(/\{"entry"[^}]*\},/, ''), c],
      2,
      'changed',
    ],
    [
      'a field that stands twice',
      ([a, b, c]: string[]) => [a, b?.replace('"time"', '"time":"never","time"'), c],
      2,
      'changed',
    ],
    ['a space', ([a, b, c]: string[]) => [a, b?.replace('{', '{ '), c], 2, 'changed'],
    ['what is no entry', ([a, , c]: string[]) => [a, '{"entry":"decided"}', c], 2, 'unreadable'],
    ['an empty line', ([a, b, c]: string[]) => [a, '', b, c], 2, 'unreadable'],
  ] as const)('finds %s', (_, tamper, line, cause) => {
    const { path, lines } = threeLines()
    const tampered = tamper(lines)
    expect(tampered).not.toEqual(lines)
    writeFileSync(path, tampered.map((one) => `${one}\n`).join(''))
    expect(verifyJournal(path, keyring, [])).toMatchObject({ sound: false, fault: { line, cause } })
  })

  it('misses an end that was cut off by what was noted of it, also when it has grown again; longer it may be', () => {
    const path = journalIn(scratchFolder())
    const ends = ['a', 'b', 'c', 'd'].map((id) => append(path, declaredTwice(id)).end!)
    const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1)
    const cutAfter = (count: number) =>
      writeFileSync(
        path,
        lines
          .slice(0, count)
          .map((line) => `${line}\n`)
          .join(''),
      )
    expect(verifyJournal(path, keyring, ends)).toMatchObject({ sound: true, missing_lines: null })
    // A command that was killed has not noted what it wrote.
    expect(verifyJournal(path, keyring, ends.slice(0, 2))).toMatchObject({ sound: true, missing_lines: null })
    cutAfter(2)
    const missing = { sound: false, fault: null, missing_heads: [ends[2]!.head, ends[3]!.head], missing_lines: [3, 4] }
    expect(verifyJournal(path, keyring, ends)).toMatchObject({ ...missing, lines: 2 })
    const others = ['e', 'f', 'g'].map((id) => append(path, declaredTwice(id)).end!)
    expect(verifyJournal(path, keyring, [...ends, ...others])).toMatchObject({ ...missing, lines: 5 })
    rmSync(path)
    expect(verifyJournal(path, keyring, ends)).toMatchObject({ sound: false, lines: 0, missing_lines: [1, 4] })
  })

  it('finds a line of another journal under the same key, such as a copy that went on by itself', () => {
    const { path, lines } = threeLines()
    const other = journalIn(scratchFolder())
    for (const id of ['a', 'x', 'y']) append(other, declaredTwice(id))
    const [, strange] = readFileSync(other, 'utf8').split('\n')
    writeFileSync(path, [lines[0], lines[1], readFileSync(other, 'utf8').split('\n')[2], ''].join('\n'))
    expect(verifyJournal(path, keyring, [])).toMatchObject({ sound: false, fault: { line: 3, cause: 'order' } })
    writeFileSync(path, [lines[0], strange, lines[2], ''].join('\n'))
    expect(verifyJournal(path, keyring, [])).toMatchObject({ sound: false, fault: { line: 3, cause: 'order' } })
  })

  it('is not sound under another key, and says no more than the place of what it cannot read', () => {
    const { path } = threeLines()
    expect(verifyJournal(path, Keyring.make('other'), []).sound).toBe(false)
    writeFileSync(path, '{"secret":"191212121212"}\n')
    expect(() => readJournal(path)).toThrow(/line 1: is no entry/)
    expect(() => readJournal(path)).not.toThrow(/1912/)
    expect(() => append(path, declaredTwice('d'))).toThrow(/line 1/)
    expect(readFileSync(path, 'utf8')).toBe('{"secret":"191212121212"}\n')
  })
})

const child = (folder: string, name: string, count: number) =>
  spawn(process.execPath, [join(import.meta.dirname, '../faults/journal-child.ts'), folder, name, String(count)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** What a child says, and how it ended. */
async function ended(
  process: ReturnType<typeof child>,
): Promise<{ said: string[]; signal: string | null; err: string }> {
  let said = ''
  let err = ''
  process.stdout.on('data', (text) => (said += text))
  process.stderr.on('data', (text) => (err += text))
  const signal = await new Promise<string | null>((resolve) => process.once('close', (_, sign) => resolve(sign)))
  return { said: said.split('\n').filter((line) => line !== ''), signal, err }
}

/** Every id that the journal holds must be there twice and in one piece, and the trail's once. */
function expectWhole(folder: string, said: readonly string[]): void {
  const journal = packets(journalIn(folder))
  for (let place = 0; place < journal.length; place += 2) {
    expect(String(journal[place + 1]).replace('sedan', 'först')).toBe(journal[place])
  }
  expect(new Set(journal).size).toBe(journal.length)
  const trail = readTrail(join(folder, 'trail.ndjson')).map(({ command }) => command)
  expect(new Set(trail).size).toBe(trail.length)
  const kept = new Set([
    ...journal.filter((id) => String(id).endsWith('först')).map((id) => `journal ${String(id).replace(' först', '')}`),
    ...trail.map((id) => `trail ${id}`),
  ])
  expect(said.filter((line) => !kept.has(line))).toEqual([])
  const ends = journalEnds(join(folder, 'trail.ndjson'))
  expect(ends).toHaveLength(trail.length)
  expect(verifyJournal(journalIn(folder), keyring, ends)).toMatchObject({ sound: true, lines: journal.length / 2 })
  expect(verifyTrail(join(folder, 'trail.ndjson'), keyring, [])).toMatchObject({ sound: true, lines: trail.length })
}

describe('several processes', () => {
  it('that append at once lose nothing, double nothing and keep the chains sound', async () => {
    const folder = scratchFolder()
    const results = await Promise.all(['p', 'q', 'r', 's'].map((name) => ended(child(folder, name, 60))))
    expect(results.map(({ err }) => err)).toEqual(['', '', '', ''])
    expectWhole(
      folder,
      results.flatMap(({ said }) => said),
    )
    expect(packets(journalIn(folder))).toHaveLength(4 * 60 * 2)
  })

  it('are copied as they all are at one moment: the trail of a copy notes no end that its journal has not', async () => {
    const folder = scratchFolder()
    const group = ['p', 'q'].map((name) => child(folder, name, 10_000))
    const ends = group.map(ended)
    const copy = scratchFolder()
    let grown = 0
    while (grown < 40) {
      const names = ['review.ndjson', 'trail.ndjson']
      const copies = copiesOfChains(names.map((name) => join(folder, name)))
      for (const [place, { bytes }] of copies.entries()) writeFileSync(join(copy, names[place]!), bytes)
      const noted = journalEnds(join(copy, 'trail.ndjson'))
      const verdict = verifyJournal(journalIn(copy), keyring, noted)
      expect(verdict).toMatchObject({ sound: true, lines: copies[0]!.lines, head: copies[0]!.head })
      grown = noted.length
      await sleep(1)
    }
    for (const one of group) one.kill('SIGKILL')
    expect((await Promise.all(ends)).map(({ err }) => err)).toEqual(['', ''])
  })

  it('that are killed at any moment leave whole lines, and what they said was done', async () => {
    const folder = scratchFolder()
    const said: string[] = []
    let kills = 0
    for (let round = 0; round < 15; round++) {
      const group = ['p', 'q'].map((name) => child(folder, `${name}${round}`, 10_000))
      const ends = group.map(ended)
      for (const one of group) {
        one.stdout.once('data', () => void sleep((round * 7 + (one.pid ?? 0)) % 23).then(() => one.kill('SIGKILL')))
      }
      for (const { said: lines, signal, err } of await Promise.all(ends)) {
        expect(err).toBe('')
        if (signal === 'SIGKILL') kills++
        said.push(...lines)
      }
      expectWhole(folder, said)
    }
    expect(kills).toBe(30)
    append(journalIn(folder), declaredTwice('after'))
    expectWhole(folder, [...said, 'journal after'])
  })
})

/** The number of a process that is no more. */
const deadProcess = () => spawnSync(process.execPath, ['-e', '']).pid

describe('the lock', () => {
  it('of a dead process is taken over by one of many, and no line is lost', async () => {
    for (let round = 0; round < 4; round++) {
      const folder = scratchFolder()
      const dead = String(deadProcess())
      writeFileSync(`${journalIn(folder)}.lock`, dead)
      writeFileSync(join(folder, 'trail.ndjson.lock'), dead)
      const results = await Promise.all(['p', 'q', 'r', 's'].map((name) => ended(child(folder, name, 3))))
      expect(results.map(({ err }) => err)).toEqual(['', '', '', ''])
      expectWhole(
        folder,
        results.flatMap(({ said }) => said),
      )
      expect(packets(journalIn(folder))).toHaveLength(4 * 3 * 2)
    }
  })

  it('of a process of the same number is no one else’s', () => {
    const path = journalIn(scratchFolder())
    writeFileSync(`${path}.lock`, String(process.pid))
    append(path, declaredTwice('a'))
    expect(packets(path)).toHaveLength(2)
  })

  it('that a killed process made and did not sign is taken over after a while', () => {
    const path = journalIn(scratchFolder())
    writeFileSync(`${path}.lock`, '')
    utimesSync(`${path}.lock`, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000))
    append(path, declaredTwice('a'))
    expect(packets(path)).toHaveLength(2)
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  it('of a living process is waited for', async () => {
    const folder = scratchFolder()
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    writeFileSync(`${journalIn(folder)}.lock`, String(holder.pid))
    const started = Date.now()
    const waiting = ended(child(folder, 'p', 1))
    await sleep(1500)
    expect(existsSync(journalIn(folder))).toBe(false)
    holder.kill('SIGKILL')
    expect(await waiting).toMatchObject({ said: ['journal p-1', 'trail p-1'], err: '' })
    expect(Date.now() - started).toBeGreaterThan(1400)
  })

  it.each([
    ['the lock', '.lock'],
    ['the right to remove that of a dead process', '.lock.removing'],
  ])('that never opens ends with 73, and nothing is written: a living process has %s', (_, held) => {
    const { path, text } = threeLines()
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    onTestFinished(() => void holder.kill('SIGKILL'))
    writeFileSync(`${path}.lock`, String(deadProcess()))
    writeFileSync(`${path}${held}`, String(holder.pid))
    const wait = vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out')
    onTestFinished(() => wait.mockRestore())
    expect(() => append(path, declaredTwice('d'))).toThrow(expect.objectContaining({ exit: Exit.cannotWrite }))
    expect(wait).toHaveBeenCalledTimes(10_000 / 20)
    expect(readFileSync(path, 'utf8')).toBe(text)
  })
})

it('a full disk leaves the journal as it was, says 73, and with room it goes on', (context) => {
  const disk = smallDisk(context, '1m')
  const path = journalIn(disk)
  append(path, declaredTwice('a'))
  const text = readFileSync(path, 'utf8')
  const filler = join(disk, 'filler')
  const long = declaredTwice('b'.repeat(20_000))
  for (const room of [0, 1, 2, 5]) {
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(filler, Buffer.alloc((bavail - room) * bsize))
    expect(() => append(path, long), `${room} blocks`).toThrow(
      expect.objectContaining({ exit: Exit.cannotWrite, message: expect.stringContaining('nothing was changed') }),
    )
    expect(readFileSync(path, 'utf8')).toBe(text)
    rmSync(filler)
    expect(existsSync(`${path}.lock`)).toBe(false)
  }
  append(path, long)
  expect(packets(path)).toHaveLength(4)
  expect(verifyJournal(path, keyring, []).sound).toBe(true)
})

it('a disk that is full while a control is planned: 73, and no control', async (context) => {
  const disk = smallDisk(context, '16m')
  const folder = join(disk, 'workspace')
  cpSync(await workspace(), folder, { recursive: true })
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize))
  expect(await run(['-w', folder, 'review', 'plan', '--month', '2026-03'])).toMatchObject({
    code: Exit.cannotWrite,
    out: '',
  })
  rmSync(join(disk, 'filler'))
  expect((await run(['-w', folder, 'review', 'status'])).out).toBe('Inga kontroller är planerade.\n')
  expect(await run(['-w', folder, 'review', 'plan', '--month', '2026-03'])).toMatchObject({ code: 0 })
  expect(await run(['-w', folder, 'trail', 'verify'])).toMatchObject({ code: 0 })
})
