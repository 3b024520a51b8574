// npm run build: one ESM bundle in dist/ with the SQL and the profiles beside it; DuckDB stays a package of its own.
import { chmodSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { bundled, copyShippedFiles } from './shipping/bundle.ts'

const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
await build(
  bundled(root, {
    outdir: dist,
    target: 'node22',
    external: ['@duckdb/*'],
    legalComments: 'linked',
    // commander and date-holidays are CommonJS inside, and ask for require; pdfmake asks where it lies.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const __dirname = import.meta.dirname;",
    },
  }),
)
copyShippedFiles(root, dist)
chmodSync(join(dist, 'cli.js'), 0o755)
