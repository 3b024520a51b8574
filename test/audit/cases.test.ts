import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { makeCases, tallyRun } from '../../src/audit/cases.ts'
import { beginFinding } from '../../src/audit/findings.ts'
import { saveCases } from '../../src/audit/keep-run.ts'
import type { AuditSummary, CaseFile } from '../../src/model/audit-document.ts'
import type { Finding } from '../../src/model/finding.ts'
import { severities } from '../../src/model/severity.ts'
import { Keyring } from '../../src/workspace/key.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { workspace } from '../harness/program.ts'
import { audit, persons, world } from './world.ts'

const ids = Keyring.make('test')
let made = 0

type Flagged = Pick<
  Finding,
  | 'case_id'
  | 'rule'
  | 'severity'
  | 'subject'
  | 'user_id'
  | 'patient_id'
  | 'care_unit_id'
  | 'day'
  | 'opens'
  | 'relation_grade'
> & { readonly is_first: boolean; readonly suppressed: boolean; readonly lookups: readonly number[] }

/** A finding of nurse-1 on one patient, unless it says otherwise. */
function finding(given: Partial<Flagged> = {}): Flagged {
  return {
    case_id: 'C-1',
    rule: 'no-care-relation',
    severity: 'medium',
    subject: 'user_patient',
    user_id: 'nurse-1',
    patient_id: 'patient-1',
    care_unit_id: 'unit-1',
    day: '2026-03-03',
    opens: true,
    relation_grade: 'E',
    is_first: false,
    suppressed: false,
    lookups: [made++],
    ...given,
  }
}

/** The cases that are made of findings, as they are kept. */
async function casesOf(
  findings: readonly Flagged[],
  budget = 10,
  notices: AuditSummary['unit_notices'] = [],
): Promise<CaseFile[]> {
  const store = await openStore(openWorkspace(await workspace()), 0)
  try {
    await store.run('grade/temp-tables')
    await beginFinding(store, [])
    await store.append(
      'found',
      findings.map((one, place) => [
        one.rule,
        '1',
        String(one.lookups[0]),
        JSON.stringify(one.lookups),
        `F-${place + 1}`,
        one.case_id,
        String(severities.indexOf(one.severity)),
        one.subject,
        one.user_id,
        one.patient_id,
        one.care_unit_id,
        one.day,
        String(one.opens),
        '2026-03-03 10:00:00',
        '2026-03-03 10:00:00',
        '1',
        one.relation_grade,
        JSON.stringify(one.lookups.map((lookup) => `L-${lookup}`)),
        '{}',
        'lookup:L-1',
        String(one.suppressed),
        String(one.is_first),
      ]),
    )
    await makeCases(store, notices, '2026-03-01', budget)
    await saveCases(store, 'R-1', await tallyRun(store))
    const kept = await store.rows('audit/run-cases', z.object({ document: z.string() }), {
      run_id: 'R-1',
      handed_out: false,
    })
    return kept.map(({ document }) => JSON.parse(document) as CaseFile)
  } finally {
    store.close()
  }
}

const days = (count: number) =>
  Array.from({ length: count }, (_, place) => `2026-03-${String(place + 1).padStart(2, '0')}`)

describe('the score of a case', () => {
  it.each([
    ['info', 0],
    ['low', 2],
    ['medium', 5],
    ['high', 10],
    ['critical', 20],
  ] as const)('of one %s finding is %i', async (severity, score) => {
    expect((await casesOf([finding({ severity })]))[0]).toMatchObject({ severity, score })
  })

  it('counts each rule once, by its gravest finding', async () => {
    const [one] = await casesOf([
      finding({ rule: 'own-family', severity: 'low' }),
      finding({ rule: 'own-family', severity: 'high' }),
      finding({ rule: 'own-family', severity: 'medium' }),
      finding({ rule: 'off-hours', severity: 'low', opens: false }),
    ])
    expect(one).toMatchObject({ severity: 'high', score: 12 })
    expect(one!.score_parts).toEqual([
      { code: 'rule', points: 10, facts: { rule: 'own-family', severity: 'high' } },
      { code: 'rule', points: 2, facts: { rule: 'off-hours', severity: 'low' } },
    ])
    expect(one!.finding_ids).toHaveLength(4)
  })

  it.each([
    [1, 5],
    [2, 6],
    [6, 10],
    [7, 10],
    [20, 10],
  ])('counts %i days, and a long series no more than five', async (count, score) => {
    expect((await casesOf(days(count).map((day) => finding({ day }))))[0]!.score).toBe(score)
  })

  it('counts the first lookup of the patient by the user, once', async () => {
    const [one] = await casesOf([
      finding({ is_first: true }),
      finding({ rule: 'off-hours', severity: 'low', is_first: true }),
    ])
    expect(one).toMatchObject({ score: 8 })
    expect(one!.score_parts.at(-1)).toEqual({ code: 'first_lookup', points: 1, facts: {} })
  })
})

