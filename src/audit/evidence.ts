import { z } from 'zod'
import type { Evidence } from '../model/finding.ts'
import { bitsOf } from '../model/vocabulary.ts'
import type { Store } from '../store/store.ts'

/** Evidence before it is put into words: what was seen and in which row. */
export type Seen = Omit<Evidence, 'text'>

/** How long a contact explains what is opened around it, in days. */
interface Reach {
  readonly lead_days: number
  readonly follow_days: number
}

/**
 * What speaks for and against each lookup in `asked_lookup`, beside what the rules say: its relation, and what it did.
 * It goes to `lookup_evidence`.
 * @param most so many contacts or assignments are said of each lookup, the strongest first
 */
export async function gatherEvidence(store: Store, { lead_days, follow_days }: Reach, most: number): Promise<void> {
  const documented_bits = bitsOf('create', 'update', 'sign', 'acknowledge')
  await store.run('evidence/gather', { most, lead_days, follow_days, documented_bits })
}

const Row = z.object({ lookup_no: z.coerce.number(), evidence: z.string() })

/** The evidence of all graded lookups, by their number in `graded_lookup`: for a few. */
export async function readEvidence(store: Store, reach: Reach, most: number): Promise<ReadonlyMap<number, Seen[]>> {
  await store.run('evidence/ask-all')
  await gatherEvidence(store, reach, most)
  const rows = await store.rows('evidence/read', Row)
  return new Map(rows.map(({ lookup_no, evidence }) => [lookup_no, JSON.parse(evidence) as Seen[]]))
}
