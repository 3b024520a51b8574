import { describe, expect, it } from 'vitest'
import { toolLock, toolRules } from '../../scripts/tool-rules.ts'
import { fingerprint } from '../../src/rules/fingerprint.ts'
import { lockFault, readLock } from '../../src/rules/lock.ts'
import { RuleFile } from '../../src/rules/rule-file.ts'

const words = {
  title: 'T',
  question: 'Q?',
  why: 'W',
  ask: 'A',
  explanations: ['E'],
  misses: 'M',
  finding: [{ say: 'S' }],
}
const file = (given: object = {}) =>
  RuleFile.parse({
    id: 'a',
    version: 1,
    law: ['accessControl'],
    severity: 'low',
    opens: false,
    words: { sv: words, en: words },
    ...given,
  })

it('no rule of the tool has changed without a new version (npm run rules:lock)', () => {
  const lock = readLock(toolLock)
  expect(toolRules().flatMap((rule) => (lockFault(rule, lock) === undefined ? [] : [rule.id]))).toEqual([])
})

describe('what a rule stands for', () => {
  const plain = fingerprint(file(), ['select 1'])

  it.each([
    ['the query', fingerprint(file(), ['select 2'])],
    ['what prepares for it', fingerprint(file(), ['select 1', 'create table t'])],
    ['a severity', fingerprint(file({ severity: 'high' }), ['select 1'])],
    ['whether it opens a case', fingerprint(file({ opens: true }), ['select 1'])],
    ['the tables it needs', fingerprint(file({ needs: [['patient']] }), ['select 1'])],
    [
      'a default',
      fingerprint(
        file({ parameters: { days: { type: 'integer', default: 3, unit: 'days', means: { sv: 'd', en: 'd' } } } }),
        ['select 1'],
      ),
    ],
  ])('changes with %s', (_, changed) => expect(changed).not.toBe(plain))

  it('does not change with its words or its version', () => {
    const reworded = file({ version: 2, words: { sv: { ...words, why: 'Annat' }, en: words } })
    expect(fingerprint(reworded, ['select 1'])).toBe(plain)
  })
})

it('a lock tells what is new, changed and older', () => {
  const lock = { a: { version: 2, sha256: 'x' } }
  expect(lockFault({ id: 'a', version: 2, sha256: 'x' }, lock)).toBeUndefined()
  expect(lockFault({ id: 'a', version: 2, sha256: 'y' }, lock)).toBe('changed')
  expect(lockFault({ id: 'a', version: 3, sha256: 'y' }, lock)).toBe('unlocked')
  expect(lockFault({ id: 'a', version: 1, sha256: 'x' }, lock)).toBe('older')
  expect(lockFault({ id: 'b', version: 1, sha256: 'x' }, lock)).toBe('unlocked')
})
