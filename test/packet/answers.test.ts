import { describe, expect, test } from 'vitest'
import { packetWords } from '../../src/language/packet/index.ts'
import { Answer, Answers } from '../../src/model/answers.ts'
import { answerTo, blank, type Draft, missingIn, readAnswers, weekAfter } from '../../src/page/answers.ts'
import { hasNumber, nameIn, personalOf } from '../../src/page/personal.ts'
import { Review } from '../../src/page/review.ts'
import { verdicts } from '../../src/model/review.ts'
import { handedCase, handedOut, Journal } from '../review/journal.ts'
import { packet } from './fixture.ts'

const words = packetWords('sv')

describe('what a case lacks', () => {
  test.each<[Partial<Draft>, string | undefined]>([
    [{}, 'verdict'],
    [{ comment: 'skrivet' }, 'verdict'],
    [{ verdict: 'explained' }, 'explanation'],
    [{ verdict: 'explained', explanation: 'care' }, undefined],
    [{ verdict: 'explained', explanation: 'other', comment: ' ' }, 'comment'],
    [{ verdict: 'explained', explanation: 'other', comment: 'jour' }, undefined],
    [{ verdict: 'ask' }, 'due'],
    [{ verdict: 'ask', due: '2026-06-08' }, undefined],
    [{ verdict: 'mistake' }, undefined],
    [{ verdict: 'not_person' }, undefined],
    [{ verdict: 'undecidable' }, 'undecided'],
    [{ verdict: 'undecidable', comment: '\n' }, 'undecided'],
    [{ verdict: 'undecidable', comment: 'två berättelser' }, undefined],
    [{ verdict: 'unjustified', comment: 'x' }, 'hearOrSay'],
    [{ verdict: 'unjustified', employee_answer: ' \n' }, 'hearOrSay'],
    [{ verdict: 'unjustified', employee_answer: 'nyfiken' }, undefined],
    [{ verdict: 'unjustified', not_asked_reason: 'har slutat' }, undefined],
  ])('%o: %s', (given, missing) => {
    expect(missingIn({ ...blank(), ...given })).toBe(missing)
  })
})

describe('what the page lets pass', () => {
  const objections = {
    verdict: 'no_verdict',
    explanation: 'no_explanation',
    comment: 'no_comment',
    undecided: 'no_comment',
    hearOrSay: 'employee_not_heard',
  } as const
  const texts = ['', ' \n', 'skrivet']
  const drafts = ['' as const, ...verdicts].flatMap((verdict) =>
    (['', 'care', 'other'] as const).flatMap((explanation) =>
      texts.flatMap((comment) =>
        texts.flatMap((employee_answer) =>
          texts.map((not_asked_reason): Draft => ({
            verdict,
            explanation,
            comment,
            due: '2026-06-08',
            employee_answer,
            not_asked_reason,
          })),
        ),
      ),
    ),
  )

  test('is what import takes, and what it says is missing is what import would', () => {
    const journal = new Journal({ all: [], isNear: () => false }, handedOut([handedCase()]))
    for (const draft of drafts) {
      const missing = missingIn(draft)
      const judged = journal.judge('HEAD', answerTo('C-1', draft))
      const wanted = missing === undefined ? undefined : objections[missing as keyof typeof objections]
      expect(typeof judged === 'string' ? judged : undefined, JSON.stringify(draft)).toBe(wanted)
    }
  })
})

