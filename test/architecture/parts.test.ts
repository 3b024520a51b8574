import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { bundled } from '../../scripts/shipping/bundle.ts'
import { licenceOf } from '../../scripts/shipping/licence.ts'
import { billOfMaterials, licencesText } from '../../scripts/shipping/notices.ts'
import { bundledParts, duckdbPart, fontPart, holidaysPart, nodePart } from '../../scripts/shipping/parts.ts'
import { targets } from '../../scripts/shipping/targets.ts'
import { folderWith } from '../harness/program.ts'
import { root } from '../harness/paths.ts'

describe('what is shipped of others', () => {
  it('is known in name, version and licence, each under one that we may pass on', async () => {
    const options = bundled(root, { outdir: root, external: ['@duckdb/node-bindings'] })
    const { metafile } = await build({ ...options, write: false, metafile: true })
    const target = targets['linux-x64']
    const parts = [
      ...bundledParts(root, metafile),
      duckdbPart(root, target),
      fontPart(root),
      holidaysPart(root),
      nodePart(root, target, process.execPath),
    ]
    const document = JSON.parse(billOfMaterials(root, parts)) as {
      components: { 'bom-ref': string; name: string; components?: { 'bom-ref': string; name: string }[] }[]
    }
    const all = document.components.flatMap((one) => [one, ...(one.components ?? [])])
    expect(new Set(all.map((one) => one['bom-ref'])).size).toBe(all.length)
    const names = all.map(({ name }) => name)
    for (const name of ['zod', 'commander', 'pdfmake', 'duckdb', 'roboto', 'date-holidays', 'openssl'])
      expect(names).toContain(name)
    const text = licencesText(root, parts)
    for (const { name, version } of parts) expect(text).toContain(`\n${name} ${version}: `)
    expect(text).toContain('Copyright Node.js contributors')
    expect(text).toContain('Copyright 2011 The Roboto Project Authors')
  })

  it('is no package without a licence, or under one that we may not pass on', () => {
    const of = (manifest: object, files = {}) =>
      licenceOf(folderWith({ 'package.json': JSON.stringify(manifest), ...files }))
    expect(() => of({ name: 'none' })).toThrow('none does not say under which licence it is')
    expect(() => of({ name: 'copyleft', license: 'GPL-3.0' })).toThrow('copyleft is under GPL-3.0')
    expect(() => of({ name: 'both', license: '(MIT AND SSPL-1.0)' })).toThrow('both is under SSPL-1.0')
    expect(() => of({ name: 'bare', license: 'Apache-2.0', author: 'A' })).toThrow(
      'bare is under Apache-2.0, and has no text',
    )
    expect(of({ name: 'short', license: 'MIT', author: 'A. Author' }).text).toContain('Copyright (c) A. Author')
    const noticed = of({ name: 'noticed', license: 'MIT' }, { 'LICENSE.md': 'may', 'NOTICE.txt': 'thanks' })
    expect(noticed).toEqual({ licence: 'MIT', text: 'may\n\nthanks' })
  })

  it('has the licence of the fonts that the fonts themselves name', () => {
    const font = readFileSync(join(root, 'src/reports/printed/fonts/Roboto-Regular.ttf'))
    expect(font.includes(Buffer.from('SIL Open Font License', 'utf16le').swap16())).toBe(true)
  })
})
