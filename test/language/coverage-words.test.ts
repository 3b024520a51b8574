import { describe, expect, test } from 'vitest'
import { coverageWords } from '../../src/language/coverage/index.ts'
import { languages } from '../../src/model/language.ts'

/** Words that accuse, or that mean something else in Swedish health care. */
const unused = {
  sv: /avvikelse|ärende|larm|misstänk|skyldig|överträd/i,
  en: /violation|offend|alert|suspicious|guilt/i,
}

describe.each(languages)('the words of `report coverage` in %s', (language) => {
  test('accuse no one', () => {
    for (const text of leaves(coverageWords(language))) expect(text).not.toMatch(unused[language])
  })

  test('name the same things as the other language', () => {
    expect(shape(coverageWords(language))).toEqual(shape(coverageWords(language === 'sv' ? 'en' : 'sv')))
  })
})

function leaves(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves)
  return [typeof value === 'function' ? Function.prototype.toString.call(value) : String(value)]
}

function shape(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
}
