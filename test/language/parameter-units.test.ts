import { expect, it } from 'vitest'
import { rulePageWords } from '../../src/language/rule-page.ts'
import { rulePage } from '../../src/reports/rule-page.ts'
import { ruleById, rules } from '../../src/rules/index.ts'

it('each unit of a parameter of the rules has its word in Swedish, and no other', () => {
  const units = rules.flatMap(({ file }) => Object.values(file.parameters).map(({ unit }) => unit))
  expect(Object.keys(rulePageWords('sv').units).toSorted()).toEqual([...new Set(units)].toSorted())
})

it('the page of a rule says the unit in its language', () => {
  const rule = ruleById('many-units')!
  expect(rulePage(rule, 'sv', '')).toContain('| enheter om dagen |')
  expect(rulePage(rule, 'en', '')).toContain('| units a day |')
})
