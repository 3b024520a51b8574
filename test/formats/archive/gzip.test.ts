import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { gunzipTo } from '../../../src/formats/archive/gzip.ts'
import { growthGuard } from '../../../src/formats/archive/growth.ts'
import { Fault } from '../../../src/model/fault.ts'
import { folderWith } from '../../harness/program.ts'

async function unpacked(packed: Buffer): Promise<Buffer> {
  const folder = folderWith({ 'log.csv.gz': packed })
  const target = join(folder, 'log.csv')
  await gunzipTo(join(folder, 'log.csv.gz'), 'log.csv.gz', target)
  if (process.platform !== 'win32') expect(statSync(target).mode & 0o777).toBe(0o600)
  return readFileSync(target)
}

const text = Buffer.from('tid;användare\n'.repeat(40_000))

describe('a gzip file', () => {
  it('is unpacked', async () => {
    expect((await unpacked(gzipSync(text))).equals(text)).toBe(true)
    expect(await unpacked(gzipSync(''))).toHaveLength(0)
  })

  it('may have several members, and end with zeros as tapes do', async () => {
    const members = Buffer.concat([gzipSync('a'), gzipSync(text), gzipSync('b')])
    const whole = Buffer.concat([Buffer.from('a'), text, Buffer.from('b')])
    expect((await unpacked(members)).equals(whole)).toBe(true)
    expect((await unpacked(Buffer.concat([members, Buffer.alloc(700_000)]))).equals(whole)).toBe(true)
  })

  it.each([
    ['text', Buffer.from('more')],
    ['text after zeros', Buffer.concat([Buffer.alloc(9), Buffer.from('more')])],
    ['another file after zeros', Buffer.concat([Buffer.alloc(600_000), gzipSync('lost')])],
    ['the beginning of a member', Buffer.from([0x1f])],
    ['the header of a member', gzipSync('x').subarray(0, 9)],
  ])('is refused with %s after it: nothing is lost without a word', async (_, rest) => {
    await expect(unpacked(Buffer.concat([gzipSync(text), rest]))).rejects.toBeInstanceOf(Fault)
  })

  it('is refused when it is cut anywhere', async () => {
    const packed = gzipSync('a short log')
    for (let length = 0; length < packed.length; length++) {
      await expect(unpacked(packed.subarray(0, length))).rejects.toThrow('log.csv.gz is cut')
    }
  })

  it('is refused when its content is damaged, or gives it whole where the bit said nothing', async () => {
    const content = Buffer.from('a log;'.repeat(30))
    const packed = gzipSync(content)
    const place = fc.integer({ min: 10, max: packed.length - 1 })
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = Buffer.from(packed)
        damaged[at]! ^= change
        const result = await unpacked(damaged).catch((error: unknown) => error)
        expect(result instanceof Fault || content.equals(result as Buffer)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('is refused when it is a bomb, before the disk is full', async () => {
    const bomb = gzipSync(Buffer.alloc(160e6), { level: 6 })
    const folder = folderWith({ 'bomb.gz': bomb })
    const target = join(folder, 'bomb')
    await expect(gunzipTo(join(folder, 'bomb.gz'), 'bomb.gz', target)).rejects.toThrow('200 times its size')
    expect(statSync(target).size).toBeLessThan(101e6)
  })

  it('tells a failing disk from a broken file', async () => {
    const folder = folderWith({ 'a.gz': gzipSync('a') })
    const nowhere = join(folder, 'none', 'a')
    await expect(gunzipTo(join(folder, 'a.gz'), 'a.gz', nowhere)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('what is unpacked', () => {
  it('may be 200 times its size, small files more, and 100 GB at most', () => {
    growthGuard('x', 500_000)(100e6)
    growthGuard('x', 1)(100e6)
    expect(() => growthGuard('x', 500_000)(100e6 + 1)).toThrow('200 times')
    const grow = growthGuard('x', 90e9)
    grow(100e9)
    expect(() => grow(1)).toThrow('100 GB')
  })
})
