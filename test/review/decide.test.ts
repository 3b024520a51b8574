import { beforeEach, describe, expect, it } from 'vitest'
import { readPeople } from '../../src/audit/grade-lookups.ts'
import type { Answer } from '../../src/model/answers.ts'
import type { HandedCase } from '../../src/model/review.ts'
import { dealOut } from '../../src/review/hand-out.ts'
import { readReviewers, type Reviewers } from '../../src/review/reviewers.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { persons, type Rows, world } from '../audit/world.ts'
import { answerOf, handedCase, handedOut, Journal, signed, today } from './journal.ts'

const [own, child, parent, ex, longGone, toCome, samePlace, sameStreet, stranger, spouse, aliased, cousin] = persons(
  12,
) as [string, string, string, string, string, string, string, string, string, string, string, string]
const reserve = '19900615KP16'
const oldNumber = '19220101KP99'

const staff: Rows = [
  {
    user_id: 'HEAD',
    person_id: own,
    given_name: 'Provia',
    family_name: 'Provsson',
    address: 'Provgatan 1, lgh 1001',
    postal_code: '999 20',
  },
  { user_id: 'HEAD-NIGHT', person_id: own },
  { user_id: 'SPOUSE', person_id: spouse },
  { user_id: 'ASKED', person_id: stranger },
  { user_id: 'OTHER-HEAD', person_id: toCome },
  ...['DEPUTY', 'SECOND', 'CENTRAL', 'CENTRAL-2', 'NURSE'].map((user_id) => ({ user_id })),
]
const reviewer: Rows = [
  { care_unit_id: 'unit-1', user_id: 'HEAD', role: 'reviewer' },
  { care_unit_id: 'unit-1', user_id: 'DEPUTY', role: 'deputy' },
  { care_unit_id: 'unit-1', user_id: 'SECOND', role: 'second' },
  { care_unit_id: 'unit-2', user_id: 'OTHER-HEAD', role: 'reviewer' },
  { care_unit_id: 'unit-4', user_id: 'GONE', role: 'reviewer', valid_to: '2026-05-31' },
  { care_unit_id: 'unit-4', user_id: 'TO-COME', role: 'reviewer', valid_from: '2026-06-02' },
  { care_unit_id: 'unit-5', user_id: 'LAST-DAY', role: 'reviewer', valid_to: today },
  { care_unit_id: '', user_id: 'CENTRAL', role: 'central' },
]
const people: Rows = [own, child, parent, ex, longGone, toCome, samePlace, sameStreet, stranger, spouse].map(
  (patient_id) => ({
    patient_id,
    ...(patient_id === samePlace ? { address: 'PROVGATAN 1 Lgh 1001', postal_code: '99920' } : {}),
    ...(patient_id === sameStreet ? { address: 'Provgatan 1, lgh 1002', postal_code: '99920' } : {}),
  }),
)
const relation: Rows = [
  { person_id: reserve, related_person_id: cousin, kind: 'other' },
  { person_id: own, related_person_id: child, kind: 'child', valid_from: '2010-01-01' },
  { person_id: parent, related_person_id: reserve, kind: 'child', valid_from: '2010-01-01' },
  { person_id: own, related_person_id: spouse, kind: 'spouse', valid_from: '2010-01-01' },
  { person_id: own, related_person_id: ex, kind: 'partner', valid_from: '2010-01-01', valid_to: '2021-06-01' },
  { person_id: own, related_person_id: longGone, kind: 'partner', valid_from: '2010-01-01', valid_to: '2021-05-31' },
  { person_id: own, related_person_id: toCome, kind: 'partner', valid_from: '2026-06-02' },
]
const alias: Rows = [
  { person_id: own, alias_id: reserve, kind: 'reserve_number' },
  { person_id: child, alias_id: oldNumber, kind: 'reserve_number' },
]

