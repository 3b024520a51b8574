import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { askCase, type CaseRow, isWrong, lackingCases } from '../../src/commands/rule-cases.ts'
import { normalisePersonId } from '../../src/model/person-id.ts'
import { rules } from '../../src/rules/index.ts'
import { untouchedWorkspace } from '../harness/program.ts'

// The cases of a rule are `test/rules/<rule>/<case>/`; commands/rule-cases.ts says what stands there. `rules test` asks a
// workspace's own rules the same way.
const here = import.meta.dirname
const foldersIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : []

describe.each([...rules])('$id', (rule) => {
  const all: CaseRow[] = []
  for (const name of foldersIn(join(here, rule.id))) {
    it(`answers ${name}`, async () => {
      const rows = await askCase(rule, rules, join(here, rule.id, name), name, await untouchedWorkspace())
      all.push(...rows)
      expect(
        rows.filter(isWrong).map(({ row, said, expect: word, severity }) => ({ row, said, word, severity })),
      ).toEqual([])
    })
  }

  it('has a lookup to flag, one to clear, one that it cannot tell, and near misses', () => {
    expect(lackingCases(all)).toEqual([])
    expect(all.filter(({ expect: word, because }) => word !== 'part' && because === '')).toEqual([])
    expect(foldersIn(join(here, rule.id))).toContain('near-miss')
  })
})

it('has no cases of a rule that is not in the book', () => {
  expect(foldersIn(here).toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
})

it("every personal number is one of Skatteverket's test numbers", () => {
  const list = readFileSync(join(here, '../../scripts/samples/test-numbers.txt'), 'utf8')
  const free = new Set(list.split('\n').filter((line) => /^\d{12}$/.test(line)))
  const tables = readdirSync(join(here, '..'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(?:rules|reasons|audit)\/.*\.csv$/.test(path),
  )
  const cells = tables.flatMap((path) => parse(readFileSync(join(here, '..', path))).flat())
  const numbers = cells.map((cell) => normalisePersonId(cell, '2026-06-01'))
  const real = numbers.filter(({ id, type }) => /^(?:personal|coordination)_number$/.test(type) && !free.has(id))
  expect(real.map(({ id }) => id)).toEqual([])
})
