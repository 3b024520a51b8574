import { z } from 'zod'
import type { KeyItem } from '../model/training-key.ts'
import type { Store } from '../store/store.ts'

const Cast = z.object({
  u: z.coerce.number(),
  unit: z.coerce.number(),
  slot: z.coerce.number(),
  role: z.string(),
  user_id: z.string(),
  care_unit_id: z.string(),
  p: z.coerce.number(),
  patient_id: z.string(),
  name: z.string(),
  /** The department meets them as a patient, or has done so not long ago. */
  is_patient: z.boolean(),
})
/** A member of staff whose unit is in the log. */
export type Member = z.infer<typeof Cast>

const DutyRow = z.object({
  u: z.coerce.number(),
  day: z.coerce.number(),
  shift: z.coerce.number(),
  start_minute: z.coerce.number(),
  end_minute: z.coerce.number(),
})
/** One shift; a night goes past minute 1,440 of its day. */
export type Duty = z.infer<typeof DutyRow>

const PersonRow = z.object({
  p: z.coerce.number(),
  patient_id: z.string(),
  name: z.string(),
})
/** Somebody who can be opened. */
export type Person = z.infer<typeof PersonRow>

const PatientRow = PersonRow.extend({
  cid: z.string(),
  kind: z.string(),
  day: z.coerce.number(),
  end_day: z.coerce.number(),
})
const ContactRow = z.object({ cid: z.string() })

/** Somebody whom the unit has in its care, with the days. */
export type CarePatient = z.infer<typeof PatientRow>

/** What is known of an item beside its lookups. */
export type Told = Omit<KeyItem, 'lookups' | 'user_id' | 'patient_id'> & { readonly patient?: Person }

interface Opening {
  readonly day: number
  readonly minute: number
  readonly recipe?: string
  readonly station?: string
  readonly unit?: number
}

export interface StageWanted {
  readonly seed: number
  /** Slot of the unit that it is played at: 0 a ward, 2 an outpatient clinic, 3 primary care. */
  readonly slot: number
  /** First day of the log, its number of days, and the days of the control (numbers; both included). */
  readonly from: string
  readonly days: number
  readonly first: number
  readonly last: number
}

/** Where a scenario puts its people and their lookups. It never draws by chance: the queries give everyone in the order of the seed. */
export class Stage {
  readonly wanted: StageWanted
  readonly items: KeyItem[] = []
  readonly #store: Store
  readonly #cast: Member[]
  readonly #duty: Map<number, Duty[]>
  readonly #strangers: Person[]
  readonly #patients: CarePatient[]
  readonly #texts = new Map<string, (string | null)[][]>()
  readonly #used = new Set<number>()

  private constructor(store: Store, wanted: StageWanted, all: Loaded) {
    this.#store = store
    this.wanted = wanted
    this.#cast = all.cast
    this.#duty = Map.groupBy(all.duty, ({ u }) => u)
    this.#strangers = all.strangers
    this.#patients = all.patients
  }

  /** Reads from a region that has been made who can play. */
  static async set(store: Store, wanted: StageWanted): Promise<Stage> {
    const { slot, days, first, last } = wanted
    return new Stage(store, wanted, {
      cast: await store.rows('training/cast', Cast, { first }),
      duty: await store.rows('training/cast-duty', DutyRow, { days }),
      strangers: await store.rows('training/cast-strangers', PersonRow, { slot, first }),
      patients: await store.rows('training/cast-patients', PatientRow, { slot, first, last }),
    })
  }

