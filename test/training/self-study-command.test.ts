import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { run, scratchFolder } from '../harness/program.ts'
import { partsOf } from '../packet/read-cells.ts'

const make = (output: string, ...words: readonly string[]) =>
  run(['--lang', 'sv', '-o', output, 'train', 'new', '--self-study', ...words])

describe('train new --self-study', () => {
  it('writes one page, the same for the same seed, without any workspace', async () => {
    const [one, again, other] = ['a.html', 'b.html', 'c.html'].map((name) => join(scratchFolder(), name))
    expect((await make(one!, '--seed', '7')).code).toBe(0)
    expect((await make(again!, '--seed', '7')).code).toBe(0)
    expect((await make(other!, '--seed', '8')).code).toBe(0)
    expect(readFileSync(again!, 'utf8')).toBe(readFileSync(one!, 'utf8'))
    expect(readFileSync(other!, 'utf8')).not.toBe(readFileSync(one!, 'utf8'))
    expect(readFileSync(one!, 'utf8')).toContain('Öva loggkontroll på egen hand')
    expect(statSync(one!).mode & 0o777).toBe(0o600)
  })

  it('writes a package for a learning platform, with the same page in it', async () => {
    const folder = scratchFolder()
    expect((await make(join(folder, 'ovning.zip'), '--seed', '7')).code).toBe(0)
    expect((await make(join(folder, 'ovning.html'), '--seed', '7')).code).toBe(0)
    const bytes = readFileSync(join(folder, 'ovning.zip'))
    const parts = await partsOf(bytes)
    expect([...parts.keys()]).toEqual(['imsmanifest.xml', 'index.html'])
    expect(parts.get('index.html')).toBe(readFileSync(join(folder, 'ovning.html'), 'utf8'))
    const found: Record<string, string>[] = []
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ local, uri, attributes }) => {
      const own = Object.fromEntries(Object.values(attributes).map((one) => [one.local, one.value]))
      found.push({ ...own, element: local, uri })
    })
    parser.write(parts.get('imsmanifest.xml')!).close()
    expect(new Set(found.map(({ uri }) => uri))).toEqual(new Set(['http://www.imsproject.org/xsd/imscp_rootv1p1p2']))
    const of = (element: string) => found.find((one) => one.element === element)
    expect(of('resource')).toMatchObject({ scormtype: 'sco', href: 'index.html', type: 'webcontent' })
    expect(of('item')?.['identifierref']).toBe(of('resource')?.['identifier'])
    expect(of('organizations')?.['default']).toBe(of('organization')?.['identifier'])
    expect(of('file')?.['href']).toBe('index.html')
    // What SCORM 1.2 asks for: the version, and that everything named lies in the package.
    expect(parts.get('imsmanifest.xml')).toMatch(/<schema>ADL SCORM<\/schema>\s*<schemaversion>1\.2<\/schemaversion>/)
    expect(found.filter(({ href }) => href !== undefined && !parts.has(href))).toEqual([])
    for (const element of ['manifest', 'organization', 'item', 'resource'])
      expect(of(element)?.['identifier']).toMatch(/^[A-Za-z][\w.-]*$/)
    expect(found.filter(({ element }) => element === 'title')).toHaveLength(2)
    const twice = join(folder, 'twice.zip')
    await make(twice, '--seed', '7')
    expect(readFileSync(twice).equals(bytes)).toBe(true)
  })

  it('speaks the language asked for, and writes nothing else than these two', async () => {
    const folder = scratchFolder()
    await run(['--lang', 'en', '-o', join(folder, 'a.html'), 'train', 'new', '--self-study'])
    expect(readFileSync(join(folder, 'a.html'), 'utf8')).toContain('Practise log review on your own')
    const wrong = await make(join(folder, 'ovning.pdf'))
    expect([wrong.code, wrong.err]).toEqual([64, expect.stringContaining('-o ovning.html')])
  })
})
