import { verdicts } from '../../../src/model/review.ts'
import type { UnitDocument } from '../../../src/model/unit-document.ts'

const none = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as UnitDocument['review']['verdicts']

const remark = {
  code: 'draft_profile',
  severity: 'medium' as const,
  subject: null,
  source_system: null,
  part: 1,
  whole: null,
  facts: { profile: 'cosmic-draft' },
  places: [],
  more_places: 0,
}

/** What a head of unit gets on a usual month. */
export const unitDocument: UnitDocument = {
  schema: 'loggkoll/unit/1',
  tool: '0.1.0',
  prepared: '2026-06-01T08:00:00Z',
  run_id: 'R-0ae866e0157654f6',
  from: '2026-05-01',
  to: '2026-06-01',
  care_unit_id: 'SE5560000000-U120',
  unit: 'Medicinmottagningen',
  care_provider: 'Region Almvik',
  case_number: 'HSN-2026-1',
  purged_before: null,
  archive_months: 60,
  lookups: 1246,
  explained: 1170,
  unexplained: 60,
  unknown: 16,
  first_lookups: 200,
  first_explained: 180,
  months: [
    { from: '2026-03-01', to: '2026-04-01', lookups: 1100, explained: 1050 },
    { from: '2026-04-01', to: '2026-05-01', lookups: 1300, explained: 1250 },
    { from: '2026-05-01', to: '2026-06-01', lookups: 1246, explained: 1170 },
  ],
  cases: { selected: 10, not_selected: 8, minutes: 31 },
  questions: [
    { rule: 'no-care-relation', cases: 8 },
    { rule: 'own-record', cases: 1 },
  ],
  review: {
    controls: 1,
    handed_out: 8,
    drawn: 2,
    central: 2,
    minutes: 24,
    signed: 0,
    verdicts: { ...none, explained: 3, mistake: 1 },
    open: 2,
    asked: 1,
    second: 1,
    disagreed: 0,
  },
  tasks: [
    { task: 'follow_up', cases: 1, minutes: 0, due: '2026-06-03' },
    { task: 'second', cases: 1, minutes: 0, due: '2026-06-02' },
    { task: 'answers', cases: 1, minutes: 0, due: '2026-06-08' },
    { task: 'judge', cases: 2, minutes: 6, due: null },
  ],
  unit_notice: null,
  ill_fitting: [{ rule: 'off-hours', lookups: 1246, flagged: 90 }],
  unasked: ['neighbour'],
  quality: { answer: 'remark', severity: 'medium', remarks: [remark], more: 2 },
  trail_head: '51'.repeat(32),
}

/** As much as a report can ever hold. */
export const fullestUnit: UnitDocument = {
  ...unitDocument,
  purged_before: '2026-05-15',
  unit: 'Ortopediska kliniken, mottagning och dagkirurgi, Södra länssjukhuset i Almvik',
  months: Array.from({ length: 12 }, (_, month) => ({
    from: `2025-${String(month + 1).padStart(2, '0')}-28`,
    to: `2026-${String(month + 1).padStart(2, '0')}-28`,
    lookups: 1_000_000,
    explained: 900_000 + month,
  })),
  questions: Array.from({ length: 20 }, (_, place) => ({
    rule: ['repeated-lookup', 'serial-lookup', 'own-family', 'watched-person'][place % 4]!,
    cases: 1000 - place,
  })),
  review: {
    ...unitDocument.review,
    verdicts: { explained: 10, ask: 0, mistake: 10, not_person: 10, unjustified: 10, undecidable: 10 },
    disagreed: 3,
  },
  tasks: (
    ['data_first', 'follow_up', 'second', 'answers', 'judge_again', 'judge', 'sign', 'hand_out', 'plan'] as const
  ).map((task) => ({ task, cases: 100, minutes: 300, due: '2026-09-30' })),
  unit_notice: { lookups: 1246, unexplained: 300, users: 30, users_with_unexplained: 25 },
  ill_fitting: Array.from({ length: 9 }, () => ({ rule: 'repeated-lookup', lookups: 1_000_000, flagged: 100_000 })),
  unasked: Array.from({ length: 20 }, () => 'protected-identity'),
  quality: { answer: 'remark', severity: 'high', remarks: [remark, remark], more: 40 },
}
