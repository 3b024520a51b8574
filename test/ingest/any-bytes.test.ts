import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeZip } from '../formats/archive/make-zip.ts'
import { event } from '../formats/fhir/events.ts'
import { frame, line, message } from '../formats/atna/messages.ts'
import { root } from '../harness/paths.ts'
import { workspace } from '../harness/program.ts'
import { ingest, log } from './read.ts'

const samples = join(root, 'samples/sources')
const whole: readonly Buffer[] = [
  ...readdirSync(samples).map((name) => readFileSync(join(samples, name))),
  gzipSync(log({}, { record_id: 'b' })),
  makeZip([{ name: 'log.csv', content: log({}, { record_id: 'b' }) }]),
  Buffer.from([event(), event({ id: 'b' })].map((one) => JSON.stringify(one)).join('\n')),
  Buffer.from(`${line(message())}\n${line(message())}`),
  Buffer.from(frame(line(message())) + frame(line(message()))),
]

/** A change to a file: bytes taken out, put in, or written over at some place, in parts of a thousand. */
const change = fc.record({
  at: fc.nat(999),
  out: fc.oneof(fc.constant(0), fc.nat(300), fc.constant(100_000)),
  put: fc.oneof(
    fc.constant(Buffer.alloc(0)),
    fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)),
  ),
})

it('whatever happens to a file, it is read or refused in words, and each of its rows is accounted for', async () => {
  const folder = await workspace()
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      async (which, changes) => {
        let bytes = whole[which]!
        for (const { at, out, put } of changes) {
          const from = Math.floor((at / 1000) * bytes.length)
          bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + out)])
        }
        const { code, files, err } = await ingest(folder, { 'changed.file': bytes }, '--dry-run')
        expect([0, 65], err).toContain(code)
        if (code === 65) expect(err).toMatch(/^loggkoll: .*changed\.file/)
        for (const file of files) {
          expect(file.stored + file.duplicate + file.rejected + file.conflict).toBe(file.rows)
        }
      },
    ),
    { numRuns: 120 },
  )
})
