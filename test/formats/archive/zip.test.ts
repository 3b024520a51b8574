import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { isSpreadsheet, unzipTo } from '../../../src/formats/archive/zip.ts'
import { Fault } from '../../../src/model/fault.ts'
import { folderWith, scratchFolder } from '../../harness/program.ts'
import { type MadeEntry, type MadeZip, makeZip } from './make-zip.ts'

interface Unpacked {
  readonly name: string
  readonly content: string
  readonly path: string
}

async function unpacked(zip: Buffer): Promise<Unpacked[]> {
  const source = join(folderWith({ 'log.zip': zip }), 'log.zip')
  const files: Unpacked[] = []
  for await (const { name, path } of unzipTo(source, 'log.zip', scratchFolder())) {
    files.push({ name, path, content: readFileSync(path, 'utf8') })
  }
  return files
}

const unpackedFrom = (entries: readonly MadeEntry[], how?: MadeZip) => unpacked(makeZip(entries, how))

const fault = async (entries: readonly MadeEntry[], how?: MadeZip): Promise<Fault> =>
  await unpackedFrom(entries, how).then(
    () => expect.fail('no fault'),
    (error: unknown) => (error instanceof Fault ? error : expect.fail(`no Fault but ${String(error)}`)),
  )

describe('an archive', () => {
  it('gives its files by name, whatever their order', async () => {
    const files = await unpackedFrom([
      { name: 'b.csv', content: 'två' },
      { name: 'a/z.csv', content: 'ett', method: 0 },
      { name: 'c.csv', content: '' },
    ])
    expect(files.map(({ name, content }) => [name, content])).toEqual([
      ['a/z.csv', 'ett'],
      ['b.csv', 'två'],
      ['c.csv', ''],
    ])
  })

  it('may be written as Zip64, with a comment, and with lengths after the content', async () => {
    const entries = [{ name: 'log.csv', content: 'a,b\n'.repeat(1000) }]
    expect((await unpackedFrom(entries, { zip64: true }))[0]!.content).toHaveLength(4000)
    expect((await unpackedFrom(entries, { comment: 'exported' }))[0]!.content).toHaveLength(4000)
    expect((await unpackedFrom([{ ...entries[0]!, flags: 0x808 }]))[0]!.content).toHaveLength(4000)
  })

  it('gives a large file whole', async () => {
    const content = Array.from({ length: 200_000 }, (_, row) => `${row};${row * 7919}`).join('\n')
    expect((await unpackedFrom([{ name: 'log.csv', content }]))[0]!.content).toBe(content)
  })

  it('is unpacked under names of our own, readable by the owner only, wherever its paths lead', async () => {
    const folder = folderWith({
      'log.zip': makeZip([
        { name: '../outside.csv', content: 'a' },
        { name: '/etc/absolute.csv', content: 'b' },
        { name: '..\\..\\windows.csv', content: 'c' },
        { name: 'beep\u0007\u001b[31m.csv', content: 'd' },
      ]),
      'kept.csv': 'kept',
    })
    const target = join(folderWith({}), 'deep')
    expect(existsSync(target)).toBe(false)
    const inside = folderWith({})
    const names: string[] = []
    for await (const { name, path } of unzipTo(join(folder, 'log.zip'), 'log.zip', inside)) {
      names.push(name)
      expect(path.startsWith(inside)).toBe(true)
      if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    }
    expect(names.sort()).toEqual(['beep\uFFFD\uFFFD[31m.csv', 'etc/absolute.csv', 'outside.csv', 'windows.csv'])
    expect(readdirSync(inside).sort()).toEqual(['0.unpacked', '1.unpacked', '2.unpacked', '3.unpacked'])
  })

  it('is unpacked one file at a time, and closed when no more is asked for', async () => {
    const source = join(folderWith({ 'log.zip': makeZip([{ name: 'a' }, { name: 'b' }]) }), 'log.zip')
    const folder = scratchFolder()
    for await (const { name } of unzipTo(source, 'log.zip', folder)) {
      expect(name).toBe('a')
      break
    }
    expect(readdirSync(folder)).toEqual(['0.unpacked'])
  })

  it('does not give directories, links, or what computers put beside files', async () => {
    const files = await unpackedFrom([
      { name: 'logs/' },
      { name: '__MACOSX/logs/._a.csv', content: 'x' },
      { name: 'logs/.DS_Store', content: 'x' },
      { name: 'logs/link', content: '/etc/passwd', mode: 0o120_777 },
      { name: 'logs/a.csv', content: 'a' },
    ])
    expect(files.map(({ name }) => name)).toEqual(['logs/a.csv'])
  })

  it('in an archive is given as a file, for the caller to judge', async () => {
    const inner = makeZip([{ name: 'a.csv', content: 'a' }])
    expect((await unpackedFrom([{ name: 'inner.zip', content: inner }])).map(({ name }) => name)).toEqual(['inner.zip'])
  })
})

