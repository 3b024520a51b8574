import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RelationGrade } from '../../src/model/grade.ts'
import type { HandedCase } from '../../src/model/review.ts'
import { Reviewed } from '../../src/review/states.ts'
import { ingest, persons, type Rows, world } from '../audit/world.ts'
import { run } from '../harness/program.ts'
import { answerOf, handedCase, handedOut, Journal } from './journal.ts'

const nobody = { all: [], isNear: () => false }
const lookup = (lookup_id: string, grade: RelationGrade | null = 'E') => ({
  lookup_id,
  user_id: 'NURSE',
  patient_id: 'patient',
  grade,
})
const finding = {
  finding_id: 'F-1',
  rule: 'no-care-relation',
  rule_version: 1,
  lookup_ids: ['L-1'] as string[],
  relation_grade: 'E' as RelationGrade | null,
}

describe('what the reviews have made of a finding', () => {
  const journalOf = (given: Partial<HandedCase> = {}): Journal => new Journal(nobody, handedOut([handedCase(given)]))
  const stateIn = (journal: Journal, given: Partial<typeof finding> = {}) =>
    new Reviewed([journal.one()]).stateOf({ ...finding, ...given })
  const judgedOf = (given: Partial<HandedCase> = {}): Journal => {
    const journal = journalOf(given)
    journal.decide('HEAD', answerOf('mistake'))
    return journal
  }

  it('nothing, when it was never handed out', () => {
    expect(new Reviewed([]).stateOf(finding)).toBe('new')
    expect(stateIn(judgedOf(), { finding_id: 'F-9', lookup_ids: ['L-9'] })).toBe('new')
    expect(stateIn(judgedOf(), { finding_id: 'F-9', lookup_ids: [] })).toBe('new')
  })

  it('open, from the hand-out until the last word is said', () => {
    const journal = journalOf()
    expect(stateIn(journal)).toBe('open')
    journal.decide('HEAD', answerOf('ask'))
    expect(stateIn(journal)).toBe('open')
    journal.decide('HEAD', answerOf('unjustified'))
    expect(stateIn(journal)).toBe('open')
    journal.add({ ...journal.one().decisions[1]!.body, reviewer: 'SECOND', second: true })
    expect(stateIn(journal)).toBe('decided')
  })

  it('decided, and another version of the rule, or another rule, reopens nothing', () => {
    const journal = judgedOf()
    expect(stateIn(journal)).toBe('decided')
    expect(stateIn(journal, { rule_version: 2 })).toBe('decided')
    expect(stateIn(journal, { finding_id: 'F-9', rule_version: 2 })).toBe('decided')
    expect(stateIn(journal, { finding_id: 'F-9', rule: 'off-hours' })).toBe('decided')
    expect(stateIn(journalOf(), { finding_id: 'F-9', rule: 'off-hours' })).toBe('open')
  })

  it('new, when a rule that was asked then sees now what it did not: a register has a new entry', () => {
    expect(stateIn(judgedOf(), { finding_id: 'F-9', rule: 'watched-person' })).toBe('new')
  })

  const grades = ['A+', 'A', 'B+', 'B', 'P', 'C', 'D', 'E'] as const
  it.each(grades)('new, when the data now explain it less than %s', (then) => {
    const journal = judgedOf({ lookups: [lookup('L-1', then)] })
    const order = ['A+', 'A', 'B+', 'BP', 'C', 'D', 'E']
    const place = (grade: string) => order.findIndex((one) => one === grade || (one === 'BP' && 'BP'.includes(grade)))
    for (const now of grades) {
      const expected = place(now) > place(then) ? 'new' : 'decided'
      expect(stateIn(journal, { relation_grade: now }), `${then}, now ${now}`).toBe(expected)
      expect(stateIn(journal, { finding_id: 'F-9', rule: 'x', relation_grade: now }), now).toBe(expected)
    }
    expect(stateIn(journal, { relation_grade: null })).toBe('decided')
  })

  it('new, when what gathers several lookups has one more', () => {
    const crowd = { findings: [{ finding_id: 'F-1', rule: 'crowd', severity: 'high' as const }] }
    const journal = judgedOf({ ...crowd, lookups: [lookup('L-1'), lookup('L-2')] })
    const gathered = { rule: 'crowd', relation_grade: null }
    expect(stateIn(journal, { ...gathered, lookup_ids: ['L-1', 'L-2'] })).toBe('decided')
    expect(stateIn(journal, { ...gathered, lookup_ids: ['L-2'] })).toBe('decided')
    expect(stateIn(journal, { ...gathered, lookup_ids: ['L-1', 'L-2', 'L-3'] })).toBe('new')
  })

  it('decided, when a lookup beside the one that is graded was explained', () => {
    const journal = judgedOf({ lookups: [lookup('L-1', 'A'), lookup('L-2', 'E')] })
    expect(stateIn(journal, { lookup_ids: ['L-1', 'L-2'] })).toBe('decided')
  })

  it('as the least of the cases that hold its lookups', () => {
    const two = (rules: Record<string, number>) =>
      new Journal(
        nobody,
        handedOut([handedCase()], { rules: { ...rules, x: 1 } }),
        handedOut([handedCase({ case_id: 'C-2', lookups: [lookup('L-2')], findings: [] })], {
          packet_id: 'P-2',
          rules,
        }),
      )
    const stateOf = (journal: Journal) =>
      new Reviewed([journal.one(), journal.one('C-2')]).stateOf({
        ...finding,
        finding_id: 'F-9',
        rule: 'x',
        lookup_ids: ['L-1', 'L-2'],
      })
    const journal = two({})
    expect(stateOf(journal)).toBe('open')
    journal.decide('HEAD', answerOf('mistake'))
    expect(stateOf(journal)).toBe('open')
    journal.decide('HEAD', { ...answerOf('mistake'), case_id: 'C-2' })
    expect(stateOf(journal)).toBe('decided')
    expect(stateOf(two({ x: 1 }))).toBe('new')
  })

  it.each([
    ['a new lookup', { lookups: [lookup('L-1', 'A'), lookup('L-2', 'A')] }],
    [
      'a new finding',
      {
        lookups: [lookup('L-1', 'A')],
        findings: ['F-1', 'F-2'].map((finding_id) => ({ finding_id, rule: 'crowd', severity: 'high' as const })),
      },
    ],
    ['a weaker grade', { lookups: [lookup('L-1', 'E')] }],
  ])('open again, and not judged, when it is handed out again with %s', (_, more) => {
    const journal = judgedOf({ lookups: [lookup('L-1', 'A')] })
    journal.add(handedOut([handedCase(more)], { packet_id: 'P-2' }))
    expect(journal.one()).toMatchObject({ status: 'open', verdict: null, decisions: [] })
    journal.decide('HEAD', answerOf('mistake'))
    expect(journal.one()).toMatchObject({ status: 'closed' })
  })

  it('as it was, when the same is handed out again to another, or to a second reviewer', () => {
    const journal = judgedOf()
    journal.add(handedOut([handedCase()], { packet_id: 'P-2', reviewer: 'DEPUTY', role: 'deputy' }))
    expect(journal.one()).toMatchObject({ status: 'closed', reviewer: 'DEPUTY', handed_to: ['HEAD', 'DEPUTY'] })
    journal.add(handedOut([handedCase()], { packet_id: 'P-3', reviewer: 'SECOND', role: 'second', care_unit_id: null }))
    expect(journal.one()).toMatchObject({ status: 'closed', reviewer: 'DEPUTY', packet_unit: 'unit-1' })
  })
})

