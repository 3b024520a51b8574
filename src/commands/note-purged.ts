import { retentionWords } from '../language/retention.ts'
import { purgedSince } from '../store/purge.ts'
import type { Store } from '../store/store.ts'
import type { Session } from './session.ts'

/**
 * Says that the log of a period has been purged, so that what is left of it is not taken for all.
 * @param from its first day
 * @returns the day before which it has been; null where nothing of the period has
 */
export async function notePurged(session: Session, store: Store, from: string): Promise<string | null> {
  const day = await purgedSince(store, from)
  if (day !== null) session.note(retentionWords(session.language).answersOfRest(day))
  return day
}