/** Who reviews, as a real store with these reviewers has it. */
async function reviewersOf(rows: Rows): Promise<Reviewers> {
  const folder = await world({ staff, reviewer: rows, patient: people, relation, person_alias: alias })
  const store = await openStore(openWorkspace(folder), 0)
  try {
    await readPeople(store, { from: '0001-01-01', to: '9999-12-31' })
    return await readReviewers(store, today, ['ASKED', 'HEAD'])
  } finally {
    store.close()
  }
}

describe('a judgement', () => {
  let reviewers: Reviewers
  let withoutCentral: Reviewers
  beforeEach(async () => {
    reviewers ??= await reviewersOf(reviewer)
    withoutCentral ??= await reviewersOf(reviewer.filter(({ role }) => role !== 'central'))
  })

  const journalOf = (given: Partial<HandedCase> = {}, to = 'HEAD', who = reviewers): Journal =>
    new Journal(who, handedOut([handedCase(given)], { reviewer: to }))

  const complete: [string, Partial<Answer>][] = [
    ['explained by care', { verdict: 'explained', explanation: 'care' }],
    ['explained by log review', { verdict: 'explained', explanation: 'log_review' }],
    ['explained by something else, with a comment', { verdict: 'explained', explanation: 'other', comment: 'a drill' }],
    ['ask', { verdict: 'ask' }],
    ['ask by a day', { verdict: 'ask', due: '2026-06-05' }],
    ['ask by today', { verdict: 'ask', due: today }],
    ['mistake', { verdict: 'mistake' }],
    ['not a person', { verdict: 'not_person' }],
    ['unjustified, the employee heard', { verdict: 'unjustified', employee_answer: 'curious' }],
    ['unjustified, with why not heard', { verdict: 'unjustified', not_asked_reason: 'a crime is suspected' }],
    ['undecidable, with a comment', { verdict: 'undecidable', comment: 'two stories' }],
  ]
  it.each(complete)('is taken: %s', (_, answer) => {
    const judged = journalOf().judge('HEAD', answer)
    expect(judged).toMatchObject({ entry: 'decided', reviewer: 'HEAD', second: false, verdict: answer.verdict })
  })

  it.each([
    ['no verdict', { verdict: null }, 'no_verdict'],
    ['explained by nothing', { verdict: 'explained', explanation: null }, 'no_explanation'],
    [
      'explained by something else, and not what',
      { verdict: 'explained', explanation: 'other', comment: ' ' },
      'no_comment',
    ],
    ['undecidable, and not why', { verdict: 'undecidable', comment: '\n' }, 'no_comment'],
    ['unjustified, and nobody heard', { verdict: 'unjustified', employee_answer: null }, 'employee_not_heard'],
    [
      'unjustified, with blanks',
      { verdict: 'unjustified', employee_answer: ' ', not_asked_reason: '\t' },
      'employee_not_heard',
    ],
    ['ask by yesterday', { verdict: 'ask', due: '2026-05-31' }, 'due_in_the_past'],
    ['a case that nobody was handed', { case_id: 'C-9' }, 'unknown_case'],
  ] as [string, Partial<Answer>, string][])('is not taken: %s', (_, answer, objection) => {
    expect(journalOf().judge('HEAD', answer)).toBe(objection)
  })

  it('keeps what the verdict asks for, and nothing else', () => {
    const answer = { explanation: 'care', due: '2026-06-05', comment: ' wrong row ' } as const
    expect(journalOf().judge('HEAD', { ...answer, verdict: 'mistake' })).toMatchObject({
      explanation: null,
      due: null,
      comment: 'wrong row',
    })
    expect(journalOf().judge('HEAD', { ...answer, verdict: 'ask' })).toMatchObject({
      explanation: null,
      due: '2026-06-05',
    })
    expect(journalOf().judge('HEAD', { verdict: 'ask' })).toMatchObject({ due: '2026-06-08' })
  })

  it.each(complete)('given again is known already: %s', (_, answer) => {
    const journal = journalOf()
    journal.decide('HEAD', answer)
    expect(journal.judge('HEAD', answer)).toBe('known_already')
    expect(journal.judge('HEAD', answer, { today: '2026-06-03' })).toBe('known_already')
    expect(journal.judge('HEAD', { ...answer, comment: 'more' })).toMatchObject({ comment: 'more' })
  })

  it('with another day to answer by is another', () => {
    const journal = journalOf()
    journal.decide('HEAD', { verdict: 'ask', due: '2026-06-05' })
    expect(journal.judge('HEAD', { verdict: 'ask', due: '2026-06-09' })).toMatchObject({ due: '2026-06-09' })
  })

  it('may be changed, and changed back, each with an id of its own', () => {
    const journal = journalOf()
    const made = (['mistake', 'explained', 'mistake'] as const).map((verdict) =>
      journal.decide('HEAD', answerOf(verdict)),
    )
    expect(new Set(made.map(({ answer_id }) => answer_id)).size).toBe(3)
    expect(journal.one()).toMatchObject({ status: 'closed', verdict: 'mistake' })
    expect(journal.one().decisions).toHaveLength(3)
  })

  it('after an answer of the employee closes what was asked', () => {
    const journal = journalOf()
    journal.decide('HEAD', { verdict: 'ask' })
    expect(journal.one()).toMatchObject({ status: 'ask', verdict: 'ask' })
    journal.decide('HEAD', { verdict: 'explained', explanation: 'training', employee_answer: 'a course' })
    expect(journal.one()).toMatchObject({ status: 'closed', verdict: 'explained' })
  })

  it('comes too late once the control is signed; what was said before is only known', () => {
    const journal = journalOf()
    journal.decide('HEAD', { verdict: 'mistake' })
    journal.add(signed())
    expect(journal.judge('HEAD', { verdict: 'mistake' })).toBe('known_already')
    expect(journal.judge('HEAD', { verdict: 'explained', explanation: 'care' })).toBe('signed')
  })

  describe('of a second reviewer', () => {
    const unjustified = (): Journal => {
      const journal = journalOf()
      journal.decide('HEAD', answerOf('unjustified'))
      expect(journal.one()).toMatchObject({ status: 'second', verdict: 'unjustified' })
      return journal
    }

    it.each(['SECOND', 'CENTRAL'])('%s is needed for unjustified, and agrees', (who) => {
      const journal = unjustified()
      expect(journal.decide(who, answerOf('unjustified')).second).toBe(true)
      expect(journal.one()).toMatchObject({ status: 'closed', verdict: 'unjustified' })
    })

    it('is nobody who was not asked, nor the first one', () => {
      const journal = unjustified()
      expect(journal.judge('DEPUTY', answerOf('unjustified'))).toBe('not_handed')
      expect(journal.judge('HEAD', answerOf('unjustified'))).toBe('known_already')
      expect(journal.judge('HEAD', { ...answerOf('unjustified'), comment: 'sure' })).toMatchObject({ second: false })
    })

    it('is not taken before there is a first one', () => {
      expect(journalOf().judge('SECOND', answerOf('unjustified'))).toBe('not_handed')
    })

    it('who disagrees leaves the case to the first one, who gives way', () => {
      const journal = unjustified()
      expect(journal.decide('SECOND', answerOf('mistake')).second).toBe(true)
      expect(journal.one()).toMatchObject({ status: 'disagreed' })
      journal.decide('HEAD', answerOf('explained'))
      expect(journal.one()).toMatchObject({ status: 'closed', verdict: 'explained' })
    })

    it('who disagrees may be asked again by the first one, who insists with more words', () => {
      const journal = unjustified()
      journal.decide('SECOND', answerOf('mistake'))
      journal.decide('HEAD', { ...answerOf('unjustified'), comment: 'eleven times' })
      expect(journal.one()).toMatchObject({ status: 'second' })
      expect(journal.decide('SECOND', answerOf('unjustified')).second).toBe(true)
      expect(journal.one()).toMatchObject({ status: 'closed', verdict: 'unjustified' })
    })

    it('stays a second one when changing to agree', () => {
      const journal = unjustified()
      journal.add(
        handedOut([handedCase()], { packet_id: 'P-2', reviewer: 'SECOND', role: 'second', care_unit_id: null }),
      )
      journal.decide('SECOND', answerOf('mistake'))
      expect(journal.decide('SECOND', answerOf('unjustified')).second).toBe(true)
      expect(journal.one()).toMatchObject({ status: 'closed', verdict: 'unjustified' })
    })

    it('stays a second one when no longer agreeing, and closes nothing alone', () => {
      const journal = unjustified()
      journal.add(
        handedOut([handedCase()], { packet_id: 'P-2', reviewer: 'SECOND', role: 'second', care_unit_id: null }),
      )
      journal.decide('SECOND', answerOf('unjustified'))
      expect(journal.decide('SECOND', answerOf('explained')).second).toBe(true)
      expect(journal.one()).toMatchObject({ status: 'disagreed', verdict: 'unjustified' })
    })

    it('judges anew when the first one has said something more', () => {
      const journal = unjustified()
      journal.decide('SECOND', answerOf('unjustified'))
      journal.decide('HEAD', { ...answerOf('unjustified'), comment: 'and his sister' })
      expect(journal.one()).toMatchObject({ status: 'second' })
    })

    it('is not who takes over from the first one', () => {
      const journal = unjustified()
      journal.decide('SECOND', answerOf('mistake'))
      journal.add(handedOut([handedCase()], { packet_id: 'P-2', reviewer: 'DEPUTY', role: 'deputy' }))
      expect(journal.decide('DEPUTY', answerOf('explained')).second).toBe(false)
      expect(journal.one()).toMatchObject({ status: 'closed', verdict: 'explained' })
    })

    it('is refused as any other who is concerned', () => {
      const journal = journalOf({ user_id: 'SECOND' })
      journal.decide('HEAD', answerOf('unjustified'))
      expect(journal.judge('SECOND', answerOf('unjustified'))).toBe('party')
    })
  })

  describe('is not for', () => {
    const many = (over: Partial<HandedCase['lookups'][number]>): Partial<HandedCase> => ({
      subject: 'user',
      lookups: [
        { lookup_id: 'L-1', user_id: 'NURSE', patient_id: 'patient', grade: 'E' },
        { lookup_id: 'L-2', user_id: 'NURSE', patient_id: 'patient', grade: 'E', ...over },
      ],
    })
    it.each([
      ['the user', { user_id: 'HEAD' }, 'party'],
      ['one of its users', many({ user_id: 'HEAD' }), 'party'],
      ['the user under another id', { user_id: 'HEAD-NIGHT' }, 'near'],
      ['the patient', { patient_id: own }, 'near'],
      ['the patient under another number', { patient_id: reserve }, 'near'],
      ['one of its patients', many({ patient_id: own }), 'near'],
      ['the patient’s parent', { patient_id: child }, 'near'],
      ['the parent of a patient under another number', { patient_id: oldNumber }, 'near'],
      [
        'the patient’s child, under another number, as the register has it from the other side',
        { patient_id: parent },
        'near',
      ],
      ['a cousin, whom the register ties to another number', { patient_id: cousin }, 'near'],
      ['a partner until five years ago', { patient_id: ex }, 'near'],
      ['whoever lives with the patient', { patient_id: samePlace }, 'near'],
      ['the spouse of the user', { user_id: 'SPOUSE' }, 'near'],
      ['the spouse of the patient', { patient_id: spouse }, 'near'],
    ] as [string, Partial<HandedCase>, string][])('%s', (_, given, objection) => {
      expect(journalOf(given).judge('HEAD', answerOf('mistake'))).toBe(objection)
    })

    it.each([
      ['a partner longer ago', { patient_id: longGone }],
      ['a partner to be', { patient_id: toCome }],
      ['another flat of the house', { patient_id: sameStreet }],
      ['a stranger', { patient_id: stranger }],
      ['a patient whom no register knows', { patient_id: aliased }],
    ] as [string, Partial<HandedCase>][])('but it is with %s', (_, given) => {
      expect(journalOf(given).judge('HEAD', answerOf('mistake'))).toMatchObject({ entry: 'decided' })
    })

    it('a deputy, when the head of the unit is the user, under any id', () => {
      for (const user_id of ['HEAD', 'HEAD-NIGHT']) {
        const journal = journalOf({ user_id }, 'DEPUTY')
        expect(journal.judge('DEPUTY', answerOf('mistake')), user_id).toBe('own_unit_head')
      }
      expect(journalOf({ user_id: 'HEAD' }, 'CENTRAL').judge('CENTRAL', answerOf('mistake'))).toMatchObject({
        second: false,
      })
      const elsewhere = { user_id: 'HEAD', care_unit_id: 'unit-2' }
      expect(journalOf(elsewhere, 'OTHER-HEAD').judge('OTHER-HEAD', answerOf('mistake'))).toMatchObject({
        second: false,
      })
    })

    it.each(['serial-lookup', 'crowd'])('a unit, when it reaches over units: %s', (rule) => {
      const given = { findings: [{ finding_id: 'F-1', rule, severity: 'high' as const }] }
      expect(journalOf(given).judge('HEAD', answerOf('mistake'))).toBe('central_only')
      expect(journalOf(given, 'CENTRAL').judge('CENTRAL', answerOf('mistake'))).toMatchObject({ entry: 'decided' })
      expect(journalOf(given, 'HEAD', withoutCentral).judge('HEAD', answerOf('mistake'))).toMatchObject({
        entry: 'decided',
      })
    })

    it('whoever was not handed it', () => {
      for (const who of ['DEPUTY', 'OTHER-HEAD', 'SECOND', 'CENTRAL', 'STRANGER']) {
        expect(journalOf().judge(who, answerOf('mistake')), who).toBe('not_handed')
      }
    })
  })

  describe('is dealt to', () => {
    const dealt = (given: Partial<HandedCase>, to: string, who: Reviewers) => {
      const { mine, elsewhere } = dealOut([{ ...handedCase(given), file: undefined, rows: [] }], who, to)
      return mine.length > 0 ? to : (elsewhere[0]?.reviewer ?? 'nobody')
    }
    const crowd = { findings: [{ finding_id: 'F-1', rule: 'crowd', severity: 'high' as const }] }
    it.each([
      ['the reviewer of the unit', {}, 'HEAD', 'HEAD'],
      ['the deputy, when the reviewer is near', { patient_id: child }, 'DEPUTY', 'DEPUTY'],
      ['the central reviewer, when it is the head’s own', { user_id: 'HEAD' }, 'CENTRAL', 'nobody'],
      ['the central reviewer, also under another id of the head', { user_id: 'HEAD-NIGHT' }, 'CENTRAL', 'nobody'],
      ['the central reviewer, when it reaches over units', crowd, 'CENTRAL', 'HEAD'],
      [
        'the central reviewer, else whoever is asked, for a unit of no one',
        { care_unit_id: 'unit-3' },
        'CENTRAL',
        'ASKED',
      ],
      ['the central reviewer, else whoever is asked, without a unit', { care_unit_id: null }, 'CENTRAL', 'ASKED'],
      ['no one whose time is over or has not come', { care_unit_id: 'unit-4' }, 'CENTRAL', 'ASKED'],
      ['a reviewer on the last day', { care_unit_id: 'unit-5' }, 'LAST-DAY', 'LAST-DAY'],
      [
        'nobody who is asked, where the one who is named may not',
        { patient_id: toCome, care_unit_id: 'unit-2' },
        'CENTRAL',
        'nobody',
      ],
      ['nobody who is asked and is the patient', { patient_id: stranger, care_unit_id: 'unit-3' }, 'CENTRAL', 'nobody'],
    ] as [string, Partial<HandedCase>, string, string][])('%s', (_, given, central, none) => {
      expect(dealt(given, 'ASKED', reviewers)).toBe(central)
      expect(dealt(given, central, reviewers)).toBe(central)
      expect(dealt(given, 'ASKED', withoutCentral)).toBe(none)
    })
  })
})
