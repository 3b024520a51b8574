import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { headOf } from '../../../src/formats/head.ts'
import { rivAccessLog } from '../../../src/formats/riv/access-log.ts'
import { Fault } from '../../../src/model/fault.ts'
import { root } from '../../harness/paths.ts'
import { collect, sourceOf } from '../collecting-sink.ts'
import { patients } from './messages.ts'

const folder = join(root, '../shared/vectors/rivta')
const folders = ['ehr-log-1.2-tkb-skeletons', 'ehr-log-1.2', 'informationsecurity-auditing-log']
const files = folders
  .map((name) => join(folder, name))
  .filter((path) => existsSync(path))
  .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
if (files.length === 0) console.warn(`skipped: the published messages of the log contracts are not in ${folder}`)

/** The skeletons hold a question mark for each value; as an answer they need a result code, and times. */
const filled = (text: string) =>
  text
    .replace(/(ResultCode>)\?/, '$1OK')
    .replace(/((?:Start|End)Interval>)\?/g, '$12026-01-01T00:00:00')
    .replaceAll('>?<', '>text<')

describe.skipIf(files.length === 0)('the published schemas and message skeletons of the log contracts', () => {
  it.each(files)('%s is read or refused in words', async (path) => {
    const source = sourceOf(readFileSync(path, 'utf8'))
    rivAccessLog.recognises(await headOf(source, 'xml'))
    const ended = await rivAccessLog.read(source, collect(), { patient: patients[0] }).catch((error: unknown) => error)
    if (ended !== undefined) expect(ended).toBeInstanceOf(Fault)
  })

  const skeletons = files.filter((path) => path.endsWith('.xml'))
  it.each(skeletons)('%s is known, and read when it is a log', async (path) => {
    const name = path.split('/').at(-1)!
    const source = sourceOf(filled(readFileSync(path, 'utf8')))
    expect(rivAccessLog.recognises(await headOf(source, 'xml'))).toBe(true)
    const sink = collect()
    const reading = rivAccessLog.read(source, sink, { patient: patients[0] })
    if (/^StoreLogRequest|^Get(Access)?Logs\w*Response/.test(name)) {
      await reading
      expect(sink.rows).toHaveLength(1)
      expect(sink.deviations).toEqual({})
      expect(sink.spans).toHaveLength(name.startsWith('Get') ? 1 : 0)
      expect(Object.keys(sink.rows[0]!.values).length).toBeGreaterThan(name.includes('Access') ? 8 : 18)
    } else await expect(reading).rejects.toThrow(/is no log but/)
  })
})
