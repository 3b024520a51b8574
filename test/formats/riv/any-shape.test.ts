import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Fault } from '../../../src/model/fault.ts'
import { rivAccessLog } from '../../../src/formats/riv/access-log.ts'
import { collect, type Row, sourceOf } from '../collecting-sink.ts'
import { entry, escape, type Node, pascal, patients, reportResult, resource, withText } from './messages.ts'

const entries: Node[] = [
  entry,
  withText(entry, 'activityType', 'Nödöppning'),
  ['log', [...(entry[1] as Node[]), ['resources', patients.slice(1).map(resource)]]],
]
const older = (node: Node): Node => [`${node[0]}Request`, node[1]]
const answers: readonly Node[] = [
  ['GetLogsResponse', [['logsResult', [reportResult('OK'), ['logs', entries]]]]],
  ['StoreLog', entries],
  pascal(older(['StoreLog', entries])),
]

async function readText(text: string) {
  const sink = collect()
  await rivAccessLog.read(sourceOf(text), sink, { patient: patients[0] })
  return sink
}

/** How a system may write one and the same message. */
interface Manner {
  readonly prefix: string
  readonly gap: string
  readonly cdata: boolean
  readonly strangers: boolean
}
const manner: fc.Arbitrary<Manner> = fc.record({
  prefix: fc.constantFrom('', 'ns0:', 'urn_1.x:'),
  gap: fc.constantFrom('', ' ', '\n', '\r\n\t', '<!-- log -->', '<?x y?>'),
  cdata: fc.boolean(),
  strangers: fc.boolean(),
})

const stranger = '<e:extra xmlns:e="urn:e" e:extension="1"><e:extension>1</e:extension>x<e:note/></e:extra>'

/** @param shuffled picks the order of the children; those of a list keep theirs, since it is the order of the rows */
function write([name, content]: Node, as: Manner, shuffled: (of: readonly Node[]) => readonly Node[]): string {
  const tag = as.prefix + name
  if (typeof content === 'string') {
    const text = as.cdata ? `<![CDATA[${content.replaceAll(']]>', '')}]]>` : escape(content)
    return `<${tag}\n a="1">${as.gap}${text}</${tag} >`
  }
  const ordered = /^(logs|storelog(request)?|resources|log)$/i.test(name) ? content : shuffled(content)
  const inner = ordered.map((node) => write(node, as, shuffled))
  if (as.strangers) inner.splice(inner.length >> 1, 0, stranger)
  return `<${tag}>${as.gap}${inner.join(as.gap)}${as.gap}</${tag}>`
}

const plain: Manner = { prefix: '', gap: '\n', cdata: false, strangers: false }
const asWritten = (node: Node) => write(node, plain, (of) => of)

it('the order of elements, prefixes, gaps, sections and strangers change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...answers),
      manner,
      fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      async (answer, as, keys) => {
        let turn = 0
        const shuffled = (of: readonly Node[]) => {
          const keyed = of.map((node) => ({ node, key: keys[turn++ % keys.length]! % 97 }))
          return keyed.toSorted((a, b) => a.key - b.key).map(({ node }) => node)
        }
        const sink = await readText(write(answer, as, shuffled))
        const wanted = await readText(asWritten(answer))
        expect(wanted.rows).toHaveLength(5)
        expect(sink.rows).toEqual(wanted.rows)
        expect(sink.spans).toEqual(wanted.spans)
        expect(sink.deviations).toEqual(wanted.deviations)
        expect(sink.rejects).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
})

it('a message cut anywhere is refused by its line, and what was read of it until then was right', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...answers), fc.double({ min: 0, max: 1, noNaN: true }), async (answer, part) => {
      const text = asWritten(answer)
      const cut = text.slice(0, Math.floor(text.length * part))
      const wanted = (await readText(text)).rows
      const sink = collect()
      const ended = await rivAccessLog.read(sourceOf(cut), sink, {}).then(
        () => 'read',
        (error: unknown) => error,
      )
      const whole: readonly Row[] = ended === 'read' ? wanted : wanted.slice(0, sink.rows.length)
      expect(sink.rows).toEqual(whole)
      if (ended === 'read') expect(cut).toBe(text)
      else {
        expect(ended).toBeInstanceOf(Fault)
        expect(ended).toMatchObject({ exit: 65, message: expect.stringMatching(/^made-up.txt, line \d+/) as unknown })
      }
    }),
    { numRuns: 300 },
  )
})
