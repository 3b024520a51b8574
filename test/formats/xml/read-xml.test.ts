import { describe, expect, it } from 'vitest'
import { limits } from '../../../src/formats/limits.ts'
import { child, children, textAt, type XmlElement } from '../../../src/formats/xml/element.ts'
import { readXml } from '../../../src/formats/xml/read-xml.ts'
import { sourceOf } from '../collecting-sink.ts'

interface Found {
  readonly records: XmlElement[]
  readonly leaves: string[]
  readonly asked: string[]
  readonly flushes: () => number
}

/** Reads with elements named `r` as records. */
async function readAll(text: string | Iterable<string>, pieceSize?: number): Promise<Found> {
  const [records, leaves, asked]: [XmlElement[], string[], string[]] = [[], [], []]
  let flushes = 0
  await readXml(sourceOf(text, pieceSize, 'log.xml'), {
    isRecord(name, parent) {
      asked.push(`${parent}/${name}`)
      return name === 'r'
    },
    record: (element) => void records.push(element),
    leaf: (path, value) => void leaves.push(`${path.join('/')}=${value}`),
    flush: () => Promise.resolve(void flushes++),
  })
  return { records, leaves, asked, flushes: () => flushes }
}

/** A record as text: name, attributes, children, and its own text. */
function shown({ name, attributes, children: inner, text }: XmlElement): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}=${value}`)
  return `${name}${given.join('')}(${inner.map(shown).join(',')})${text.trim()}`
}

const only = async (text: string) => (await readAll(text)).records.map(shown).join(' ')

describe('reading XML', () => {
  it('gives records whole, and what stands outside them by path', async () => {
    const { records, leaves, asked } = await readAll(
      '<x:e xmlns:x="u"><x:code> OK </x:code><empty/><x:l>text<r>1</r>and<r/></x:l><more><deep>2</deep></more></x:e>',
    )
    expect(records.map(shown)).toEqual(['r()1', 'r()'])
    expect(leaves).toEqual(['e/code=OK', 'e/empty=', 'e/more/deep=2'])
    expect(asked).toEqual(['/e', 'e/code', 'e/empty', 'e/l', 'l/r', 'l/r', 'e/more', 'more/deep'])
  })

  it('may have a record as its root, and records in a record as parts of it', async () => {
    expect(await only('<r><r>a</r></r>')).toBe('r(r()a)')
  })

  it('takes references, sections and texts around comments as one text', async () => {
    expect(await only('<r>&lt;&#229;&#x1F600;<![CDATA[<b>&amp;]]><!-- no -->&gt;<?x y?>.</r>')).toBe(
      'r()<å😀<b>&amp;>.',
    )
    expect((await readAll('<a><b>1<!-- -->2</b></a>')).leaves).toEqual(['a/b=12'])
  })

  it('takes attributes by local name without declarations, the element’s own before another’s', async () => {
    expect(await only('<r xmlns="u" xmlns:x="v" x:type="q" type="t" x:id="1" xmlnsfoo="2" x:xmlnsfoo="3"/>')).toBe(
      'r type=t id=1 xmlnsfoo=2()',
    )
    expect(await only('<r x:type="q" a="&quot;\n&#10;" b=\'>\'/>')).toBe('r type=q a=" \n b=>()')
    expect(await only('<r __proto__="1" constructor="2"><toString/></r>')).toBe('r constructor=2(toString())')
  })

  it('reads a declaration after blank lines and a byte order mark', async () => {
    expect(await only('\uFEFF<?xml version="1.0" encoding="ISO-8859-1"?>\r\n<r>å</r>\r\n')).toBe('r()å')
    expect(await only('\n\n<?xml version="1.0"?><r/>')).toBe('r()')
  })

  it('waits for the disk after each piece of a file', async () => {
    const pieces = [`<a>${' '.repeat(70_000)}`, `<r/>${' '.repeat(70_000)}`, '</a>']
    expect((await readAll(pieces)).flushes()).toBe(3)
  })
})

describe('finding in an element', () => {
  it('knows the first letter in either case, and no other', async () => {
    const [r] = (await readAll('<r><LogId> 1 </LogId><logId>2</logId><LOGID>3</LOGID><b> <c/> </b></r>')).records
    expect(textAt(r, 'logId')).toBe('1')
    expect(children(r, 'LogId').map(({ text }) => text)).toEqual([' 1 ', '2'])
    expect(child(r, 'logid')).toBeUndefined()
    expect(textAt(r, 'b')).toBeUndefined()
    expect(textAt(r, 'b', 'c')).toBeUndefined()
    expect(textAt(undefined, 'b')).toBeUndefined()
    expect(children(undefined, 'b')).toEqual([])
  })
})

const secret = 'Anna'
describe('XML that is refused, by its line', () => {
  it.each([
    ['cut in a record', `<a>\n<r>${secret}`, /^log.xml, line 2, column \d+: the file ends before/],
    ['cut in a tag', '<a>\n<r b="', /line 2, column \d+: the file ends before/],
    ['cut before its last mark', '<a>\n<r/>\n</a', /line 3, column \d+: the file ends before/],
    ['empty', '', /line 1, column \d+: the file ends before/],
    ['blank', ' \n ', /the file ends before/],
    ['crossed', `<a>\n<r>${secret}</a></r>`, /line 2, column \d+: the XML is broken here/],
    ['with an entity of its own', `<a>\n\n&${secret};</a>`, /line 3, column \d+: the XML is broken here/],
    ['with a name of the language it is read in as an entity', '<a>&toString;</a>', /broken/],
    ['with a bare &', `<a>${secret} & co; </a>`, /broken/],
    ['with a character that is none', '<a>\0</a>', /broken/],
    ['with the end of a section that never began', `<a>${secret}]]></a>`, /broken/],
    ['with an attribute twice', '<a b="1" b="2"/>', /broken/],
    ['with two roots', '<a/><a/>', /broken/],
    ['with text after its end', `<a/>${secret}`, /broken/],
    ['with a document type', '<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', /line 1, column \d+: .*DOCTYPE/],
    ['with a document type after a comment', '<!-- x -->\n<!DOCTYPE a><a/>', /line 2, column \d+: .*DOCTYPE/],
  ])('%s', async (_, text, cause) => {
    const fault = await readAll(text).catch((error: unknown) => error)
    expect(fault).toMatchObject({ exit: 65, message: expect.stringMatching(cause) as unknown })
    expect(String(fault)).not.toContain(secret)
    expect(String((fault as Error).cause)).not.toContain(secret)
  })

  it('a billion laughs, before the first', async () => {
    const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`)
    const text = `<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY l0 "ha">${laughs.join('')}]>\n<a>&l10;</a>`
    await expect(readAll(text)).rejects.toThrow(/line 2, column \d+: .*DOCTYPE/)
  })

  it('deeper than a log is, in records and outside them', async () => {
    const nest = (name: string, depth: number) => `<${name}>`.repeat(depth) + `</${name}>`.repeat(depth)
    await expect(readAll(nest('a', limits.depth))).resolves.toMatchObject({ records: [] })
    await expect(readAll(nest('r', limits.depth))).resolves.toMatchObject({ records: [{ name: 'r' }] })
    await expect(readAll(nest('a', limits.depth + 1))).rejects.toThrow(/200 deep/)
    await expect(readAll(nest('r', limits.depth + 1))).rejects.toThrow(/200 deep/)
    await expect(readAll(`<a>${nest('r', limits.depth)}</a>`)).rejects.toThrow(/200 deep/)
  })
})

