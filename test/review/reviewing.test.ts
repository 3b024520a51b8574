import { expect, it } from 'vitest'
import { reviewedRecords } from '../../src/review/reviewing.ts'
import { answerOf, handedCase, handedOut, Journal } from './journal.ts'

const zone = 'Europe/Stockholm'
const nobody = { all: [], isNear: () => false }
/** Each entry a day after the one before it. */
class Days extends Journal {
  override add(body: Parameters<Journal['add']>[0]): this {
    super.add(body)
    const noted = this.noted.pop()!
    const day = String(9 + noted.sequence).padStart(2, '0')
    this.noted.push({ ...noted, time: `2026-05-${day}T08:00:00Z` })
    return this
  }
}
const spans = (journal: Journal) =>
  reviewedRecords([journal.one()], '2026-06-01', zone).map(({ user_id, from, to }) => `${user_id} ${from} ${to}`)

it('a record is looked into from the hand-out until today, or until the case was judged', () => {
  const journal = new Days(nobody, handedOut([handedCase()]))
  expect(spans(journal)).toEqual(['HEAD 2026-05-11 2026-06-01'])
  journal.decide('HEAD', answerOf('ask'))
  expect(spans(journal)).toEqual(['HEAD 2026-05-11 2026-06-01'])
  journal.decide('HEAD', answerOf('mistake'))
  expect(spans(journal)).toEqual(['HEAD 2026-05-11 2026-05-13'])
})

it('again from the day on which something new came to it, and in between not', () => {
  const journal = new Days(nobody, handedOut([handedCase()]))
  journal.decide('HEAD', answerOf('mistake'))
  for (const _ of ['a hold', 'another']) {
    journal.add({ entry: 'held', control_id: 'K-1', case_id: 'C-1', reason: 'r', until: null, released: false })
  }
  const more = { findings: [{ finding_id: 'F-2', rule: 'crowd', severity: 'high' as const }] }
  journal.add(handedOut([handedCase(more)], { packet_id: 'P-2' }))
  expect(spans(journal)).toEqual(['HEAD 2026-05-11 2026-05-12', 'HEAD 2026-05-15 2026-06-01'])
  journal.decide('HEAD', answerOf('explained'))
  expect(spans(journal)).toEqual(['HEAD 2026-05-11 2026-05-12', 'HEAD 2026-05-15 2026-05-16'])
})

it('without a break, when something new comes before it was judged, or it goes to another', () => {
  const journal = new Days(nobody, handedOut([handedCase()]))
  journal.add(handedOut([handedCase()], { packet_id: 'P-2', reviewer: 'DEPUTY', role: 'deputy' }))
  expect(spans(journal)).toEqual(['HEAD 2026-05-11 2026-06-01', 'DEPUTY 2026-05-11 2026-06-01'])
  const more = { findings: [{ finding_id: 'F-2', rule: 'crowd', severity: 'high' as const }] }
  journal.add(handedOut([handedCase(more)], { packet_id: 'P-3', reviewer: 'DEPUTY', role: 'deputy' }))
  expect(spans(journal).filter((span) => span.startsWith('DEPUTY'))).toEqual([
    'DEPUTY 2026-05-11 2026-05-13',
    'DEPUTY 2026-05-13 2026-06-01',
  ])
})

it('every patient of the case, and no other', () => {
  const lookups = ['p', 'q', null].map((patient_id, place) => ({
    lookup_id: `L-${place}`,
    user_id: 'NURSE',
    patient_id,
    grade: 'E' as const,
  }))
  const journal = new Days(nobody, handedOut([handedCase({ patient_id: null, lookups })]))
  const records = reviewedRecords([journal.one()], '2026-06-01', zone)
  expect(records.map(({ patient_id }) => patient_id)).toEqual(['p', 'q'])
})
