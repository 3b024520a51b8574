import type { CaseFile, RuleRun } from '../../src/model/audit-document.ts'
import type { AuditReport } from '../../src/reports/audit-report.ts'
import { rules as book } from '../../src/rules/index.ts'
import { findings } from './fixture-findings.ts'
import { wholeReport } from './whole-report.ts'

const lookups = 12_345

function ruleRun(rule: string, given: Partial<RuleRun>): RuleRun {
  return {
    rule,
    version: 1,
    sql_sha256: 'ab12'.repeat(16),
    parameters: {},
    outcome: 'answered',
    assessed: lookups,
    flagged: findings.filter((finding) => finding.rule === rule).length,
    unknown: 0,
    unknown_by_cause: {},
    missing: [],
    ...given,
  }
}

function caseFile(place: number, given: Partial<CaseFile>): CaseFile {
  const case_id = `C-000${place}`
  return {
    case_id,
    subject: 'user_patient',
    user_id: 'SEPROV0001-1A01',
    patient_id: '189001019802',
    care_unit_id: 'SEPROV0001-EKEN',
    severity: 'medium',
    score: 5,
    score_parts: [{ code: 'rule', points: 5, facts: { rule: 'no-care-relation', severity: 'medium' } }],
    minutes: 3,
    finding_ids: findings.filter((finding) => finding.case_id === case_id).map((finding) => finding.finding_id),
    handed_out: true,
    ...given,
  }
}

/** Lookups of a made-up month: most at ten on weekdays, few at night. */
function lookupsAt(weekday: number, hour: number): number {
  const day = Math.max(0, 150 - 14 * Math.abs(hour - 10)) * (weekday > 5 ? 0.25 : 1)
  return Math.round(day) + (hour > 21 || hour < 5 ? 3 : 0)
}

