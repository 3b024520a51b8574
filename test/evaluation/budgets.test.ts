import { expect, it } from 'vitest'
import { recallAtBudgets } from '../../src/evaluation/budgets.ts'
import type { CaseFile } from '../../src/model/audit-document.ts'
import type { Severity } from '../../src/model/severity.ts'
import { evaluated, keyFile, nurse, patientOf, relativeOf, smallWorld } from './small.ts'

const many = (amount: number, severity: Severity, name: string): CaseFile[] =>
  Array.from({ length: amount }, (_, place) => ({
    case_id: `C-${name}-${place}`,
    subject: 'user_patient',
    user_id: null,
    patient_id: null,
    care_unit_id: null,
    severity,
    score: 0,
    score_parts: [],
    finding_ids: [],
    minutes: 0,
    handed_out: false,
  }))

/** In the order of their score: 20 that are low, then 20 that are high, then 60 that are medium. */
const cases = [...many(20, 'low', 'low'), ...many(20, 'high', 'high'), ...many(60, 'medium', 'medium')]
/** One row is in no case, and one in two cases: the first that is looked at counts. */
const planted = [['C-low-3'], ['C-high-0', 'C-medium-59'], ['C-medium-7'], []]
const chosen = { seed: 1, rounds: 1 }
const foundBy = (order: string, given = chosen): (readonly [number | null, number, number | null])[] =>
  recallAtBudgets(cases, planted, given)
    .filter((one) => one.order === order)
    .map(({ budget, found, recall }) => [budget, found, recall])

it('finds by score what stands among the first cases', () => {
  expect(foundBy('score')).toEqual([
    [10, 1, 0.25],
    [30, 2, 0.5],
    [100, 3, 0.75],
    [1000, 3, 0.75],
    [null, 3, 0.75],
  ])
})

it('finds by severity what is gravest, and by lot among what is alike', () => {
  const found = new Map(foundBy('severity', { seed: 1, rounds: 400 }).map(([budget, mean]) => [budget, mean]))
  // 20 high ones first: in the first ten of them half the time.
  expect(found.get(10)).toBeCloseTo(0.5, 0)
  // Then 10 of 60 medium ones.
  expect(found.get(30)).toBeCloseTo(1 + 1 / 6, 1)
  expect(found.get(100)).toBe(3)
})

it('finds by lot what luck gives, the same by the same seed', () => {
  const found = new Map(foundBy('random', { seed: 1, rounds: 400 }).map(([budget, mean]) => [budget, mean]))
  // One row has two cases: 1 - (90 x 89) / (100 x 99).
  expect(found.get(10)).toBeCloseTo(0.1 + 0.191 + 0.1, 1)
  expect(foundBy('random')).toEqual(foundBy('random'))
  const lots = [1, 2, 3, 4, 5].map((seed) => JSON.stringify(foundBy('random', { seed, rounds: 1 })))
  expect(new Set(lots).size).toBeGreaterThan(1)
})

it('has no recall where nothing is planted, and says how many cases there are', () => {
  expect(recallAtBudgets(cases.slice(0, 15), [], chosen).slice(0, 3)).toEqual([
    { order: 'random', budget: 10, cases: 10, found: 0, recall: null },
    { order: 'random', budget: 30, cases: 15, found: 0, recall: null },
    { order: 'random', budget: 100, cases: 15, found: 0, recall: null },
  ])
})

it('counts a row of a key as found by a case about the same user and patient, whatever its rule', async () => {
  const key = keyFile([
    // own-family opens the case; no-care-relation is what the key speaks of
    ['no-care-relation', 'flag', nurse(0), relativeOf(0), ''],
    // of this patient another user's record is in a case, of this user another patient's
    ['no-care-relation', 'flag', nurse(1), relativeOf(0), ''],
    ['no-care-relation', 'flag', '', patientOf(1, 0), ''],
    ['no-care-relation', 'flag', nurse(3), '', ''],
  ])
  const { key: tried, cases: amount } = await evaluated(await smallWorld(), [
    '--rule',
    'own-family',
    'no-care-relation',
    '--key',
    key,
  ])
  expect(amount).toBe(6)
  const last = tried!.budgets.filter(({ budget }) => budget === null)
  expect(last.map(({ order, found, cases: looked }) => [order, found, looked])).toEqual([
    ['random', 3, 6],
    ['severity', 3, 6],
    ['score', 3, 6],
  ])
})
