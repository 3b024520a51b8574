import { z } from 'zod'
import type { AuditRun, AuditSummary } from '../model/audit-document.ts'
import type { Period } from '../model/period.ts'
import type { Store } from '../store/store.ts'

const count = z.coerce.number()
const Denominators = z.object({
  lookups: count,
  explained: count,
  first_lookups: count,
  first_explained: count,
  unsettled: count,
  incidental: count,
})
const UnitRow = z.object({
  care_unit_id: z.string().nullable(),
  name: z.string().nullable(),
  lookups: count,
  explained: count,
  first_lookups: count,
  first_explained: count,
  unexplained: count,
  unknown: count,
})
const ReasonRow = z.object({ grade: z.string().nullable(), reason: z.string().nullable(), lookups: count })
const HourRow = z.object({ weekday: count, hour: count, lookups: count })
const ProviderRow = z.object({ care_provider_id: z.string().nullable(), lookups: count })
const ApartRow = z.object({
  robot_lookups: count,
  citizen_events: count,
  system_events: count,
  events_without_user: count,
  events_without_time: count,
  session_events: count,
})
const IllFittingRow = z.object({
  rule: z.string(),
  care_unit_id: z.string().nullable(),
  lookups: count,
  flagged: count,
})
const NoticeRow = z.object({
  care_unit_id: z.string(),
  lookups: count,
  unexplained: count,
  users: count,
  users_with_unexplained: count,
})

type Denominators = z.infer<typeof Denominators>

export function countLookups(store: Store): Promise<Denominators> {
  return store.row('audit/count-lookups', Denominators)
}

export function findUnitNotices(store: Store): Promise<AuditSummary['unit_notices']> {
  return store.rows('audit/unit-notices', NoticeRow)
}

/** What is told of the lookups of a period before any rule is asked. */
export interface Survey extends Pick<AuditSummary, 'by_unit' | 'by_reason' | 'by_hour' | 'apart' | 'unit_notices'> {
  readonly denominators: Denominators
}

export async function surveyLookups(store: Store, period: Period): Promise<Survey> {
  const values = { ...period }
  return {
    denominators: await countLookups(store),
    unit_notices: await findUnitNotices(store),
    by_unit: await store.rows('audit/by-unit', UnitRow),
    by_reason: await store.rows('audit/by-reason', ReasonRow),
    by_hour: await store.rows('audit/by-hour', HourRow),
    apart: {
      other_providers: await store.rows('audit/other-providers', ProviderRow, values),
      ...(await store.row('audit/events-apart', ApartRow, values)),
    },
  }
}

/** What a report says beside the findings: shares, plots, and everything that is not in the denominators. */
export async function summarise(
  store: Store,
  { denominators, ...survey }: Survey,
  known: {
    inputs: readonly InputRow[]
    run: Pick<AuditRun, 'rules'>
    budget: number
    allProviders: boolean
    purged: string | null
  },
): Promise<AuditSummary> {
  return {
    ...survey,
    ill_fitting: await store.rows('audit/ill-fitting', IllFittingRow),
    notices: [...noticesOf({ ...known, denominators })],
    budget: known.budget,
  }
}

export const InputRow = z.object({
  batch: z.string(),
  kind: z.string(),
  profile: z.string(),
  status: z.string(),
  file: z.string(),
  sha256: z.string(),
  rows: count,
  nonconforming: count,
  unknown_codes: count,
})
export type InputRow = z.infer<typeof InputRow>

function* noticesOf(known: {
  denominators: Denominators
  inputs: readonly InputRow[]
  run: Pick<AuditRun, 'rules'>
  allProviders: boolean
  purged: string | null
}): Generator<AuditSummary['notices'][number]> {
  if (known.purged !== null) yield { code: 'purged_before', facts: { day: known.purged } }
  if (known.denominators.lookups === 0) yield { code: 'empty_period', facts: {} }
  else if (known.run.rules.every((rule) => rule.flagged === 0)) yield { code: 'no_findings', facts: {} }
  if (known.denominators.unsettled > 0)
    yield { code: 'unsettled_lookups', facts: { lookups: known.denominators.unsettled } }
  if (known.denominators.incidental > 0)
    yield { code: 'incidental_lookups', facts: { lookups: known.denominators.incidental } }
  const missing = new Set(known.run.rules.flatMap((rule) => rule.missing))
  for (const table of missing) yield { code: 'missing_table', facts: { table } }
  for (const { kind, file, nonconforming } of known.inputs) {
    if (kind === 'access' && nonconforming > 0)
      yield { code: 'batch_nonconforming', facts: { file, rows: nonconforming } }
  }
  const drafts = new Set(known.inputs.filter(({ status }) => status === 'draft').map(({ profile }) => profile))
  if (drafts.size > 0) yield { code: 'draft_profile', facts: { profile: [...drafts].join(', ') } }
  if (known.allProviders && known.denominators.lookups > 0) yield { code: 'scope_all_providers', facts: {} }
}
