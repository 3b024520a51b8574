import { type Moment, week } from './calendar.ts'
import type { RecipeName } from './recipes.ts'
import type { StaffMember } from './staff.ts'
import type { Ties } from './ties.ts'
import type { UnitKey } from './units.ts'

export const purposeWords = {
  care: 'Vård och behandling',
  quality: 'Kvalitetssäkring',
  administration: 'Administration',
  statistics: 'Statistik',
} as const
type Purpose = keyof typeof purposeWords

/** Someone opens one record, from one unit, for one piece of work. */
export interface Task {
  readonly member: StaffMember
  /** Empty when the system logged no unit. */
  readonly unit: UnitKey | ''
  /** The id as it was typed: now and then an older one of the same person. */
  readonly patient: string
  readonly start: Moment
  readonly recipe: RecipeName
  readonly purpose?: Purpose
  readonly owner?: UnitKey
  readonly breakGlass?: boolean
  readonly reason?: string
  /** What lies behind a lookup that the data do not explain. */
  readonly story?: string
  /** Happens when it says, at work or not; everything else waits for its turn within the shift. */
  readonly isFixed?: boolean
}

/** Gathers the week's tasks. */
export class Tasks {
  readonly #ties: Ties
  readonly all: Task[] = []

  constructor(ties: Ties) {
    this.#ties = ties
  }

  /** Ordinary work of the week; people leave their own records, and those of people they know, to a colleague. */
  add(task: Task): void {
    if (task.start < week.start || task.start >= week.end) return
    if (this.#ties.between(task.member.row, task.patient) === undefined) this.all.push(task)
  }

  fix(task: Task): void {
    this.all.push({ ...task, isFixed: true })
  }
}
