import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { root } from '../harness/paths.ts'

it('before a command is known, nothing is loaded but what reads the command line', async () => {
  const { metafile } = await build({
    entryPoints: [join(root, 'src/cli.ts')],
    outdir: join(root, 'dist'),
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  const loaded = new Set<string>()
  const packages = new Set<string>()
  const load = (file: string) => {
    if (loaded.has(file)) return
    loaded.add(file)
    for (const { path, kind, external } of metafile.outputs[file]!.imports) {
      if (kind !== 'import-statement') continue
      if (!external) load(path)
      else if (!path.startsWith('node:')) packages.add(path)
    }
  }
  load(Object.keys(metafile.outputs).find((file) => metafile.outputs[file]!.entryPoint?.endsWith('src/cli.ts'))!)
  expect([...packages]).toEqual(['commander'])
})

it('of a CommonJS package that is loaded late, only the default is taken: a bundle knows no other name', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const late = files.flatMap((file) => {
    const text = readFileSync(join(root, 'src', file), 'utf8')
    return [...text.matchAll(/^.*import\('([^'.][^']*)'\).*$/gm)].map(([line, name]) => ({ file, line, name: name! }))
  })
  expect(late.length).toBeGreaterThan(4)
  const wrong = late.filter(({ line, name }) => isCommonJs(name) && !/\.default\b|\bdefault:/.test(line))
  expect(wrong).toEqual([])
})

function isCommonJs(name: string): boolean {
  if (name.startsWith('node:')) return false
  const manifest = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
    type?: string
  }
  return !import.meta.resolve(name).endsWith('.mjs') && manifest.type !== 'module'
}