  /** One of that profession at the unit, whom no other item has, with so many shifts in the control where there is one. */
  someone(role: string, least = 6, fits: (member: Member) => boolean = () => true): Member {
    const free = this.#cast.filter(
      (one) => one.slot === this.wanted.slot && one.role === role && !this.#used.has(one.u) && fits(one),
    )
    const fit = free.find((one) => this.shifts(one).length >= least) ?? free[0]
    if (!fit) throw new Error(`no ${role} is left who fits`)
    this.#used.add(fit.u)
    return fit
  }

  /** One of the unit who is no patient of the department, of the first profession in which there is one. */
  outsider(roles: readonly string[]): Member {
    const isOutside = (one: Member): boolean =>
      one.slot === this.wanted.slot && !one.is_patient && !this.#used.has(one.u)
    const role = roles.find((wanted) => this.#cast.some((one) => one.role === wanted && isOutside(one)))
    // Where all of them are, the one who comes first will have to do.
    return role === undefined ? this.someone(roles[0]!, 0) : this.someone(role, 0, isOutside)
  }

  /** Shifts that begin and end within the control, or within a span of days, in order. */
  shifts(member: Member, first = this.wanted.first, last = this.wanted.last): readonly Duty[] {
    return (this.#duty.get(member.u) ?? []).filter(
      ({ day, end_minute }) => day >= first && day + Math.floor(end_minute / 1440) <= last,
    )
  }

  /** Says of a member of staff whether there is a shift within a span of days. */
  working(first: number, last: number): (member: Member) => boolean {
    return (member) => this.shifts(member, first, last).length > 0
  }

  /** So many whom the unit has nothing to do with; nobody comes twice. */
  strangers(count: number): readonly Person[] {
    const taken = this.#strangers.splice(0, count)
    if (taken.length < count) throw new Error(`only ${taken.length} of ${count} strangers are left`)
    return taken
  }

  stranger(): Person {
    return this.strangers(1)[0]!
  }

  /** A patient in care who fits; nobody comes twice. */
  patient(fits: (patient: CarePatient) => boolean = () => true): CarePatient {
    const place = this.#patients.findIndex(fits)
    const [patient] = place < 0 ? [] : this.#patients.splice(place, 1)
    if (!patient) throw new Error('no patient is left who fits')
    return patient
  }

  /** All patients in care on a day. */
  inCare(day: number): readonly CarePatient[] {
    return this.#patients.filter((one) => one.day <= day && day <= one.end_day)
  }

  /** The child, spouse or parent of a member of staff, as the register has it. */
  async kin(member: Member, kind: 'child' | 'spouse' | 'parent'): Promise<Person> {
    return await this.#store.row('training/cast-kin', PersonRow, { p: member.p, kind })
  }

  /** Opens a record as part of an item. Minutes count from midnight of the day of the shift. */
  open(member: Member, person: Person, { day, minute, recipe = 'glance', station, unit }: Opening): Opened {
    const n = this.#add('planted_text', [
      member.u,
      unit ?? member.unit,
      day + Math.floor(minute / 1440),
      minute % 1440,
      person.p,
      recipe,
      station ?? null,
    ])
    return { n, member, person, day: day + Math.floor(minute / 1440) }
  }

  /** Opens at a place within the shift: 0 its beginning, 1 its end. */
  openIn(
    member: Member,
    person: Person,
    duty: Duty,
    place: number,
    more: Omit<Opening, 'day' | 'minute'> = {},
  ): Opened {
    const minute = duty.start_minute + 15 + Math.floor(place * (duty.end_minute - duty.start_minute - 45))
    return this.open(member, person, { day: duty.day, minute, ...more })
  }

  /** Puts an item into the key, with the openings that it is about. */
  tell(opened: readonly Opened[], told: Told): void {
    const [first] = opened
    if (!first) throw new Error(`${told.id} opens nothing`)
    const { patient, ...rest } = told
    const lookups = new Map(
      opened.map(({ member, person, day }) => {
        const lookup = {
          user_id: member.user_id,
          patient_id: person.patient_id,
          care_unit_id: member.care_unit_id,
          day: this.dateOf(day),
        }
        return [JSON.stringify(lookup), lookup]
      }),
    )
    this.items.push({
      ...rest,
      user_id: first.member.user_id,
      patient_id: patient?.patient_id ?? null,
      lookups: [...lookups.values()],
    })
  }

  dateOf(day: number): string {
    return new Date(Date.parse(`${this.wanted.from}T00:00:00Z`) + day * 86_400_000).toISOString().slice(0, 10)
  }

  /** A contact that only the scenario knows of; without `by` a system wrote it when it began. */
  contact(person: Person, kind: string, day: number, minute: number, by?: Member, registered = minute): void {
    this.#add('extra_contact_text', [
      person.p,
      this.wanted.slot,
      kind,
      day,
      minute,
      by?.u ?? null,
      by?.u ?? null,
      registered,
    ])
  }

  /** Takes the department's care, all but a quarter, since so many days before the control, out of the data that the trainee gets. */
  async hideDepartment(daysBefore: number): Promise<void> {
    const rows = await this.#store.rows('training/cast-department', ContactRow, {
      first: this.wanted.first - daysBefore,
    })
    for (const { cid } of rows.filter((_, place) => place % 4 !== 0)) this.#put('hidden_text', [cid])
  }

  /** A tie in the register; an end makes it one that was. */
  relate(member: Member, person: Person, kind: string, until: string | null = null): void {
    this.#put('extra_relation', [member.patient_id, person.patient_id, kind, null, until])
  }

  absent(member: Member, kind: string, first: number, last: number): void {
    this.#put('extra_absence_text', [member.u, kind, first, last])
  }

  watch(person: Person, reason: string, first: number, last: number): void {
    this.#put('extra_watch_text', [person.p, reason, first, last])
  }

  protect(person: Person): void {
    this.#put('protected_text', [person.p])
  }

  /** Writes what was added to where the export reads it. */
  async finish(): Promise<void> {
    for (const [table, rows] of this.#texts) await this.#store.append(table, rows)
    await this.#store.run('training/planted')
  }

  #put(table: string, values: readonly (string | number | null)[]): number {
    const rows = this.#texts.get(table) ?? []
    this.#texts.set(table, rows)
    return rows.push(values.map((value) => (value === null ? null : String(value))))
  }

  /** With a running number as the first column. */
  #add(table: string, values: readonly (string | number | null)[]): number {
    const n = (this.#texts.get(table)?.length ?? 0) + 1
    this.#put(table, [n, ...values])
    return n
  }
}

interface Loaded {
  readonly cast: Member[]
  readonly duty: Duty[]
  readonly strangers: Person[]
  readonly patients: CarePatient[]
}

/** One opening that was put into the log. */
export interface Opened {
  readonly n: number
  readonly member: Member
  readonly person: Person
  readonly day: number
}
