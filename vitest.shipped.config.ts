import { defineConfig } from 'vitest/config'
import { ClosingReporter } from './test/harness/closing-reporter.ts'

// What is tried as its users get it: packed, installed, in a folder of its own. Built first, so apart from the other tests.
export default defineConfig({
  test: {
    include: ['test/shipped/**/*.check.ts'],
    reporters: ['default', new ClosingReporter()],
    testTimeout: 600_000,
    hookTimeout: 180_000,
    maxWorkers: 1,
  },
})