/** Three units, seven cases, protected persons, and data that try to escape. */
const made: Omit<AuditReport, 'findings' | 'tally'> = {
  book,
  document: {
    schema: 'loggkoll/audit/1',
    run: {
      run_id: 'R-5c1e77aa90b2',
      from: '2026-03-01',
      to: '2026-04-01',
      lookups,
      explained: 11_820,
      first_lookups: 2_210,
      first_explained: 1_954,
      zone: 'Europe/Stockholm',
      tool: '0.1.0',
      trail_head: '9d0f'.repeat(16),
      inputs: [
        { batch: 'B-0001', file: 'access-2026-03.csv', sha256: '0a1b'.repeat(16), rows: 61_482 },
        { batch: 'B-0003', file: 'vårdkontakter "mars" & <april>.csv', sha256: '2c3d'.repeat(16), rows: 8_017 },
      ],
      rules: [
        ruleRun('no-care-relation', {
          unknown: 912,
          unknown_by_cause: { no_coverage: 812, not_settled: 88, no_unit: 11, odd_cause: 1 },
        }),
        ruleRun('protected-identity', { unknown: 40, unknown_by_cause: { patient_unknown: 40 } }),
        ruleRun('own-family', {
          parameters: { ended_years: 5, rare_name_persons: 5 },
          unknown: 1_002,
          unknown_by_cause: { no_register_data: 1_002 },
          missing: ['relation'],
        }),
        ruleRun('own-record', { unknown: lookups - 3, unknown_by_cause: { user_person_unknown: lookups - 3 } }),
        ruleRun('off-hours', {
          parameters: { margin_minutes: 0 },
          unknown: lookups - 2,
          unknown_by_cause: { neither_shift_nor_opening: lookups - 2 },
          flagged: 2,
        }),
        ruleRun('ward-night-lists', { parameters: { note: '<b>"x"</b>' } }),
        ruleRun('ward-watchlist', { outcome: 'not_applicable', assessed: 0, missing: ['watchlist', 'patient'] }),
        ruleRun('ward-broken', { outcome: 'failed', assessed: 0 }),
      ],
    },
    findings: [...findings],
  },
  cases: [
    caseFile(1, {
      severity: 'high',
      score: 16,
      score_parts: [
        { code: 'rule', points: 10, facts: { rule: 'own-record', severity: 'high' } },
        { code: 'rule', points: 5, facts: { rule: 'no-care-relation', severity: 'medium' } },
        { code: 'first_lookup', points: 1, facts: {} },
      ],
    }),
    caseFile(2, {
      severity: 'high',
      user_id: 'SEPROV0001-1A02',
      patient_id: '191212121212',
      score: 13,
      score_parts: [
        { code: 'rule', points: 10, facts: { rule: 'own-family', severity: 'high' } },
        { code: 'rule', points: 2, facts: { rule: 'off-hours', severity: 'low' } },
        { code: 'days', points: 1, facts: { days: 2 } },
      ],
    }),
    caseFile(3, {
      severity: 'high',
      user_id: 'SEPROV0001-1A03',
      patient_id: 'skyddad-7f3a09c1d2e4',
      care_unit_id: 'SEPROV0001-AVD3',
      score: 12,
      score_parts: [
        { code: 'rule', points: 10, facts: { rule: 'protected-identity', severity: 'high' } },
        { code: 'protected', points: 2, facts: {} },
      ],
    }),
    caseFile(4, { user_id: 'skyddad-0b1c2d3e4f50', patient_id: '193201027723', care_unit_id: 'SEPROV0001-AVD3' }),
    caseFile(5, { subject: 'unit', user_id: null, patient_id: null, care_unit_id: 'SEPROV0001-ALM' }),
    caseFile(6, {
      subject: 'user',
      severity: 'low',
      user_id: '=HYPERLINK("a";"b")',
      patient_id: null,
      care_unit_id: null,
      score: 2,
      score_parts: [{ code: 'odd_part', points: 2, facts: {} }],
    }),
    caseFile(7, { severity: 'low', patient_id: '194206147490', score: 2, handed_out: false }),
  ],
  summary: {
    by_unit: [
      {
        care_unit_id: 'SEPROV0001-EKEN',
        name: 'Vårdcentralen Eken',
        lookups: 6_120,
        explained: 6_031,
        first_lookups: 1_100,
        first_explained: 1_020,
        unexplained: 61,
        unknown: 28,
      },
      {
        care_unit_id: 'SEPROV0001-AVD3',
        name: 'Avdelning 3 & "Norr" <i>kirurgi</i>',
        lookups: 5_777,
        explained: 5_489,
        first_lookups: 900,
        first_explained: 812,
        unexplained: 104,
        unknown: 184,
      },
      {
        care_unit_id: 'SEPROV0001-ALM',
        name: 'Psykiatrimottagningen Almen',
        lookups: 410,
        explained: 281,
        first_lookups: 200,
        first_explained: 120,
        unexplained: 96,
        unknown: 33,
      },
      {
        care_unit_id: null,
        name: null,
        lookups: 38,
        explained: 19,
        first_lookups: 10,
        first_explained: 2,
        unexplained: 0,
        unknown: 19,
      },
    ],
    by_reason: [
      { grade: 'A+', reason: 'responsible-clinician', lookups: 1_204 },
      { grade: 'A', reason: 'visit', lookups: 8_310 },
      { grade: 'B', reason: 'listing', lookups: 2_306 },
      { grade: 'C', reason: 'earlier-contact', lookups: 12 },
      { grade: 'E', reason: null, lookups: 261 },
      { grade: null, reason: 'no_coverage', lookups: 252 },
    ],
    by_hour: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
      Array.from({ length: 24 }, (_, hour) => ({ weekday, hour, lookups: lookupsAt(weekday, hour) })),
    ),
    apart: {
      other_providers: [
        { care_provider_id: 'SEPROV0002-B <b>', lookups: 55 },
        { care_provider_id: null, lookups: 1 },
      ],
      robot_lookups: 4_100,
      citizen_events: 812,
      system_events: 1,
      events_without_user: 2,
      events_without_time: 0,
      session_events: 9_011,
    },
    unit_notices: [
      { care_unit_id: 'SEPROV0001-ALM', lookups: 410, unexplained: 96, users: 18, users_with_unexplained: 14 },
    ],
    ill_fitting: [{ rule: 'off-hours', care_unit_id: 'SEPROV0001-AVD3', lookups: 5_777, flagged: 612 }],
    notices: [
      { code: 'scope_all_providers', facts: {} },
      { code: 'batch_nonconforming', facts: { file: 'access-2026-03.csv', rows: 12 } },
      { code: 'unsettled_lookups', facts: { lookups: 88 } },
      { code: 'missing_table', facts: { table: 'shift' } },
    ],
    budget: 10,
  },
  names: {
    users: new Map([
      ['SEPROV0001-1A01', { name: 'Anna Provsson', title: 'sjuksköterska' }],
      ['SEPROV0001-1A02', { name: '<img src=x onerror=alert(1)>', title: 'läkare' }],
      ['SEPROV0001-1A03', { name: 'Bo Exempel', title: null }],
      ['SEPROV0001-2B04', { name: '\u001b[31mRöd\u001b[0m \u202eevil', title: 'undersköterska' }],
      // A name book should hold no protected person; a report must not show one that does.
      ['skyddad-0b1c2d3e4f50', { name: 'Hemlig Namn', title: 'läkare' }],
    ]),
    patients: new Map([
      ['189001019802', { name: 'Anna Provsson' }],
      ['191212121212', { name: "Tolvan O'Test \u001b]0;x\u0007" }],
      ['193201027723', { name: 'Karl & Kalle' }],
      ['skyddad-7f3a09c1d2e4', { name: 'Hemlig Namn' }],
    ]),
    units: new Map([
      ['SEPROV0001-EKEN', 'Vårdcentralen Eken'],
      ['SEPROV0001-AVD3', 'Avdelning 3 & "Norr" <i>kirurgi</i>'],
      ['SEPROV0001-ALM', 'Psykiatrimottagningen Almen'],
    ]),
  },
  masked: new Set(['skyddad-7f3a09c1d2e4', 'skyddad-0b1c2d3e4f50']),
}

/** A made-up report: three units, seven cases, protected persons, and data that try to escape. */
export const report = wholeReport(made)

/** The same run over an empty log: nothing was assessed and nothing found. */
export const emptyReport = wholeReport({
  book,
  document: {
    ...report.document,
    run: {
      ...report.document.run,
      lookups: 0,
      explained: 0,
      first_lookups: 0,
      first_explained: 0,
      inputs: [],
      trail_head: '',
      rules: report.document.run.rules.map((run) => ({
        ...run,
        assessed: 0,
        flagged: 0,
        unknown: 0,
        unknown_by_cause: {},
      })),
    },
    findings: [],
  },
  cases: [],
  summary: {
    ...report.summary,
    by_unit: [],
    by_reason: [],
    by_hour: [],
    unit_notices: [],
    ill_fitting: [],
    notices: [{ code: 'empty_period', facts: {} }],
  },
  names: { users: new Map(), patients: new Map(), units: new Map() },
  masked: new Set(),
})
