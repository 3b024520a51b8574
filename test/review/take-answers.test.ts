import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/model/answers.ts'
import type { HandedCase } from '../../src/model/review.ts'
import { casesOf, readControls } from '../../src/review/controls.ts'
import { takeAnswers } from '../../src/review/take-answers.ts'
import { answerOf, handedCase, handedOut, ids, Journal, today } from './journal.ts'

const reviewers = { all: [], isNear: () => false }
const caseOf = (place: number, more: Partial<HandedCase> = {}): HandedCase =>
  handedCase({
    case_id: `C-${place}`,
    findings: [{ finding_id: `F-${place}`, rule: 'crowd', severity: 'high' }],
    ...more,
  })
const packet = handedOut([1, 2, 3].map((place) => caseOf(place)))
const answers = (...given: [string, Answer['verdict']][]) =>
  given.map(([case_id, verdict]) => ({ ...answerOf(verdict), case_id }))

/** Takes the answers of one packet into the journal. */
function take(journal: Journal, given: Answer[], of = packet, at: string | null = null) {
  const controls = readControls(journal.noted)
  const file = { schema: 'loggkoll/answers/1', not_party: true, saved_at: '', minutes: 0 } as const
  const { packet_id, control_id, reviewer } = of
  const by = { ids, reviewer, packet_id, reviewers, today, given: { at } }
  const taken = takeAnswers({ ...file, packet_id, control_id, answers: given }, of, controls[0]!, casesOf(controls), by)
  for (const entry of taken.entries) journal.add(entry)
  return {
    decided: taken.decided.map(({ case_id, verdict }) => `${case_id} ${verdict}`),
    refused: taken.refused.map(({ case_id, objection }) => `${case_id} ${objection}`),
    absent: taken.absent,
    entries: taken.entries.map(({ entry }) => entry),
  }
}

describe('the answers of a packet', () => {
  it('are each taken or refused for themselves', () => {
    const journal = new Journal(reviewers, packet)
    const given = answers(['C-2', 'mistake'], ['C-1', null], ['C-9', 'mistake'], ['C-2', 'not_person'])
    expect(take(journal, given)).toEqual({
      decided: ['C-2 mistake'],
      refused: ['C-1 no_verdict', 'C-9 unknown_case', 'C-2 twice'],
      absent: ['C-3'],
      entries: ['declared', 'decided'],
    })
  })

  it('are kept once, and in parts', () => {
    const journal = new Journal(reviewers, packet)
    const first = answers(['C-1', 'mistake'], ['C-2', 'ask'])
    take(journal, first)
    expect(take(journal, first)).toMatchObject({ refused: ['C-1 known_already', 'C-2 known_already'], entries: [] })
    const rest = answers(['C-1', 'mistake'], ['C-2', 'explained'], ['C-3', 'unjustified'])
    expect(take(journal, rest)).toMatchObject({ decided: ['C-2 explained', 'C-3 unjustified'], absent: [] })
  })

  it('of another packet are not of this one', () => {
    const journal = new Journal(reviewers, packet, handedOut([caseOf(4)], { packet_id: 'P-2' }))
    expect(take(journal, answers(['C-4', 'mistake']))).toMatchObject({ refused: ['C-4 unknown_case'] })
  })

  it.each([
    ['a new lookup', { lookups: ['L-1', 'L-2'].map((lookup_id) => ({ ...caseOf(1).lookups[0]!, lookup_id })) }],
    ['a new finding', { findings: [{ finding_id: 'F-9', rule: 'own-family', severity: 'high' as const }] }],
  ])('that were written before %s came to a case are no judgement of it', (_, more) => {
    const anew = handedOut([caseOf(1, more)], { packet_id: 'P-2' })
    const journal = new Journal(reviewers, packet, anew)
    const given = answers(['C-1', 'mistake'], ['C-2', 'mistake'])
    expect(take(journal, given)).toMatchObject({ decided: ['C-2 mistake'], refused: ['C-1 handed_anew'] })
    expect(take(journal, answers(['C-1', 'mistake']), anew)).toMatchObject({ decided: ['C-1 mistake'] })
  })
})
