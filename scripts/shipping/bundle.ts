import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build, type BuildOptions, type Metafile, transform } from 'esbuild'
import { parse } from 'yaml'
import { shippedFolders } from '../../src/shipped/files.ts'

/**
 * The program as one file and the pieces that are loaded when a command needs them. Not minified: a hospital can read
 * what it runs, and a fault says where it happened.
 */
export function bundled(root: string, more: BuildOptions): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: [join(root, 'src/cli.ts')],
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    charset: 'utf8',
    logLevel: 'warning',
    ...more,
  }
}

/** The program as pieces that the executable can load: CommonJS by name, with what they bring along at run time. */
export async function executablePieces(root: string): Promise<{ pieces: Map<string, string>; metafile: Metafile }> {
  const library = join(root, 'src/shipped/duckdb.ts')
  const outdir = join(root, 'build/executable/code')
  const { outputFiles, metafile } = await build({
    ...bundled(root, { outdir, target: 'node24', alias: { '@duckdb/node-bindings': library }, legalComments: 'none' }),
    write: false,
    metafile: true,
  })
  const pieces = new Map<string, string>()
  for (const { path, text } of outputFiles.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node24',
      charset: 'utf8',
      // The pieces are loaded by the executable itself, which knows no import().
      supported: { 'dynamic-import': false },
      define: { 'import.meta.dirname': '__dirname' },
      logLevel: 'error',
    })
    pieces.set(relative(outdir, path), code)
  }
  return { pieces, metafile }
}

/** The files that the program reads, by what it calls them; YAML as JSON, which needs no parser of YAML. */
export function shippedFiles(root: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (const [name, from] of Object.entries(shippedFolders)) {
    const folder = join(root, 'src', from)
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = join(folder, path)
      if (path.endsWith('.ts') || !statSync(file).isFile()) continue
      const content = readFileSync(file)
      const isYaml = path.endsWith('.yaml')
      files.set(`${name}/${path}`, isYaml ? Buffer.from(JSON.stringify(parse(content.toString('utf8')))) : content)
    }
  }
  return files
}

/** Writes files into a folder, by their paths in it. */
export function writeFiles(files: ReadonlyMap<string, Buffer | string>, to: string): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    writeFileSync(join(to, path), content)
  }
}
