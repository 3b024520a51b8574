import { z } from 'zod'
import type { Store } from '../store/store.ts'
import type { Layout } from './header.ts'
import { wordOf } from './mapped-columns.ts'

/** SQL that marks the events of a list view, and what it joins. */
interface ListViewParts {
  readonly list_view: string
  readonly list_view_join: string
}

export interface ListViews {
  readonly parts: ListViewParts
  /** So many patients of one user within a second are a list; 0 where the log cannot show it. */
  readonly patients: number
}

const none: ListViewParts = { list_view: 'false', list_view_join: '' }

/**
 * SQL of an ISO time to the second; other forms seldom have fractions. Where Java leaves out seconds that are zero, they
 * are put back. To ask for the length first spares the usual form a copy.
 */
const isoSecond = `if(strlen(occurred_at) = 19, occurred_at,
  if(occurred_at[17] = ':', left(occurred_at, 19), left(occurred_at, 16) || ':00'))`

/**
 * Finds the list views in the log: one user who opens or finds many patients within one second has had a list on the
 * screen and read no one's record. A log that does not tell seconds cannot show it.
 */
export async function findListViews(store: Store, { profile }: Layout): Promise<ListViews> {
  const { list_view: patients, time_formats } = profile
  if (patients === 0 || !(await tellsSeconds(store, time_formats))) return { parts: none, patients: 0 }
  const isIso = time_formats.length === 0
  const second = isIso ? isoSecond : 'occurred_at'
  await store.run('ingest/list-views', { patients }, { second })
  const { views } = await store.row('ingest/count-list-views', z.object({ views: z.coerce.number() }))
  if (views === 0) return { parts: none, patients }
  const parts = {
    list_view: `(list_view.user_id is not null and coalesce(${wordOf('activity')}, '') in ('read', 'search'))`,
    list_view_join: `left join list_view on list_view.user_id = r.user_id and list_view.second = ${second.replaceAll('occurred_at', 'r.occurred_at')}`,
  }
  return { parts, patients }
}

async function tellsSeconds(store: Store, formats: readonly string[]): Promise<boolean> {
  if (formats.length > 0) return formats.every((format) => /%[STXc]/.test(format))
  return (await store.row('ingest/tells-seconds', z.object({ tells: z.boolean() }))).tells
}
