import { describe, expect, it } from 'vitest'
import { traineesOf } from '../../src/commands/train-trainees.ts'
import type { Session } from '../../src/commands/session.ts'
import type { Entry, Noted, ReviewEntry } from '../../src/model/review.ts'
import { handedCase, handedOut } from '../review/journal.ts'

type Line = readonly [minute: number, body: ReviewEntry]

/** A journal whose entries were made at these minutes of one morning. */
function journal(entries: readonly Line[]): Noted[] {
  return entries.map(([minute, body], place) => ({
    sequence: place + 1,
    time: new Date(Date.UTC(2026, 5, 1, 8, minute)).toISOString(),
    os_user: 'tester',
    as: null,
    body,
  }))
}

const says = (case_id: string, verdict: Entry<'decided'>['verdict'], given: Partial<Entry<'decided'>> = {}) =>
  ({
    entry: 'decided',
    control_id: 'K-1',
    case_id,
    answer_id: `A-${case_id}`,
    packet_id: 'P-1',
    reviewer: 'HEAD',
    second: false,
    verdict,
    explanation: null,
    comment: '',
    due: null,
    employee_answer: null,
    not_asked_reason: null,
    ...given,
  }) satisfies Entry<'decided'>

const cases = ['C-1', 'C-2', 'C-3', 'C-4'].map((case_id) => handedCase({ case_id }))
const of = (...entries: readonly Line[]) => traineesOf({} as Session, journal(entries), [], [])

describe('the trainees of a journal', () => {
  it('are those to whom something was handed, each with what was their own to judge', async () => {
    const trainees = await of(
      [0, handedOut(cases.slice(0, 2))],
      [0, handedOut(cases.slice(2), { packet_id: 'P-2', reviewer: 'OTHER', minutes: 7 })],
      [0, handedOut(cases.slice(0, 1), { packet_id: 'P-3', reviewer: 'SECOND', role: 'second' })],
      [5, says('C-1', 'unjustified', { not_asked_reason: 'har slutat' })],
      [6, says('C-3', 'explained', { reviewer: 'OTHER' })],
      [9, says('C-1', 'explained', { reviewer: 'SECOND', second: true })],
    )
    expect(trainees.map(({ reviewer, packets, estimated_minutes }) => [reviewer, packets, estimated_minutes])).toEqual([
      ['HEAD', ['P-1'], 3],
      ['OTHER', ['P-2'], 7],
    ])
    expect(trainees.map(({ judgements }) => [...judgements])).toEqual([
      [['C-1', { verdict: 'unjustified', heard: false }]],
      [['C-3', { verdict: 'explained', heard: false }]],
    ])
    expect(trainees[0]?.cases.map(({ case_id }) => case_id)).toEqual(['C-1', 'C-2'])
  })

  it('have asked once they have asked, and heard who was asked before', async () => {
    const [trainee] = await of(
      [0, handedOut(cases)],
      [1, says('C-1', 'ask')],
      [2, says('C-1', 'explained')],
      [3, says('C-2', 'ask')],
      [4, says('C-2', 'unjustified', { not_asked_reason: 'svarade inte' })],
      [5, says('C-3', 'unjustified', { employee_answer: 'Jag var nyfiken.' })],
      [6, says('C-4', 'explained')],
      [7, says('C-4', 'mistake')],
    )
    expect([...(trainee?.judgements ?? [])]).toEqual([
      ['C-1', { verdict: 'ask', heard: true }],
      ['C-2', { verdict: 'unjustified', heard: true }],
      ['C-3', { verdict: 'unjustified', heard: true }],
      ['C-4', { verdict: 'mistake', heard: false }],
    ])
  })

  it('take their time, but for long pauses, and none that is known where all was taken back at once', async () => {
    const [trainee] = await of(
      [0, handedOut(cases)],
      [1, says('C-1', 'ask')],
      [4, says('C-2', 'ask')],
      [34, says('C-3', 'ask')],
      [36, says('C-4', 'ask')],
    )
    expect(trainee?.minutes).toBe(5)
    expect(trainee?.judgements.get('C-1')).toEqual({ verdict: 'ask', heard: false })
    const [imported] = await of(
      [0, handedOut(cases)],
      ...cases.map(({ case_id }) => [9, says(case_id, 'ask')] as const),
    )
    expect(imported?.minutes).toBeNull()
  })
})