describe('an answer', () => {
  const full: Draft = {
    verdict: 'explained',
    explanation: 'care',
    comment: 'rad 1\nrad 2',
    due: '2026-06-08',
    employee_answer: 'svar',
    not_asked_reason: 'skäl',
  }
  test('holds what goes with its verdict, and is sound', () => {
    const said = {
      case_id: 'C-1',
      comment: 'rad 1\nrad 2',
      explanation: null,
      due: null,
      employee_answer: null,
      not_asked_reason: null,
    }
    expect(answerTo('C-1', full)).toEqual({ ...said, verdict: 'explained', explanation: 'care' })
    expect(answerTo('C-1', { ...full, verdict: 'ask' })).toEqual({ ...said, verdict: 'ask', due: '2026-06-08' })
    expect(answerTo('C-1', { ...full, verdict: 'mistake' })).toEqual({ ...said, verdict: 'mistake' })
    expect(answerTo('C-1', { ...full, verdict: 'unjustified' })).toEqual({
      ...said,
      verdict: 'unjustified',
      employee_answer: 'svar',
      not_asked_reason: 'skäl',
    })
    expect(Answer.parse(answerTo('C-1', blank()))).toMatchObject({ verdict: null, comment: '' })
  })

  test('counts the time between touches, but no long pause, and that of earlier sittings', () => {
    const review = new Review(packet, words)
    for (const minute of [1, 2, 4, 64]) review.touch(minute * 60_000)
    expect(review.answers(new Date(0)).minutes).toBe(6)
    review.resume(new Map(), false, 4.5)
    const answers = review.answers(new Date('2026-06-02T08:00:00Z'))
    expect(Answers.parse(answers)).toMatchObject({
      minutes: 10.5,
      not_party: false,
      saved_at: '2026-06-02T08:00:00.000Z',
    })
    expect(answers.answers.map(({ case_id }) => case_id)).toEqual(packet.cases.map(({ case_id }) => case_id))
  })

  test('is read again as it was written, a field that is not sound left empty', () => {
    const review = new Review(packet, words)
    Object.assign(review.draft(packet.cases[0]!), full)
    const read = readAnswers(JSON.stringify(review.answers(new Date(0))), packet, words)
    expect(read).toMatchObject({ outcome: 'read', unknown: 0, not_party: false })
    expect(read.outcome === 'read' && read.drafts.get('C-000000000001')).toEqual({
      ...full,
      due: '',
      employee_answer: '',
      not_asked_reason: '',
    })
    const odd = {
      case_id: 'C-000000000001',
      verdict: 'constructor',
      explanation: 'toString',
      comment: 7,
      due: 'soon',
      employee_answer: 'x'.repeat(5000),
    }
    const text = JSON.stringify({
      schema: 'loggkoll/answers/1',
      packet_id: packet.packet_id,
      minutes: -3,
      answers: [odd],
    })
    expect(readAnswers(text, packet, words)).toEqual({
      outcome: 'read',
      drafts: new Map([['C-000000000001', { ...blank(), employee_answer: 'x'.repeat(4000) }]]),
      unknown: 0,
      not_party: false,
      minutes: 0,
    })
  })

  test.each([
    '',
    'null',
    '7',
    '[]',
    '"x"',
    '{}',
    '{"schema":"loggkoll/answers/2","answers":[]}',
    '{"schema":"loggkoll/answers/1"}',
  ])('a file that holds %s is broken', (text) =>
    expect(readAnswers(text, packet, words)).toEqual({ outcome: 'broken' }),
  )
})

test('the next case to judge lies after this one, and else from the beginning', () => {
  const review = new Review(packet, words)
  expect(review.nextOpen(2)?.place).toBe(3)
  expect(review.nextOpen(4)?.place).toBe(1)
  for (const one of packet.cases) review.draft(one).verdict = 'mistake'
  expect(review.nextOpen(0)).toBe(undefined)
})

test('an answer is due a week after the packet was made, or a week from today', () => {
  expect(weekAfter('2026-06-01', '2026-06-02')).toBe('2026-06-08')
  expect(weekAfter('2026-06-01', '2026-06-08')).toBe('2026-06-08')
  expect(weekAfter('2026-06-01', '2026-06-09')).toBe('2026-06-16')
  expect(weekAfter('2026-12-28', '2026-12-28')).toBe('2027-01-04')
})

describe('names and numbers in a comment', () => {
  const [first, , third, drawn] = packet.cases.map((one) => personalOf(one, words.notNames))
  test.each([
    ['Karin har svarat', 'Karin'],
    ['karins kollega', 'Karin'],
    ['LINDQVIST', 'Lindqvist'],
    ['Tolvanssons', 'Tolvansson'],
    ['Samma Lindqvi\u0301st', undefined],
    ['karinska huset', undefined],
    ['Medarbetaren var jour', undefined],
  ])('%s: %s', (text, name) => expect(nameIn(text, first!)).toBe(name))

  test('a short name is one only with its capital', () => {
    expect(nameIn('Per ringde', drawn!)).toBe('Per')
    expect(nameIn('en gång per dag', drawn!)).toBe(undefined)
    expect(nameIn('flera journaler', drawn!)).toBe(undefined)
    expect(nameIn('Tolvan var där', drawn!)).toBe('Tolvan')
    expect(nameIn('A\u030akesson', drawn!)).toBe('Åkesson')
  })

  test.each([
    ['19121212-1212', true],
    ['121212-1212', true],
    ['1212121212', true],
    ['12 12 12 12 12', true],
    ['20170101-2393', true],
    ['170101+2393', true],
    ['170161–2393', true],
    ['0701234567', false],
    ['031-1234567', false],
    ['VEK 2026/118', false],
    ['2026-06-01 kl. 10:00', false],
    ['20261301-2393', false],
    ['SE2321000016', false],
  ])('%s: %s', (text, found) => expect(hasNumber(text, first!)).toBe(found))

  test('a pseudonym is neither', () => {
    expect(nameIn('skyddad-7f3a09c1d2e4', third!)).toBe(undefined)
    expect(hasNumber('skyddad-7f3a09c1d2e4', third!)).toBe(false)
  })

  test('a user’s id, and a number of the region’s own, are told where the case shows them', () => {
    const shown = personalOf({ ...packet.cases[0]!, who: 'Kim (SE2321000016-1A2B)', whose: '99R1234567X1' }, [])
    expect(shown.names).toEqual(['Kim'])
    expect(hasNumber('se2321000016-1a2b', shown)).toBe(true)
    expect(hasNumber('99r123 4567 x1', shown)).toBe(true)
    expect(hasNumber('99R1234567X2', shown)).toBe(false)
  })
})
