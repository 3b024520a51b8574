import { defineConfig } from 'vitest/config'
import { ClosingReporter } from './test/harness/closing-reporter.ts'

// DuckDB brings its own threads; two files at a time fill two cores.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', new ClosingReporter()],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
