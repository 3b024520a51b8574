import type { Language } from '../model/language.ts'
import type { TrainingKey } from '../model/training-key.ts'
import type { Stage } from './stage.ts'

type Said = Readonly<Record<Language, string>>

export type Size = TrainingKey['size']

/** A practice case: what happened, what is planted for it in a made-up log, and what is to be learnt. */
export interface Scenario {
  readonly id: string
  readonly title: Said
  /** What the trainee is told before the control; it does not give away what is in the log. */
  readonly brief: Said
  /** What happened, for the trainer. */
  readonly story: Said
  readonly learn: Said
  /** The size that it is made for; any other works too. */
  readonly size: Size
  /** Slot of the unit that it is played at: 0 a ward (where nothing is said), 2 an outpatient clinic, 3 primary care. */
  readonly slot?: 0 | 2 | 3
  /** The rules of a targeted control; without them all are asked. */
  readonly rules?: readonly string[]
  /** How long a trainee needs. */
  readonly minutes: number
  /** Puts it into the log. */
  readonly plant: (stage: Stage) => void | Promise<void>
}
