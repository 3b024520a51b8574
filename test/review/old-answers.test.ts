import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/model/answers.ts'
import { type Entry, ReviewEntry } from '../../src/model/review.ts'
import { casesOf, readControls } from '../../src/review/controls.ts'
import { givenAt } from '../../src/review/old-answers.ts'
import { takeAnswers } from '../../src/review/take-answers.ts'
import { answerOf, handedCase, handedOut, ids, Journal, today } from './journal.ts'

const reviewers = { all: [], isNear: () => false }
const first = handedOut([handedCase()])
const second = handedOut([handedCase()], { packet_id: 'P-2', reviewer: 'SECOND', role: 'second', care_unit_id: null })

interface File {
  readonly at: string | null
  readonly answer: Partial<Answer>
  readonly packet?: typeof first
}

const minute = (place: number): string => new Date(Date.parse('2026-05-20T12:00:00Z') + place * 60_000).toISOString()
const file = (at: string | null, answer: Partial<Answer> | Answer['verdict'], packet = first): File => ({
  at,
  answer: typeof answer === 'string' ? answerOf(answer) : (answer ?? {}),
  packet,
})

/** Imports one file; what came of its case. */
function take(journal: Journal, { at, answer, packet = first }: File): string {
  const controls = readControls(journal.noted)
  const { packet_id, control_id, reviewer } = packet
  const taken = takeAnswers(
    {
      schema: 'loggkoll/answers/1',
      packet_id,
      control_id,
      not_party: true,
      saved_at: at ?? '',
      minutes: 0,
      answers: [{ ...answerOf('mistake'), ...answer }],
    },
    packet,
    controls[0]!,
    casesOf(controls),
    { ids, reviewer, packet_id, reviewers, today, given: { at } },
  )
  for (const entry of taken.entries) journal.add(ReviewEntry.parse(entry))
  return taken.refused[0]?.objection ?? 'taken'
}

/** How the case stands, and what each reviewer says of it in the end. */
function stateOf(journal: Journal) {
  const { status, verdict, unjustified_at, decisions } = journal.one()
  const said = new Map(decisions.map(({ body }) => [body.reviewer, `${body.verdict} ${body.comment}`]))
  return { status, verdict, isFollowed: unjustified_at !== null, said: Object.fromEntries(said) }
}

describe('an answer that has been left behind', () => {
  it('is old when its file was saved before', () => {
    const journal = new Journal(reviewers, first)
    expect(take(journal, file(minute(55), 'unjustified'))).toBe('taken')
    expect(take(journal, file(minute(50), 'explained'))).toBe('judged_later')
    expect(stateOf(journal)).toMatchObject({ status: 'second', verdict: 'unjustified' })
  })

  it('is old also when a second reviewer has judged since', () => {
    const journal = new Journal(reviewers, first)
    take(journal, file(minute(55), 'unjustified'))
    journal.add(second)
    take(journal, file(minute(58), 'unjustified', second))
    expect(take(journal, file(minute(50), 'explained'))).toBe('judged_later')
    expect(take(journal, file(minute(56), 'explained', second))).toBe('judged_later')
    expect(stateOf(journal)).toMatchObject({ status: 'closed', verdict: 'unjustified' })
  })

  it('is old when it was taken once, where its file says no time', () => {
    const journal = new Journal(reviewers, first)
    expect(take(journal, file(null, 'ask'))).toBe('taken')
    journal.decide('HEAD', answerOf('explained'))
    expect(take(journal, file(null, 'ask'))).toBe('judged_later')
    expect(take(journal, file(null, 'mistake'))).toBe('taken')
  })

  it('is old in a journal that kept no times', () => {
    const journal = new Journal(reviewers, first)
    for (const verdict of ['explained', 'unjustified'] as const) {
      const { given_at: _, ...kept } = journal.judge('HEAD', answerOf(verdict), {
        packet_id: 'P-1',
        given: { at: minute(1) },
      }) as Entry<'decided'>
      journal.add(kept)
    }
    const { time } = journal.noted.at(-1)!
    expect(take(journal, file(time, 'explained'))).toBe('judged_later')
    expect(take(journal, file(new Date(Date.parse(time) + 1).toISOString(), 'explained'))).toBe('taken')
  })

  it('is not what a newer file says, even if it was said before', () => {
    const journal = new Journal(reviewers, first)
    for (const [place, verdict] of (['explained', 'mistake', 'explained'] as const).entries())
      expect(take(journal, file(minute(place), verdict))).toBe('taken')
    expect(stateOf(journal)).toMatchObject({ verdict: 'explained' })
  })

  it('is what was typed in after the file was saved, and not before', () => {
    const journal = new Journal(reviewers, first)
    journal.decide('HEAD', answerOf('mistake'))
    const typed = Date.parse(journal.noted.at(-1)!.time)
    expect(take(journal, file(new Date(typed - 1).toISOString(), 'explained'))).toBe('judged_later')
    expect(take(journal, file(new Date(typed + 1).toISOString(), 'explained'))).toBe('taken')
  })

  it('stays old when its clock was ahead of what was typed in since', () => {
    const journal = new Journal(reviewers, first)
    const ahead = '2026-05-19T07:00:00.000Z'
    take(journal, file(ahead, 'ask'))
    journal.decide('HEAD', answerOf('explained'))
    expect(take(journal, file(ahead, 'ask'))).toBe('judged_later')
  })

  it('stays with its reviewer: another’s later judgement makes nothing old', () => {
    const journal = new Journal(reviewers, first)
    take(journal, file(minute(5), 'mistake'))
    const deputy = handedOut([handedCase()], { packet_id: 'P-3', reviewer: 'DEPUTY', role: 'deputy' })
    journal.add(deputy)
    expect(take(journal, file(minute(4), 'explained', deputy))).toBe('taken')
  })
})

