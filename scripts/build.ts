// npm run build: one ESM bundle in dist/ with the SQL and the profiles beside it; DuckDB stays a package of its own.
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'dist')

rmSync(dist, { recursive: true, force: true })
await build({
  entryPoints: [join(root, 'src/cli.ts')],
  outdir: dist,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  external: ['@duckdb/*'],
  legalComments: 'linked',
  // commander and date-holidays are CommonJS inside, and ask for require; pdfmake asks where it lies.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const __dirname = import.meta.dirname;",
  },
  logLevel: 'warning',
})
cpSync(join(root, 'src/queries'), join(dist, 'queries'), { recursive: true, filter: (path) => !path.endsWith('.ts') })
cpSync(join(root, 'src/rules/book'), join(dist, 'rules'), { recursive: true })
cpSync(join(root, 'src/ingest/profiles'), join(dist, 'profiles'), { recursive: true })
cpSync(join(root, 'src/reports/printed/fonts'), join(dist, 'fonts'), { recursive: true })
chmodSync(join(dist, 'cli.js'), 0o755)