describe('cases', () => {
  it('are opened only by a finding that opens', async () => {
    const cases = await casesOf([finding({ opens: false }), finding({ case_id: 'C-2' })])
    expect(cases.map(({ case_id }) => case_id)).toEqual(['C-2'])
  })

  it('come in the order of their score, then severity, then id', async () => {
    const cases = await casesOf([
      finding({ case_id: 'C-9', severity: 'low' }),
      finding({ case_id: 'C-5', severity: 'medium' }),
      finding({ case_id: 'C-4', severity: 'medium' }),
      ...days(6).map((day) => finding({ case_id: 'C-8', day })),
      finding({ case_id: 'C-7', severity: 'high' }),
      finding({ case_id: 'C-1', severity: 'critical' }),
    ])
    expect(cases.map(({ case_id, score }) => [case_id, score])).toEqual([
      ['C-1', 20],
      ['C-7', 10],
      ['C-8', 10],
      ['C-4', 5],
      ['C-5', 5],
      ['C-9', 2],
    ])
  })

  it('are handed out up to the budget of each unit', async () => {
    const at = (case_id: string, care_unit_id: string | null, severity: Finding['severity']) =>
      finding({ case_id, care_unit_id, severity })
    const cases = await casesOf(
      [
        at('C-1', 'unit-1', 'critical'),
        at('C-2', 'unit-1', 'high'),
        at('C-3', 'unit-1', 'medium'),
        at('C-4', 'unit-2', 'low'),
        at('C-5', null, 'low'),
        at('C-6', null, 'low'),
        at('C-7', null, 'low'),
      ],
      2,
    )
    expect(cases.filter(({ handed_out }) => handed_out).map(({ case_id }) => case_id)).toEqual([
      'C-1',
      'C-2',
      'C-4',
      'C-5',
      'C-6',
    ])
  })

  it('under a unit notice, keep what another rule opens', async () => {
    const notice = [{ care_unit_id: 'unit-1', lookups: 9, unexplained: 9, users: 3, users_with_unexplained: 3 }]
    const cases = await casesOf(
      [
        finding({ case_id: 'C-1' }),
        finding({ case_id: 'C-2', user_id: 'nurse-2' }),
        finding({ case_id: 'C-3', user_id: 'nurse-3' }),
        finding({ case_id: 'C-3', user_id: 'nurse-3', rule: 'own-record', severity: 'high' }),
        finding({ case_id: 'C-4', relation_grade: 'C', severity: 'low' }),
        finding({ case_id: 'C-5', care_unit_id: 'unit-2' }),
        finding({ case_id: 'C-6', rule: 'off-hours', severity: 'low', opens: false }),
        finding({ case_id: 'C-6' }),
      ],
      10,
      notice,
    )
    const unitCase = ids.id('C', ['unit', 'unit-1', '2026-03-01'])
    expect(cases.map(({ case_id, subject, score }) => [case_id, subject, score])).toEqual([
      ['C-3', 'user_patient', 15],
      ...['C-5', unitCase].toSorted().map((id) => [id, id === unitCase ? 'unit' : 'user_patient', 5]),
      ['C-4', 'user_patient', 2],
    ])
    expect(cases.find(({ case_id }) => case_id === unitCase)!.finding_ids).toEqual(['F-1', 'F-2', 'F-8'])
  })
})

it('a rule that only adds is counted, and adds to a case that another opens', async () => {
  const [patient, other, nurse] = persons(3)
  const event = { user_id: 'nurse-1', care_unit_id: 'unit-1', activity: 'read', occurred_at: '2026-03-03T20:00:00' }
  const { cases, document } = await audit(
    await world({
      access: [
        { ...event, patient_id: patient },
        { ...event, patient_id: nurse },
        { ...event, patient_id: other, occurred_at: '2026-03-03T10:00:00' },
      ],
      staff: [{ user_id: 'nurse-1', person_id: nurse }],
      care_unit: [{ care_unit_id: 'unit-1', opening: 'Mo-Fr 08:00-17:00' }],
    }),
  )
  expect(document.findings.map(({ rule, patient_id, opens }) => [rule, patient_id, opens])).toEqual([
    ['own-record', nurse, true],
    ['off-hours', patient, false],
    ['off-hours', nurse, false],
  ])
  expect(cases.map(({ patient_id, score, finding_ids }) => [patient_id, score, finding_ids.length])).toEqual([
    [nurse, 12, 2],
  ])
})
