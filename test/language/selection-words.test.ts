import { describe, expect, test } from 'vitest'
import { coverageWords } from '../../src/language/coverage/index.ts'
import { sampleWords } from '../../src/language/sample/index.ts'
import { type Language, languages } from '../../src/model/language.ts'
import { leaves, shape } from './leaves.ts'

/** Words that accuse, or that mean something else in Swedish health care. */
const unused = {
  sv: /avvikelse|ärende|larm|misstänk|skyldig|överträd/i,
  en: /violation|offend|alert|suspicious|guilt/i,
}

const commands: readonly (readonly [string, (language: Language) => unknown])[] = [
  ['report coverage', coverageWords],
  ['sample', sampleWords],
]

describe.each(commands)('the words of `%s`', (_, words) => {
  test.each(languages)('accuse no one, in %s', (language) => {
    for (const text of leaves(words(language))) expect(text).not.toMatch(unused[language])
  })

  test.each(languages)('name the same things in %s as in the other language', (language) => {
    expect(shape(words(language))).toEqual(shape(words(language === 'sv' ? 'en' : 'sv')))
  })
})
