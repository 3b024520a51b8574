import type { Verdict } from '../../src/model/review.ts'
import type { KeyItem, TrainingKey } from '../../src/model/training-key.ts'
import type { Judgement, SeenCase, SeenLookup, Trainee } from '../../src/training/grade.ts'

/** One lookup for each number: a user, a patient and a day that no other number has. */
function lookup(number: number): SeenLookup & { care_unit_id: string; patient_id: string } {
  return {
    user_id: `SE5560000000-S${String(number).padStart(3, '0')}`,
    patient_id: `19000101${String(number).padStart(4, '0')}`,
    care_unit_id: 'SE5560000000-U110',
    day: '2026-03-04',
  }
}

/** Something planted, in the lookups of these numbers. */
export function item(
  id: string,
  truth: KeyItem['truth'],
  steps: readonly [best: Verdict, ...right: Verdict[]],
  numbers: readonly number[],
  rules: readonly string[] = [],
): KeyItem {
  const [best, ...right] = steps
  return {
    id,
    truth,
    user_id: lookup(numbers[0]!).user_id,
    patient_id: null,
    lookups: numbers.map(lookup),
    rules: [...rules],
    best,
    right,
    story: { sv: `Sagan om ${id}.`, en: `The story of ${id}.` },
  }
}

/** A case that holds the lookups of these numbers. */
export function seen(case_id: string, ...numbers: readonly number[]): SeenCase {
  return { case_id, rules: ['no-care-relation'], lookups: numbers.map(lookup) }
}

/** A trainee with what was judged; `heard` after the verdict says that the employee was. */
export function trainee(
  name: string,
  cases: readonly SeenCase[],
  verdicts: Readonly<Record<string, Verdict | 'unjustified, heard'>>,
): Trainee {
  const judged = Object.entries(verdicts).map(([id, said]): [string, Judgement] => [
    id,
    said === 'unjustified, heard' ? { verdict: 'unjustified', heard: true } : { verdict: said, heard: false },
  ])
  return {
    name,
    packets: ['P-000000000001'],
    cases,
    judgements: new Map(judged),
    minutes: 41,
    estimated_minutes: 50,
  }
}

/** Five unjustified, three that only look so, one grey, and three that no packet holds. */
export const key: TrainingKey = {
  schema: 'loggkoll/training-key/1',
  scenario: 'serial-reader',
  seed: 7,
  size: 'ward',
  from: '2026-03-01',
  to: '2026-04-01',
  items: [
    item('serial-1', 'unjustified', ['ask', 'unjustified'], [1, 2, 3], ['no-care-relation', 'serial-lookup']),
    item('serial-2', 'unjustified', ['ask', 'unjustified'], [4], ['no-care-relation']),
    item('partner-1', 'unjustified', ['ask', 'unjustified'], [5], ['own-family']),
    item('quiet-1', 'unjustified', ['ask'], [6]),
    item('lent-1', 'unjustified', ['ask', 'unjustified'], [7], ['shared-login']),
    item('media-1', 'justified', ['explained', 'ask'], [8], ['crowd']),
    item('media-2', 'justified', ['explained', 'ask'], [9], ['crowd']),
    item('robot-1', 'justified', ['not_person'], [10], ['robot-account']),
    item('grey-1', 'grey', ['ask', 'unjustified', 'explained'], [11], ['neighbour']),
    item('quiet-2', 'unjustified', ['ask'], [12]),
    item('budget-1', 'unjustified', ['ask'], [13], ['off-hours']),
    item('quiet-3', 'justified', ['explained'], [14]),
  ],
}

/** What was handed out: everything but the last three; case 12 is of the everyday. */
export const cases = [
  seen('C-01', 1, 2),
  seen('C-02', 4),
  seen('C-03', 5),
  seen('C-04', 6),
  seen('C-05', 7),
  seen('C-06', 8),
  seen('C-07', 9),
  seen('C-08', 10),
  seen('C-09', 11),
  seen('C-10', 3, 99),
  seen('C-11', 98),
]

/** The cases of the run: one was outside the budget. */
export const asked = [...cases, seen('C-12', 13)]

/** Finds four of five, and judges one innocent unheard. */
export const anna = trainee('Anna', cases, {
  'C-01': 'ask',
  'C-02': 'unjustified',
  'C-03': 'ask',
  'C-04': 'explained',
  'C-05': 'ask',
  'C-06': 'unjustified',
  'C-07': 'explained',
  'C-08': 'explained',
  'C-09': 'explained',
  'C-11': 'ask',
})

/** Accuses freely. */
export const bo = trainee('Bo', cases, {
  'C-01': 'unjustified',
  'C-02': 'unjustified',
  'C-03': 'unjustified',
  'C-04': 'ask',
  'C-05': 'undecidable',
  'C-06': 'unjustified',
  'C-07': 'unjustified',
  'C-08': 'unjustified, heard',
  'C-09': 'ask',
  'C-10': 'ask',
  'C-11': 'explained',
})
