import { defineConfig } from 'vitest/config'
import { ClosingReporter } from './test/harness/closing-reporter.ts'
import { HangReporter } from './test/harness/hang-reporter.ts'
import { LongestFirst } from './test/harness/longest-first.ts'
import { quickFolder } from './test/harness/quick-folder.ts'

// DuckDB brings its own threads; two files at a time fill two cores.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', new ClosingReporter(), new HangReporter()],
    // No test measures time: this is only for what hangs, and a machine that others use too may be ten times slower.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    env: { TMPDIR: quickFolder() },
    sequence: { sequencer: LongestFirst },
  },
})