describe('an archive is refused', () => {
  it.each<[string, readonly MadeEntry[], MadeZip | undefined, RegExp]>([
    ['without files', [], undefined, /holds no file/],
    ['with only directories', [{ name: 'logs/' }], undefined, /holds no file/],
    [
      'with a password',
      [{ name: 'a.csv', content: 'abc', flags: 0x801 }],
      undefined,
      /a\.csv is locked with a password/,
    ],
    ['with strong encryption', [{ name: 'a.csv', content: 'abc', flags: 0x841 }], undefined, /broken|locked/],
    ['packed in another way', [{ name: 'a.csv', content: 'abc', method: 9 }], undefined, /a\.csv .*\(method 9\)/],
    ['with a wrong checksum', [{ name: 'a.csv', content: 'abc', says: { crc: 1 } }], undefined, /checksum is wrong/],
    [
      'when a file is larger than it says',
      [{ name: 'a.csv', content: 'abcdef', says: { size: 3 } }],
      undefined,
      /not as large/,
    ],
    [
      'when a file is smaller than it says',
      [{ name: 'a.csv', content: 'abc', says: { size: 9 } }],
      undefined,
      /not as large/,
    ],
    [
      'when a stored file lies about its size',
      [{ name: 'a.csv', content: 'abc', method: 0, says: { size: 2 } }],
      undefined,
      /broken/,
    ],
    [
      'that unpacks to 2 GB from a few bytes',
      [{ name: 'a.csv', content: 'abc', says: { size: 2e9 } }],
      undefined,
      /200 times/,
    ],
    [
      'with more than 100 GB',
      [{ name: 'a.csv', content: 'a', says: { size: 101e9, packed: 1e9 } }],
      { zip64: true },
      /100 GB/,
    ],
    [
      'with too many files',
      [{ name: 'a.csv', content: 'a' }],
      { zip64: true, count: 100_001 },
      /more than 100000 files/,
    ],
    ['with fewer files than it says', [{ name: 'a.csv', content: 'a' }], { count: 2 }, /broken/],
    [
      'when files share their bytes',
      [
        { name: 'a', content: 'abc' },
        { name: 'b', says: { at: 0 } },
      ],
      undefined,
      /lie over each other/,
    ],
    ['when a file lies outside it', [{ name: 'a', content: 'abc', says: { at: 1e6 } }], undefined, /broken/],
  ])('%s', async (_, entries, how, message) => {
    expect((await fault(entries, how)).message).toMatch(message)
  })

  it('that says it is small, before it has filled the disk', async () => {
    const zip = makeZip([{ name: 'a.csv', content: Buffer.alloc(5e6), says: { size: 10 } }])
    const folder = folderWith({ 'log.zip': zip })
    const files = unzipTo(join(folder, 'log.zip'), 'log.zip', folder)
    await expect(files.next()).rejects.toThrow('not as large')
    expect(statSync(join(folder, '0.unpacked')).size).toBeLessThan(1e6)
  })

  it('when it is cut anywhere', async () => {
    const whole = makeZip([{ name: 'a.csv', content: 'abc'.repeat(100) }])
    for (let length = 0; length < whole.length; length++) {
      await expect(unpacked(whole.subarray(0, length)), `${length} bytes`).rejects.toBeInstanceOf(Fault)
    }
  })

  it('when its content is damaged, and never otherwise than with a fault', async () => {
    const whole = makeZip([
      { name: 'a.csv', content: 'abc;'.repeat(50) },
      { name: 'b.csv', content: 'def', method: 0 },
    ])
    const byte = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(fc.array(byte, { minLength: 1, maxLength: 3 }), async (changes) => {
        const damaged = Buffer.from(whole)
        for (const { at, to } of changes) damaged[at] = to
        const files = await unpacked(damaged).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Fault)
        })
        for (const { content } of files ?? []) expect(['abc;'.repeat(50), 'def']).toContain(content)
      }),
      { numRuns: 300 },
    )
  })

  it('when it is no archive at all, and never otherwise than with a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await expect(unpacked(Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes]))).rejects.toBeInstanceOf(Fault)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a workbook', () => {
  const judged = (names: readonly string[]) => {
    const path = join(folderWith({}), 'x')
    writeFileSync(path, makeZip(names.map((name) => ({ name, content: 'x' }))))
    return isSpreadsheet(path, 'x')
  }

  it('is known by what it holds', async () => {
    expect(await judged(['[Content_Types].xml', 'xl/workbook.xml'])).toBe(true)
    expect(await judged(['xl\\workbook.xml'])).toBe(true)
    expect(await judged(['log.xml', 'other/xl/workbook.xml'])).toBe(false)
  })

  it.each(['xl/workbook.bin', 'word/document.xml', 'META-INF/manifest.xml'])('is none with %s', async (name) => {
    await expect(judged([name])).rejects.toThrow('x is a')
  })
})