/** A file larger than memory should hold: a beginning, then the same piece without end, counted. */
function endless(begin: string, piece: string) {
  const given = { characters: 0 }
  function* pieces() {
    yield begin
    for (let left = 100_000_000; left > 0; left -= piece.length) {
      given.characters += piece.length
      yield piece
    }
  }
  return { pieces: pieces(), given }
}

describe('a value without end is refused soon', () => {
  const long = 'x'.repeat(50_000)
  it.each([
    ['in a record', '<a><r>', long],
    ['outside records', '<a>', long],
    ['in an attribute', '<a><r b="', long],
    ['in a name', '<', long],
    ['in a comment', '<a><!--', long],
    ['in a section', '<a><r><![CDATA[', long],
    ['in an instruction', '<a><?x ', long],
    ['outside records between comments', '<a><b>', `${long}<!-- -->`],
    ['in white space before the beginning', '', ' '.repeat(50_000)],
  ])('%s', async (_, begin, piece) => {
    const { pieces, given } = endless(begin, piece)
    await expect(readAll(pieces)).rejects.toThrow(/a value is longer than 1 MB/)
    expect(given.characters).toBeLessThan(limits.value * 1.5)
  })

  it.each([
    ['of many short values', `<b>${'x'.repeat(1_000)}</b>`],
    ['of empty elements', '<b/>'.repeat(10_000)],
    ['of attributes', '<b c="" d="" e="" f=""/>'.repeat(1_000)],
    ['of comments between texts', `${'x'.repeat(1_000)}<!-- -->`],
  ])('and so is a record %s', async (_, piece) => {
    const { pieces, given } = endless('<a><r>', piece)
    await expect(readAll(pieces)).rejects.toThrow(/a record is longer than 16 MB/)
    expect(given.characters).toBeLessThan(limits.record * 1.5)
  })

  it('but not a file of many records', async () => {
    const record = `<r>${'x'.repeat(limits.value)}</r>`
    let records = 0
    const reading = {
      isRecord: (name: string) => name === 'r',
      record: () => void records++,
      flush: () => Promise.resolve(),
    }
    await readXml(sourceOf(['<a>', ...Array.from({ length: 20 }, () => record), '</a>']), reading)
    expect(records).toBe(20)
  })

  it('but a value within the limit is read, in one piece or many', async () => {
    const text = `<a><r>${'x'.repeat(limits.value)}</r></a>`
    for (const size of [10_000, text.length]) {
      const { records } = await readAll(text, size)
      expect(records[0]?.text).toHaveLength(limits.value)
    }
    await expect(readAll(`<a><r>${'x'.repeat(limits.value + 1)}</r></a>`, 2e6)).rejects.toThrow(/longer than 1 MB/)
  })
})

it('the same is read and the same line named, wherever the pieces of a file are cut', async () => {
  const record = (n: number) => `<r b="1 &gt; 2">\r\n<c/>å&#229;😀${n}<![CDATA[]] >]]></r>\n<!-- - -->`
  const sound = `<a>${Array.from({ length: 5_000 }, (_, n) => record(n)).join('')}</a>`
  const at = sound.lastIndexOf('</r>')
  const texts = [sound, `${sound.slice(0, at)}</q>${sound.slice(at + 4)}`, sound.slice(0, at)]
  for (const text of texts) {
    const said = (size: number) =>
      readAll(text, size).then(
        ({ records }) => records.map(shown).join('\n'),
        (error: unknown) => String(error),
      )
    const whole = await said(text.length)
    expect(whole).toMatch(text === sound ? /^r b=1 > 2\(c\(\)\)åå😀0\]\] >\n/ : /line 10000, column \d+/)
    for (let size = 65_536; size < 65_536 + 60; size += 7) expect((await said(size)) === whole).toBe(true)
  }
})
