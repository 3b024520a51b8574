import { z } from 'zod'
import type { TrainingKey } from '../model/training-key.ts'
import type { Store } from '../store/store.ts'

const Known = z.object({ known: z.coerce.number() })

/**
 * How many of the lookups that a key names, in the days of its control, the log holds. Needs `every_lookup`, so it comes
 * after grading.
 */
export async function keyInLog(
  store: Store,
  { items, from, to }: TrainingKey,
): Promise<{ known: number; all: number }> {
  const named = new Map(
    items
      .flatMap(({ lookups }) => lookups)
      .filter(({ day }) => day >= from && day < to)
      .map(({ user_id, patient_id, day }) => [JSON.stringify([user_id, patient_id, day]), [user_id, patient_id, day]]),
  )
  await store.run('training/asked-key-lookups')
  await store.append('key_lookup', [...named.values()])
  const { known } = await store.row('training/key-lookups', Known)
  return { known, all: named.size }
}
