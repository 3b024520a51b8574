import { defineConfig } from 'vitest/config'

// DuckDB brings its own threads; two files at a time fill two cores.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2 },
})
