// npm run build: one ESM bundle in dist/ with the files that it reads beside it; DuckDB stays a package of its own.
import { resolve } from 'node:path'
import { buildBundle } from './shipping/dist.ts'

await buildBundle(resolve(import.meta.dirname, '..'))
