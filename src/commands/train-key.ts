import { readFileSync } from 'node:fs'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { normalisePersonId } from '../model/person-id.ts'
import { TrainingKey } from '../model/training-key.ts'
import { Keyring } from '../workspace/key.ts'
import { openSeal } from './seal.ts'
import type { Session } from './session.ts'

/**
 * Reads the answer key of a practice log, sealed with a passphrase or not; its ids are written as the store has them.
 * @throws {Fault} 65 when it is no key, 77 when the passphrase does not open it
 */
export async function readTrainingKey(session: Session, path: string): Promise<TrainingKey> {
  const bytes = read(path)
  const isSealed = /^(?:age-encryption\.org|-----BEGIN AGE)/.test(bytes.subarray(0, 20).toString('latin1'))
  const text = isSealed ? Buffer.from(await openSeal(bytes, path, [], session.io)).toString('utf8') : String(bytes)
  const key = TrainingKey.safeParse(parsed(text))
  if (!key.success) {
    throw new Fault(
      Exit.data,
      `${path} is no answer key of an exercise`,
      'name the file that loggkoll train new wrote with --key',
      key.error,
    )
  }
  return {
    ...key.data,
    items: key.data.items.map((item) => ({
      ...item,
      lookups: item.lookups.map(({ user_id, patient_id, care_unit_id, day }) => ({
        user_id: directoryId(user_id),
        patient_id: normalisePersonId(patient_id, day).id,
        care_unit_id: directoryId(care_unit_id),
        day,
      })),
    })),
  }
}

/** What the key of an exercise's workspace is made of: with it the workspace can be told from those of others. */
export function exerciseSeed({ scenario, seed }: Pick<TrainingKey, 'scenario' | 'seed'>): string {
  return `training/${scenario}/${seed}`
}

/** Was the workspace made together with this answer key? */
export function isMadeFor(keyring: Keyring, key: Pick<TrainingKey, 'scenario' | 'seed'>): boolean {
  return keyring.toHex() === Keyring.make(exerciseSeed(key)).toHex()
}

function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new Fault(Exit.data, `${path} cannot be read`, 'check the name and the permissions', error)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
