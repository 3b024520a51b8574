import { readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'

/** Compares with the kept text; UPDATE_GOLDEN=1 writes it anew, to be read in review like code. */
export function expectGolden(text: string, name: string): void {
  const file = new URL(`golden/${name}`, import.meta.url)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}
