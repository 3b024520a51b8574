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
