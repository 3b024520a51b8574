import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { licencesFile } from '../../src/shipped/files.ts'
import { bundled, shippedFiles, writeFiles } from './bundle.ts'
import { licencesText } from './notices.ts'
import { bundledParts, fontPart, holidaysPart, type Part } from './parts.ts'

/**
 * Makes `dist/`, for a Node that is there.
 * @param dist another folder to make it in, below the root: DuckDB is found from there
 * @returns what it holds of others', but for DuckDB, which is installed beside it
 */
export async function buildBundle(root: string, dist = join(root, 'dist')): Promise<Part[]> {
  rmSync(dist, { recursive: true, force: true })
  const { metafile } = await build({
    ...bundled(root, {
      outdir: dist,
      target: 'node22',
      external: ['@duckdb/*'],
      legalComments: 'none',
      // commander is CommonJS inside, and asks for require; pdfmake asks where it lies.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const __dirname = import.meta.dirname;",
      },
    }),
    metafile: true,
  })
  writeFiles(shippedFiles(root), dist)
  const parts = [...bundledParts(root, metafile), fontPart(root), holidaysPart(root)]
  writeFileSync(join(dist, licencesFile), licencesText(root, parts))
  chmodSync(join(dist, 'cli.js'), 0o755)
  return parts
}
