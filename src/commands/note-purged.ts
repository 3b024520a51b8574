import { retentionWords } from '../language/retention.ts'
import { purgedBefore } from '../store/purge.ts'
import type { Store } from '../store/store.ts'
import type { Session } from './session.ts'

/** Says that the log of a period has been purged, so that what is left of it is not taken for all. @param from its first day */
export async function notePurged(session: Session, store: Store, from: string): Promise<void> {
  const day = await purgedBefore(store)
  if (day !== null && from < day) session.note(retentionWords(session.language).answersOfRest(day))
}
