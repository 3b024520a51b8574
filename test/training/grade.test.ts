import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { GradeDocument } from '../../src/model/grade-document.ts'
import { languages } from '../../src/model/language.ts'
import { verdicts } from '../../src/model/review.ts'
import { gradeFormats } from '../../src/reports/grade/index.ts'
import { gradePages } from '../../src/reports/grade/printed.ts'
import { grade, type Trainee } from '../../src/training/grade.ts'
import { anna, asked, bo, cases, item, key, seen, trainee } from './exercise.ts'
import { expectGolden } from './golden.ts'

function document(trainees: readonly Trainee[], language: 'sv' | 'en' = 'sv'): GradeDocument {
  return GradeDocument.parse({
    schema: 'loggkoll/grade/1',
    language,
    tool: '0.1.0',
    prepared: '2026-06-01T08:00:00.000Z',
    scenario: key.scenario,
    seed: key.seed,
    size: key.size,
    from: key.from,
    to: key.to,
    ...grade(key, trainees, asked, language),
  })
}

describe('marking against the key', () => {
  const [one, other] = document([anna, bo]).trainees as [GradeDocument['trainees'][0], GradeDocument['trainees'][0]]

  it('counts what was found of what was handed out, and not what lay outside', () => {
    expect(one.sensitivity).toEqual({ part: 4, whole: 5 })
    expect(other.sensitivity).toEqual({ part: 4, whole: 5 })
    expect(document([anna]).planted).toEqual({
      unjustified: { part: 5, whole: 7 },
      justified: { part: 3, whole: 4 },
      grey: { part: 1, whole: 1 },
    })
    expect(document([anna]).not_handed.map(({ item: id, cause }) => [id, cause])).toEqual([
      ['quiet-2', 'not_asked'],
      ['budget-1', 'outside'],
      ['quiet-3', 'not_asked'],
    ])
  })

  it('leaves the grey out of precision', () => {
    // C-01, 02, 03, 05 of C-01, 02, 03, 05, 06, 11.
    expect(one.precision).toEqual({ part: 4, whole: 6 })
    // C-01, 02, 03, 04, 10 of these and C-06, 07, 08; C-09 is grey.
    expect(other.precision).toEqual({ part: 5, whole: 8 })
  })

  it('counts the step, not the suspicion', () => {
    const stepOf = (id: string) => one.cases.find(({ case_id }) => case_id === id)?.step
    expect(['C-01', 'C-02', 'C-04', 'C-06', 'C-08', 'C-09', 'C-10', 'C-11'].map(stepOf)).toEqual([
      'best',
      'right',
      'wrong',
      'wrong',
      'wrong',
      'right',
      'open',
      'right',
    ])
    expect(one.steps).toEqual({ best: 4, right: 3, wrong: 3, open: 1 })
  })

  it('passes who finds four of five and hears those concerned', () => {
    expect(one.passed).toBe(true)
    expect(one.requirements).toEqual([
      { id: 'found', is: 4, of: 5, limit: 4, met: true },
      { id: 'unheard', is: 1, of: 4, limit: 1, met: true },
      { id: 'judged', is: 10, of: 11, limit: 9, met: true },
    ])
    expect(other.passed).toBe(false)
    expect(other.requirements.map(({ id, is, met }) => [id, is, met])).toEqual([
      ['found', 4, true],
      // The robot was judged after somebody was heard.
      ['unheard', 2, false],
      ['judged', 11, true],
    ])
  })

  it('passes no one who has judged nothing, also where nothing was planted', () => {
    const month = { ...key, items: [] }
    const [idle] = grade(month, [trainee('Cilla', cases, {})], asked, 'sv').trainees
    expect(idle).toMatchObject({ passed: false, sensitivity: { part: 0, whole: 0 } })
    const closed = Object.fromEntries(cases.map(({ case_id }) => [case_id, 'explained' as const]))
    const [diligent] = grade(month, [trainee('Dan', cases, closed)], asked, 'sv').trainees
    expect(diligent).toMatchObject({ passed: true, steps: { best: 11, right: 0, wrong: 0, open: 0 } })
  })

  it('tells parts and rules apart, and what was planted without a rule', () => {
    expect(
      one.parts.map(({ id, found, accused }) => [id, found.part, found.whole, accused.part, accused.whole]),
    ).toEqual([
      ['grey', 0, 0, 0, 0],
      ['lent', 1, 1, 0, 0],
      ['media', 0, 0, 1, 2],
      ['partner', 1, 1, 0, 0],
      ['quiet', 0, 1, 0, 0],
      ['robot', 0, 0, 0, 1],
      ['serial', 2, 2, 0, 0],
    ])
    expect(one.rules.find(({ id }) => id === 'no-care-relation')?.found).toEqual({ part: 2, whole: 2 })
    expect(one.rules.at(-1)).toEqual({
      id: null,
      found: { part: 0, whole: 1 },
      accused: { part: 0, whole: 0 },
    })
  })

  it('finds what was planted by its user, patient and day, whatever the unit', () => {
    const one = seen('C-1', 5)
    const [lookup] = one.lookups as [(typeof one.lookups)[0]]
    const truthOf = (given: Partial<typeof lookup>) =>
      grade(key, [trainee('Gun', [{ ...one, lookups: [{ ...lookup, ...given }] }], {})], [], 'sv').trainees[0]?.cases[0]
        ?.truth
    expect(truthOf({})).toBe('unjustified')
    expect(truthOf({ day: '2026-03-05' })).toBe('everyday')
    expect(truthOf({ patient_id: '190001019999' })).toBe('everyday')
    expect(truthOf({ user_id: 'SE5560000000-S999' })).toBe('everyday')
    expect(truthOf({ patient_id: null })).toBe('everyday')
  })

  it('takes a case for what is gravest in it', () => {
    const both = {
      ...key,
      items: [item('a-1', 'justified', ['explained'], [1]), item('b-1', 'unjustified', ['ask'], [2])],
    }
    const [judged] = grade(both, [trainee('Eva', [seen('C-1', 1, 2)], { 'C-1': 'explained' })], [], 'en').trainees
    expect(judged?.cases[0]).toMatchObject({ truth: 'unjustified', step: 'wrong', story: 'The story of b-1.' })
  })

  it('compares two trainees on what both have judged', () => {
    const [pair] = document([anna, bo]).agreement
    expect(pair).toMatchObject({ trainees: ['Anna', 'Bo'], cases: 10, agreed: 2 })
    // Anna: ask 4, escalate 2, close 4; Bo: escalate 6, ask 2, undecidable 1, close 1: (20 − 24) / (100 − 24).
    expect(pair?.kappa).toBeCloseTo(-4 / 76, 12)
    expect(pair?.differ.map(({ case_id }) => case_id)).not.toContain('C-02')
    expect(document([anna]).agreement).toEqual([])
    expect(document([anna, trainee('Fia', cases, {})]).agreement).toEqual([])
  })
})

