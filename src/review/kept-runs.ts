import { z } from 'zod'
import type { AuditRun, AuditSummary } from '../model/audit-document.ts'
import { addMonths, type Period } from '../model/period.ts'
import type { Store } from '../store/store.ts'

const Head = z.object({ run_id: z.string(), from_day: z.string(), to_day: z.string() })
const Kept = z.object({ run_id: z.string(), document: z.string() })

/** A run as it is kept, without its findings. */
export interface KeptRun {
  readonly run: AuditRun
  readonly summary: AuditSummary
}

/**
 * The runs that together tell of the months, no day of them twice: those of whole months first, then the shortest.
 * @param within runs that begin on these days; null is all
 */
export async function readKeptRuns(store: Store, within: Partial<Period>): Promise<KeptRun[]> {
  const heads = await store.rows('review/kept-runs', Head)
  const chosen: Period[] = []
  const runs: KeptRun[] = []
  for (const { run_id, from_day: from, to_day: to } of heads.toSorted(byUse)) {
    const isAsked = (within.from ?? from) <= from && (within.to === undefined || from < within.to)
    if (!isAsked || chosen.some((other) => from < other.to && other.from < to)) continue
    chosen.push({ from, to })
    const [row] = await store.rows('audit/latest-run', Kept, { run_id })
    if (!row) continue
    const { document, summary } = JSON.parse(row.document) as { document: { run: AuditRun }; summary: AuditSummary }
    runs.push({ run: document.run, summary })
  }
  return runs.toSorted((a, b) => (a.run.from < b.run.from ? -1 : 1))
}

/** The month that a control belongs to: that of its first day. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

type Head = z.infer<typeof Head>

function byUse(a: Head, b: Head): number {
  const isMonth = ({ from_day, to_day }: Head): boolean => from_day.endsWith('-01') && addMonths(from_day, 1) === to_day
  const days = ({ from_day, to_day }: Head): number => Date.parse(to_day) - Date.parse(from_day)
  return Number(isMonth(b)) - Number(isMonth(a)) || days(a) - days(b) || (a.from_day < b.from_day ? -1 : 1)
}