const [patient, known, other, nurse] = persons(4) as [string, string, string, string]
const event = { user_id: 'NURSE', care_unit_id: 'unit-1', activity: 'read' }
const visit = { care_unit_id: 'unit-1', kind: 'visit', start_time: '2026-03-10 09:00', registered_by: 'CLERK' }
const contact = (contact_id: string, patient_id: string, more = {}): Rows[number] => ({
  ...visit,
  contact_id,
  patient_id,
  ...more,
})

const covers = ['--covers', '2026-01-01..2026-06-30']

describe('through the commands', () => {
  /** A nurse who opens the record of one patient whom nothing explains, and of a watched one who has a visit. */
  async function ward(patients = [patient, known]) {
    const folder = await world(
      {
        access: [
          { ...event, patient_id: patient, occurred_at: '2026-03-10T10:00:00' },
          { ...event, patient_id: known, occurred_at: '2026-03-11T10:00:00' },
        ].filter(({ patient_id }) => patients.includes(patient_id)),
        care_contact: [contact('K-1', known), contact('K-2', other)],
        staff: [{ user_id: 'NURSE', person_id: nurse }, { user_id: 'HEAD' }],
        patient: [patient, known, other].map((patient_id) => ({ patient_id })),
        reviewer: [{ care_unit_id: 'unit-1', user_id: 'HEAD', role: 'reviewer' }],
        watchlist: [{ patient_id: known, reason: 'known from the papers', valid_from: '2026-03-01' }],
      },
      { covers: covers[1]! },
    )
    const loggkoll = (...words: string[]) => run(['-w', folder, '--as', 'HEAD', ...words])
    const packet = join(folder, 'packet.json')
    return {
      folder,
      loggkoll,
      audit: async () => expect((await loggkoll('audit', '--month', '2026-03')).code).toBe(0),
      /** The case ids of the packet that is handed out now, and what is said. */
      handOut: async () => {
        const { code, err } = await loggkoll('-o', packet, 'review', 'export', '--unit', 'unit-1')
        expect(code, err).toBe(0)
        const cases = (JSON.parse(readFileSync(packet, 'utf8')) as { cases: { case_id: string; whose: string }[] })
          .cases
        return { cases, err, notices: readFileSync(packet, 'utf8') }
      },
      decide: async (id: string, verdict = 'mistake') =>
        expect((await loggkoll('review', 'decide', id, '--verdict', verdict)).err).toContain(id),
      /** Rule → state, of the findings about one patient. */
      states: async (patient_id: string): Promise<Record<string, string>> => {
        const { out } = await loggkoll('--format', 'json', 'findings', '--patient', patient_id)
        const { findings } = JSON.parse(out) as { findings: { rule: string; state: string }[] }
        return Object.fromEntries(findings.map(({ rule, state }) => [rule, state]))
      },
      casesThat: async (state: string): Promise<number> => {
        const { out } = await loggkoll('--format', 'json', 'cases', '--state', state)
        return (JSON.parse(out) as { cases: unknown[] }).cases.length
      },
    }
  }

  it('a judged case is asked again for what is new, and for nothing else', async () => {
    const { folder, audit, handOut, decide, states, casesThat } = await ward()
    await audit()
    expect(await states(patient)).toEqual({ 'no-care-relation': 'new' })
    const first = await handOut()
    expect(first.cases).toHaveLength(2)
    expect([await casesThat('open'), await casesThat('new')]).toEqual([2, 0])
    for (const { case_id } of first.cases) await decide(case_id)
    expect([await casesThat('decided'), await casesThat('open')]).toEqual([2, 0])
    // The same again: nothing new.
    await audit()
    expect(await states(patient)).toEqual({ 'no-care-relation': 'decided' })
    expect(await states(known)).toEqual({ 'watched-person': 'decided' })
    expect((await handOut()).err).toContain('Inget nytt')

    // The visit that explained the lookup is taken back: the grade is weaker.
    await ingest(
      folder,
      'care_contact',
      [contact('K-1', known, { status: 'cancelled' }), contact('K-2', other)],
      covers,
    )
    await audit()
    expect(await states(known)).toMatchObject({ 'watched-person': 'new' })
    expect(await states(patient)).toEqual({ 'no-care-relation': 'decided' })
    const second = await handOut()
    expect(second.err).not.toContain('Inget nytt')
    expect(second.cases).toHaveLength(1)
    expect(await casesThat('open')).toBe(1)
    await decide(second.cases[0]!.case_id, 'not_person')
    expect([await casesThat('decided'), await casesThat('open'), await casesThat('new')]).toEqual([2, 0, 0])

    // The register tells of a tie to the other patient.
    await ingest(folder, 'relation', [{ person_id: nurse, related_person_id: patient, kind: 'sibling' }])
    await audit()
    expect(await states(patient)).toEqual({ 'no-care-relation': 'decided', 'own-family': 'new' })
    const third = await handOut()
    expect(third.cases.map(({ case_id }) => case_id)).toEqual(
      first.cases.map(({ case_id }) => case_id).filter((id) => id !== second.cases[0]!.case_id),
    )
    await decide(third.cases[0]!.case_id, 'not_person')

    // The nurse opens the record once more.
    await ingest(folder, 'access', [{ ...event, patient_id: patient, occurred_at: '2026-03-20T10:00:00' }])
    await audit()
    expect(Object.values(await states(patient))).toContain('new')
    expect((await handOut()).cases.map(({ case_id }) => case_id)).toEqual(third.cases.map(({ case_id }) => case_id))
    expect(await casesThat('open')).toBe(1)
  })

  it('a packet of the same cases is another when they are explained less', async () => {
    const { folder, audit, handOut, decide, casesThat } = await ward([known])
    await audit()
    const first = await handOut()
    await decide(first.cases[0]!.case_id)
    await ingest(
      folder,
      'care_contact',
      [contact('K-1', known, { status: 'cancelled' }), contact('K-2', other)],
      covers,
    )
    await audit()
    expect((await handOut()).err).not.toContain('Inget nytt')
    expect([await casesThat('open'), await casesThat('new')]).toEqual([1, 0])
  })

  it('what was handed out never closes itself, and says that it is explained now', async () => {
    const { folder, loggkoll, audit, handOut, decide } = await ward()
    await audit()
    const first = await handOut()
    await ingest(folder, 'care_contact', [contact('K-1', known), contact('K-3', patient)], covers)
    await audit()
    const again = await handOut()
    expect(again.cases).toHaveLength(2)
    expect(again.notices).toContain('Rättade uppgifter förklarar nu öppningen')
    const status = async () => JSON.parse((await loggkoll('--format', 'json', 'review', 'status')).out)
    expect((await status()).controls[0]).toMatchObject({ stage: 'handed_out' })
    const early = await loggkoll('review', 'sign', '--unit', 'unit-1')
    expect(early.code).toBe(77)
    expect(early.err).toMatch(/2 of 2 cases are not ready \(C-\w+: not judged\)/)
    for (const { case_id } of first.cases) await decide(case_id)
    expect((await status()).controls[0]).toMatchObject({ stage: 'judged' })
    expect((await loggkoll('review', 'sign', '--unit', 'unit-1')).code).toBe(0)
  })

  it('what was judged in a signed control opens it again only for what is new', async () => {
    const { folder, loggkoll, audit, handOut, decide } = await ward()
    await audit()
    for (const { case_id } of (await handOut()).cases) await decide(case_id)
    expect((await loggkoll('review', 'sign', '--unit', 'unit-1')).code).toBe(0)
    expect((await handOut()).err).toContain('Inget nytt')
    expect((await loggkoll('review', 'sign', '--unit', 'unit-1')).code).toBe(77)
    await ingest(folder, 'access', [{ ...event, patient_id: patient, occurred_at: '2026-03-20T10:00:00' }])
    await audit()
    const { cases } = await handOut()
    expect(cases).toHaveLength(1)
    expect((await loggkoll('review', 'sign', '--unit', 'unit-1')).code).toBe(77)
    await decide(cases[0]!.case_id)
    expect((await loggkoll('review', 'sign', '--unit', 'unit-1')).code).toBe(0)
  })
})
