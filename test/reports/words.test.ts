import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gradeSentence, reportWords, wordsFor } from '../../src/language/report/index.ts'
import { numbersIn } from '../../src/language/report/numbers.ts'
import { relationGrades } from '../../src/model/grade.ts'
import { languages } from '../../src/model/language.ts'
import { referenceKinds } from '../../src/model/reference.ts'
import { leaves, shape } from '../language/leaves.ts'

const causes =
  'no_patient test_patient no_unit no_coverage not_settled patient_unknown user_person_unknown open_all_day_and_no_shift neither_shift_nor_opening opening_unreadable no_register_data protection_unknown relation_unknown too_few_peers emergency_not_logged owner_unknown address_unknown age_unknown unit_kind_unknown output_not_logged search_not_logged no_purpose user_without_assignment assignment_without_place assignment_without_purpose user_absence_unknown workstation_not_logged too_little_history'
const reasons =
  'responsible-clinician admission visit home-care coordination consultation referral-received order-received booking waitlist conference prescription certificate lab-result phone message note other-contact same-clinic referral-sent listing assignment-purpose log-review earlier-contact'

/** Words that accuse, or that mean something else in Swedish health care. */
const unused = {
  sv: /avvikelse|ärende|larm|träffsäker|misstänk|skyldig|överträd/i,
  en: /violation|offend|alert|suspicious|guilt/i,
}

describe.each(languages)('the words in %s', (language) => {
  const words = reportWords(language)

  test('have every code', () => {
    for (const cause of causes.split(' ')) expect(wordsFor(words.causes, cause)).not.toBe(cause)
    for (const reason of reasons.split(' ')) expect(wordsFor(words.reasons, reason)).not.toBe(reason)
    for (const table of referenceKinds) expect(words.tables[table]).not.toBe('')
    for (const grade of relationGrades) expect(gradeSentence(grade, language)).not.toBe(grade)
    expect(gradeSentence(null, language)).toBe(words.noGrade)
  })

  test('leave an unknown code as it is, whatever it is called', () => {
    expect(wordsFor(words.causes, 'odd_cause')).toBe('odd_cause')
    expect(wordsFor(words.causes, 'constructor')).toBe('constructor')
  })

  test('accuse no one, and none is empty', () => {
    for (const text of leaves(words)) {
      expect(text).not.toMatch(unused[language])
      expect(text.trim()).not.toBe('')
    }
  })

  test('name the same things as the other language', () => {
    expect(shape(words)).toEqual(shape(reportWords(language === 'sv' ? 'en' : 'sv')))
  })
})

test('E is said in exactly these words', () => {
  expect(gradeSentence('E', 'sv')).toBe('Ingen vårdrelation hittad i inlästa uppgifter')
})

test('a share never rounds to all or to none', () => {
  const { share, partOf } = numbersIn('sv-SE', 'av')
  expect(share(99_999, 100_000)).toBe('>\u00a099,9\u00a0%')
  expect(share(1, 100_000)).toBe('<\u00a00,1\u00a0%')
  expect(share(3, 3)).toBe('100,0\u00a0%')
  expect(share(0, 3)).toBe('0,0\u00a0%')
  expect(share(0, 0)).toBe('–')
  expect(partOf(1_234, 5_000)).toBe('1\u00a0234 av 5\u00a0000 (24,7\u00a0%)')
})

test('the fixtures hold no personal number but Skatteverket’s test numbers', () => {
  const known = '189001019802 191212121212 201701012393 199001012384 193201027723 194206147490 201612312387'.split(' ')
  for (const name of ['fixture.ts', 'fixture-findings.ts']) {
    const numbers = readFileSync(new URL(name, import.meta.url), 'utf8').match(/(?<![\w-])\d{8}-?\d{4}(?!\w)/g) ?? []
    expect(numbers.length).toBeGreaterThan(0)
    for (const number of numbers) expect(known).toContain(number)
  }
})
