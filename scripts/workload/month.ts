import { at, dayOf, minute, type Moment, stamp } from '../samples/calendar.ts'
import { Random } from '../samples/random.ts'
import { columns, type Contact, emptyWorld, type Patient, type World } from '../samples/tables.ts'
import type { purposeWords } from '../samples/tasks.ts'
import { span } from './calendar.ts'
import { Numbers } from './numbers.ts'
import type { RecipeName } from './recipes.ts'
import { Rota, type Shift } from './rota.ts'
import { type Member, Team } from './team.ts'
import { Town } from './town.ts'
import type { Unit } from './units.ts'

/** Someone opens one record, or a list of many, from one unit. */
export interface Work {
  readonly member: Member
  readonly unit: Unit
  readonly patients: readonly string[]
  readonly start: Moment
  readonly recipe: RecipeName
  readonly purpose?: keyof typeof purposeWords
  readonly owner?: Unit
  readonly breakGlass?: boolean
  readonly reason?: string
  readonly isList?: boolean
  /** Happens at work or not; everything else waits for its turn within the shift. */
  readonly isFixed?: boolean
}

interface ContactWanted {
  readonly patient: string
  readonly unit: Unit
  readonly kind: string
  readonly start: Moment
  readonly end?: Moment
  readonly responsible?: Member | undefined
  readonly other?: Unit
  /** When and by whom it was written down; without a person, by a system when it began. */
  readonly registered?: Moment
  readonly by?: Member | undefined
}

/** One lookup of a planted case. */
export interface PlantedLookup {
  readonly plant: string
  readonly user_id: string
  readonly patient_id: string
  readonly care_unit_id: string
  readonly day: string
}

/** The shares of contacts that are not as they should be in the export. */
const lateShare = 0.06
const lostShare = 0.01

/** A reference month while it is made: its people, what was registered of their care, and who opened what. */
export class Month {
  readonly name: string
  readonly world: World = emptyWorld()
  random: Random
  readonly town: Town
  readonly team: Team
  readonly rota: Rota
  readonly work: Work[] = []
  readonly planted: PlantedLookup[] = []

  constructor(name: string, used: readonly Unit[]) {
    this.name = name
    this.random = this.begin('people')
    const numbers = new Numbers(this.random.fork('numbers'))
    this.town = new Town(this.world, this.random.fork('town'), numbers)
    this.team = new Team(this.world, this.town, numbers, this.random.fork('team'))
    this.rota = new Rota(this.world, this.random.fork('rota'))
    for (const unit of used) {
      this.world.care_unit.push(
        Object.fromEntries(columns.care_unit.map((column) => [column, unit[column]])) as World['care_unit'][number],
      )
    }
  }

  /** Each part draws from a stream of its own, so that one more draw in one leaves the others as they were. */
  begin(part: string): Random {
    this.random = new Random(`workload/${this.name}/1/${part}`)
    return this.random
  }

  /** Some contacts are written down days afterwards, and a few never. */
  contact({ patient, unit, kind, start, end, responsible, other, by, registered = start }: ContactWanted): void {
    if (start >= at(span.to) || this.random.chance(lostShare)) return
    const late = this.random.chance(lateShare) ? this.random.int(1, 12) * 24 * 60 * minute : 0
    const written = Math.max(registered, registered + late)
    const contact: Contact = {
      contact_id: `VK-${String(this.world.care_contact.length + 1).padStart(6, '0')}`,
      patient_id: patient,
      care_unit_id: unit.care_unit_id,
      kind,
      start_time: stamp(start),
      end_time: end === undefined ? '' : stamp(end),
      responsible_user_id: responsible?.row.user_id ?? '',
      other_care_unit_id: other?.care_unit_id ?? '',
      status: end === undefined && isOpenEnded(kind) ? 'ongoing' : 'completed',
      registered_time: stamp(written),
      registered_by: by?.row.user_id ?? '',
    }
    this.world.care_contact.push(contact)
  }

  /** Ordinary work on one patient; what concerns their own kin people leave to a colleague. */
  does(shift: Shift | undefined, patient: string, start: Moment, recipe: RecipeName, more: Partial<Work> = {}): void {
    if (!shift || shift.member.kin.has(patient)) return
    const { member, unit } = shift
    this.work.push({ member, unit, patients: [patient], start, recipe, ...more })
  }

  /** At a time of their own within a shift. */
  somewhen(shift: Shift | undefined, patient: string, recipe: RecipeName, more: Partial<Work> = {}): void {
    if (shift) this.does(shift, patient, this.moment(shift), recipe, more)
  }

  moment({ start, end }: Shift): Moment {
    return start + this.random.int(15, (end - start) / minute - 25) * minute
  }

  pickShift(shifts: readonly Shift[]): Shift | undefined {
    return shifts.length > 0 ? this.random.pick(shifts) : undefined
  }

  /** A lookup of a case that the month must bring to a reviewer. */
  plant(plant: string, shift: Shift, patient: Patient | string, recipe: RecipeName): void {
    const patient_id = typeof patient === 'string' ? patient : patient.patient_id
    const start = Math.min(this.moment(shift), at(dayOf(shift.start), '23:30'))
    const { member, unit } = shift
    this.work.push({ member, unit, patients: [patient_id], start, recipe, isFixed: true })
    const { care_unit_id } = unit
    this.planted.push({ plant, user_id: member.row.user_id, patient_id, care_unit_id, day: dayOf(start) })
  }

  /** `count` on average, whole each time. */
  some(count: number): number {
    return Math.floor(count) + (this.random.chance(count % 1) ? 1 : 0)
  }
}

function isOpenEnded(kind: string): boolean {
  return ['listing', 'admission', 'home_care', 'coordination'].includes(kind)
}