describe('answers in files', () => {
  const verdicts = ['explained', 'ask', 'mistake', 'unjustified', 'undecidable'] as const
  const files = fc
    .uniqueArray(fc.nat(30), { minLength: 1, maxLength: 5 })
    .chain((places) =>
      fc.tuple(...places.map((place) => fc.constantFrom(...verdicts).map((verdict) => file(minute(place), verdict)))),
    )
  /** All of the files, in any order, some of them more than once. */
  const orders = files.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc
        .array(fc.nat(all.length - 1), { maxLength: 12 })
        .chain((more) =>
          fc.shuffledSubarray([...all, ...more.map((at) => all[at]!)], { minLength: all.length + more.length }),
        ),
    ),
  )

  it('come to the same, in whatever order and however often', () => {
    fc.assert(
      fc.property(orders, ([all, order]) => {
        const journal = new Journal(reviewers, first)
        for (const one of order) take(journal, one)
        const latest = all.toSorted((a, b) => (a.at! < b.at! ? -1 : 1)).at(-1)!
        const alone = new Journal(reviewers, first)
        take(alone, latest)
        expect(stateOf(journal)).toEqual(stateOf(alone))
      }),
    )
  })

  it('change nothing when they come again after all that came of them', () => {
    fc.assert(
      fc.property(orders, fc.constantFrom(...verdicts), ([all, order], typed) => {
        const journal = new Journal(reviewers, first)
        for (const one of all) take(journal, one)
        if (journal.one().status === 'second') {
          journal.add(second)
          take(journal, file(minute(40), 'unjustified', second))
        } else if (typeof journal.judge('HEAD', answerOf(typed)) !== 'string') journal.decide('HEAD', answerOf(typed))
        const before = stateOf(journal)
        for (const one of order) take(journal, one)
        expect(stateOf(journal)).toEqual(before)
      }),
    )
  })
})

describe('when a file was given', () => {
  const handed = '2026-05-18T08:00:00.000Z'
  const now = new Date('2026-06-01T08:00:00Z')
  it.each([
    ['2026-05-20T12:55:00.000Z', '2026-05-20T12:55:00.000Z'],
    ['2026-05-20T14:55:00+02:00', '2026-05-20T12:55:00.000Z'],
    ['2026-06-01T20:00:00Z', '2026-06-01T20:00:00.000Z'],
    ['2026-06-02T08:00:01Z', null],
    [handed, null],
    ['1980-01-01T00:00:00Z', null],
    ['', null],
    ['i går', null],
  ])('%s: %s', (saved_at, given) => expect(givenAt(saved_at, handed, now)).toBe(given))
})
