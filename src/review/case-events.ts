import { z } from 'zod'
import type { Store } from '../store/store.ts'

const text = z.string().nullable()

/** A row of the log as it lies in the store. */
const CaseEvent = z.object({
  local_time: z.string(),
  user_id: z.string(),
  patient_id: text,
  care_unit_id: text,
  activity: text,
  activity_raw: text,
  purpose: text,
  resource_type: text,
  resource_id: text,
  owner_care_unit_id: text,
  source_system: text,
  workstation: text,
  network_address: text,
  declared_reason: text,
})
export type CaseEvent = z.infer<typeof CaseEvent>

/** The second stage of disclosure: every row, workstation and resource behind some lookups. */
export async function readCaseEvents(store: Store, lookup_ids: readonly string[]): Promise<CaseEvent[]> {
  await store.run('review/asked-lookups')
  await store.append(
    'asked_case_lookup',
    lookup_ids.map((lookup) => ['', lookup]),
  )
  return store.rows('review/case-events', CaseEvent)
}

/** The columns of a row of the log, in order. */
export const caseEventColumns = Object.keys(CaseEvent.shape) as (keyof CaseEvent)[]
