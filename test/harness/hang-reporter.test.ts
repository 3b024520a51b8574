import process from 'node:process'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TestCase, TestModule } from 'vitest/node'
import { HangReporter } from './hang-reporter.ts'

const file = { moduleId: 'long.test.ts' } as TestModule
const test = (timeout?: number): TestCase => ({ module: file, fullName: 'kills', options: { timeout } }) as TestCase
const minute = 60_000

let told = ''
let ended = 0
beforeEach(() => {
  told = ''
  ended = 0
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation((text) => void (told += String(text)))
  vi.spyOn(process, 'exit').mockImplementation(() => {
    ended++
    // It would be told of again each time: nothing ends here.
    vi.clearAllTimers()
    return undefined as never
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function reporterAt(...steps: readonly ((reporter: HangReporter) => void)[]): void {
  const reporter = new HangReporter()
  reporter.onTestRunStart()
  for (const step of steps) step(reporter)
}

it('waits for a test twice as long as the test may take', () => {
  reporterAt((one) => one.onTestCaseReady(test(20 * minute)))
  vi.advanceTimersByTime(39 * minute)
  expect(ended).toBe(0)
  vi.advanceTimersByTime(2 * minute)
  expect(ended).toBe(1)
  expect(told).toContain('40 minutes in long.test.ts, last heard of: kills')
})

it('waits ten minutes for a test that says nothing of its time, and for a file between two tests', () => {
  reporterAt(
    (one) => one.onTestModuleQueued(file),
    (one) => one.onTestCaseReady(test()),
  )
  vi.advanceTimersByTime(9 * minute)
  expect(ended).toBe(0)
  vi.advanceTimersByTime(2 * minute)
  expect(ended).toBe(1)
})

it('ends a run that a process holds after the last file, but none in which a file is at work', () => {
  reporterAt(
    (one) => one.onTestCaseReady(test(20 * minute)),
    (one) => one.onTestModuleEnd(file),
  )
  vi.advanceTimersByTime(11 * minute)
  expect(ended).toBe(1)
  expect(told).toContain('left behind')
})
