import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../harness/paths.ts'

/** The rows of the tables of a page: their cells. */
function rowsOf(page: string): string[][] {
  const rows = page.split('\n').filter((line) => line.startsWith('| '))
  return rows
    .map((line) => line.slice(2, -2).split(' | '))
    .filter(([first]) => !/^(who tries|what happens)/.test(first!))
}

/** Files of tests that a cell names, each with the tests that it names of it. */
function testsIn(cell: string): { readonly file: string; readonly tests: readonly string[] }[] {
  return cell.split(/; (?=`)/).map((part) => {
    const [, file = '', rest = ''] = /^`([^`]+)`(?:: (.+))?$/.exec(part.trim()) ?? []
    return { file, tests: [...rest.matchAll(/\*(.+?)\*(?=; \*|$)/g)].map((match) => match[1]!) }
  })
}

describe('the threats', () => {
  const rows = rowsOf(readFileSync(join(root, 'SECURITY.md'), 'utf8'))

  it('are all there: what is tried, what stops it, what does not, what shows it', () => {
    expect(rows.length).toBeGreaterThan(18)
    for (const row of rows) expect(row, row[0]).toHaveLength(4)
  })

  it.each(rows.map((row) => [row[0]!, row[3]!]))('%s: the tests that show it are there', (_, cell) => {
    for (const { file, tests } of testsIn(cell)) {
      expect(file).toMatch(/^test\/.+\.(?:test|check)\.ts$/)
      expect(existsSync(join(root, file)), file).toBe(true)
      const code = readFileSync(join(root, file), 'utf8')
      for (const test of tests) expect(code.includes(test), `${file} has no test "${test}"`).toBe(true)
    }
  })
})

describe('the look for named tests', () => {
  it('reads files with and without tests', () => {
    expect(testsIn('`test/a.test.ts`: *one; two*; *three*; `test/b.test.ts`')).toEqual([
      { file: 'test/a.test.ts', tests: ['one; two', 'three'] },
      { file: 'test/b.test.ts', tests: [] },
    ])
  })
})
