import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import type { Io } from '../../src/commands/io.ts'
import { Session } from '../../src/commands/session.ts'
import { scratchFolder } from '../harness/program.ts'

const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 0, 255, 10])

function sessionWith(
  output: string | undefined,
  given: Partial<Io> = {},
  format?: string,
): { session: Session; out: Uint8Array[] } {
  const out: Uint8Array[] = []
  const io: Io = {
    out: () => undefined,
    outBytes: (piece) => void out.push(piece),
    err: () => undefined,
    now: () => new Date(0),
    env: {},
    input: Readable.from([]),
    columns: undefined,
    osUser: 'tester',
    ...given,
  }
  return {
    session: new Session(
      io,
      { wait: 0, ...(output === undefined ? {} : { output }), ...(format === undefined ? {} : { format }) },
      'test',
      [],
    ),
    out,
  }
}

it('bytes go to a file that only its owner can read, in place of the one that was there', () => {
  const folder = scratchFolder()
  const file = join(folder, 'packet.xlsx')
  writeFileSync(file, 'old', { mode: 0o644 })
  sessionWith(file).session.write(bytes)
  expect(new Uint8Array(readFileSync(file))).toEqual(bytes)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['packet.xlsx'])
})

it.each<[string, (file: string) => void]>([
  ['a link', (file) => symlinkSync('/nowhere/at/all', file)],
  ['a pipe', (file) => void execFileSync('mkfifo', [file])],
  ['a directory', (file) => mkdirSync(file)],
])('bytes are not put in the place of %s', (_, make) => {
  const folder = scratchFolder()
  const file = join(folder, 'packet.xlsx')
  make(file)
  expect(() => sessionWith(file).session.write(bytes)).toThrow(
    expect.objectContaining({ exit: 73, message: `${file} cannot be written: it is no plain file` }),
  )
  expect(readdirSync(folder)).toEqual(['packet.xlsx'])
  expect(lstatSync(file).isFile()).toBe(false)
})

it('bytes that cannot be written leave nothing behind', () => {
  const file = join(scratchFolder(), 'none', 'packet.xlsx')
  expect(() => sessionWith(file).session.write(bytes)).toThrow(expect.objectContaining({ exit: 73 }))
  expect(existsSync(file)).toBe(false)
})

it('bytes go to standard output only when that is asked for, and never to a terminal', () => {
  for (const asked of [sessionWith('-'), sessionWith(undefined, {}, 'arrow')]) {
    asked.session.write(bytes)
    expect(asked.out).toEqual([bytes])
  }
  for (const { session, out } of [
    sessionWith(undefined),
    sessionWith('-', { columns: 80 }),
    sessionWith(undefined, { columns: 80 }, 'arrow'),
  ]) {
    expect(() => session.write(bytes)).toThrow(expect.objectContaining({ exit: 64 }))
    expect(out).toEqual([])
  }
})
