import { cpSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, type BuildOptions, type Metafile, transform } from 'esbuild'
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

/** Copies the files that the program reads, each kind to a folder of its own. */
export function copyShippedFiles(root: string, to: string): void {
  for (const [name, from] of Object.entries(shippedFolders)) {
    cpSync(join(root, 'src', from), join(to, name), { recursive: true, filter: (path) => !path.endsWith('.ts') })
  }
}

/** The files that the program reads: where they lie, by what it calls them. */
export function shippedFiles(root: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const [name, from] of Object.entries(shippedFolders)) {
    const folder = join(root, 'src', from)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile() && !entry.name.endsWith('.ts')) files.set(`${name}/${path.slice(folder.length + 1)}`, path)
    }
  }
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
