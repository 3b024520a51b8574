import { z } from 'zod'
import type { Evidence } from '../model/finding.ts'
import { activities, wordsOf } from '../model/vocabulary.ts'
import type { Store } from '../store/store.ts'

/** Evidence before it is put into words: what was seen and in which row. */
export type Seen = Omit<Evidence, 'text'>

const ContactRow = z.object({
  lookup_no: z.coerce.number(),
  reason_id: z.string(),
  relation_grade: z.string(),
  kind: z.string(),
  start_day: z.string(),
  source: z.string(),
  self_registered: z.boolean(),
})
const CancelledRow = z.object({
  lookup_no: z.coerce.number(),
  kind: z.string(),
  start_day: z.string(),
  source: z.string(),
})
const AssignmentRow = z.object({
  lookup_no: z.coerce.number(),
  name: z.string().nullable(),
  purpose: z.string().nullable(),
  explains: z.boolean().nullable(),
  source: z.string(),
})
const LookupRow = z.object({
  lookup_no: z.coerce.number(),
  lookup_id: z.string(),
  activities: z.number(),
  purposes: z.number(),
  break_glass: z.boolean().nullable(),
  declared_reason: z.string().nullable(),
  incidental: z.boolean(),
  is_first: z.boolean().nullable(),
  relation_grade: z.string().nullable(),
  reason_id: z.string().nullable(),
  relation_cause: z.string().nullable(),
  event_count: z.number(),
  covers_from: z.string().nullable(),
  covers_to: z.string().nullable(),
  coverage_source: z.string().nullable(),
})

/**
 * What speaks for and against each lookup asked about, beside what the rules say: its relation, and what it did.
 * @param lookups numbers in `graded_lookup`
 * @param most so many contacts or assignments are said of each lookup, the strongest first
 */
export async function gatherEvidence(
  store: Store,
  lookups: readonly number[],
  settings: { lead_days: number; follow_days: number },
  most: number,
): Promise<Map<number, Seen[]>> {
  await store.run('evidence/asked')
  await store.append(
    'asked_lookup',
    lookups.map((lookup) => [String(lookup)]),
  )
  const values = { most, lead_days: settings.lead_days, follow_days: settings.follow_days }
  const gathered = new Map<number, Seen[]>(lookups.map((lookup) => [lookup, []]))
  const add = (lookup: number, seen: Seen): void => void gathered.get(lookup)?.push(seen)

  for (const row of await store.rows('evidence/lookups', LookupRow)) {
    for (const seen of ofLookup(row)) add(row.lookup_no, seen)
  }
  for (const row of await store.rows('evidence/contacts', ContactRow, values)) {
    const { kind, start_day, source, reason_id, relation_grade } = row
    if (row.self_registered) {
      add(row.lookup_no, { direction: 'against', code: 'self_registered', facts: { kind, start_day }, source })
    } else {
      add(row.lookup_no, {
        direction: 'against',
        code: 'reason',
        facts: { reason_id, relation_grade, kind, start_day },
        source,
      })
    }
  }
  for (const { lookup_no, kind, start_day, source } of await store.rows('evidence/cancelled', CancelledRow, values)) {
    add(lookup_no, { direction: 'against', code: 'cancelled_contact', facts: { kind, start_day }, source })
  }
  for (const row of await store.rows('evidence/assignments', AssignmentRow, values)) {
    const code = row.explains ? 'assignment_purpose' : 'assignment'
    add(row.lookup_no, {
      direction: 'against',
      code,
      facts: { name: row.name, purpose: row.purpose },
      source: row.source,
    })
  }
  return gathered
}

/** What a lookup says of itself. */
function* ofLookup(row: z.infer<typeof LookupRow>): Generator<Seen> {
  const source = `lookup:${row.lookup_id}`
  const done = wordsOf(activities, row.activities)
  if (row.relation_grade === 'E') {
    yield {
      direction: 'for',
      code: 'nothing_explains',
      facts: { covers_from: row.covers_from, covers_to: row.covers_to },
      source: row.coverage_source ?? source,
    }
  }
  if (row.relation_grade === 'D')
    yield { direction: 'against', code: 'not_settled', facts: { covers_to: row.covers_to }, source }
  if (row.reason_id === 'log-review') yield { direction: 'against', code: 'log_review', facts: {}, source }
  if (row.is_first === true) yield { direction: 'for', code: 'first_lookup', facts: {}, source }
  if (row.break_glass === true) yield { direction: 'for', code: 'break_glass', facts: {}, source }
  if (done.some((word) => word === 'print' || word === 'export'))
    yield { direction: 'for', code: 'output', facts: {}, source }
  if (done.some((word) => word === 'create' || word === 'update' || word === 'sign' || word === 'acknowledge')) {
    yield { direction: 'against', code: 'documented', facts: {}, source }
  } else {
    yield { direction: 'for', code: 'nothing_documented', facts: {}, source }
  }
  if (row.incidental) yield { direction: 'against', code: 'incidental', facts: {}, source }
  if (row.event_count === 1) yield { direction: 'against', code: 'single_event', facts: {}, source }
  if (row.declared_reason !== null) {
    yield { direction: 'against', code: 'declared_reason', facts: { reason: row.declared_reason }, source }
  }
}