describe('the result in words', () => {
  test.each(languages)('as a table in %s', (language) => {
    const text = gradeFormats.table(document([anna, bo], language), language, { columns: 80, color: false })
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
    expectGolden(text, `grade.${language}.txt`)
  })
  test.each(languages)('as pages in %s', (language) => {
    expectGolden(gradeFormats.md(document([anna, bo], language), language), `grade.${language}.md`)
  })

  it('explains every miss and every false alarm by the key', () => {
    for (const { cases: told } of document([anna, bo]).trainees) {
      const wrong = told.filter(({ step }) => step === 'wrong')
      const text = JSON.stringify(gradePages(document([anna, bo]), 'sv'))
      for (const { case_id, story } of wrong) {
        expect(story).not.toBe('')
        expect(text).toContain(case_id)
        expect(text).toContain(story)
      }
    }
  })

  it('is whole JSON that says what it is', () => {
    expect(GradeDocument.parse(JSON.parse(gradeFormats.json(document([anna, bo]))))).toEqual(document([anna, bo]))
  })
})

describe('whatever was answered', () => {
  const verdict = fc.constantFrom(...verdicts)
  const ids = cases.map(({ case_id }) => case_id)
  const answers = fc.dictionary(fc.oneof(fc.constantFrom(...ids), fc.string({ maxLength: 6 })), verdict)
  const trainees = fc
    .array(fc.tuple(fc.string({ maxLength: 8 }), fc.shuffledSubarray(cases), answers), { maxLength: 3 })
    .map((given) => given.map(([name, some, said]) => trainee(name, some, said)))

  it('it is marked and told, and the numbers add up', () => {
    fc.assert(
      fc.property(trainees, fc.shuffledSubarray(asked), fc.constantFrom(...languages), (given, run, language) => {
        const result = { ...document([]), ...grade(key, given, run, language), language }
        expect(() => GradeDocument.parse(result)).not.toThrow()
        for (const { steps, cases: told, sensitivity, precision, passed, requirements } of result.trainees) {
          expect(steps.best + steps.right + steps.wrong + steps.open).toBe(told.length)
          expect(sensitivity.part).toBeLessThanOrEqual(sensitivity.whole)
          expect(precision.part).toBeLessThanOrEqual(precision.whole)
          expect(passed).toBe(requirements.every(({ met }) => met))
        }
        const handed = Object.values(result.planted).reduce((sum, { part }) => sum + part, 0)
        expect(handed + result.not_handed.length).toBe(key.items.length)
        expect(gradeFormats.table(result, language, { columns: 60, color: false })).not.toMatch(/undefined|NaN/)
        expect(gradeFormats.html(result, language)).not.toMatch(/undefined|NaN/)
      }),
      { numRuns: 60 },
    )
  })
})
