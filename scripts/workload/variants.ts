import type { TableName, World } from '../samples/tables.ts'

/** What a controller may be without. */
export interface Variant {
  readonly name: string
  readonly without: string
  readonly change: (world: World) => Partial<World>
  /** Tables that are not read in at all. */
  readonly missing: readonly TableName[]
}

const whole = (): Partial<World> => ({})

export const variants: readonly Variant[] = [
  { name: 'complete', without: 'nothing: all tables are loaded', change: whole, missing: [] },
  {
    name: 'no calls',
    without: 'the contacts of the kinds `phone` and `message`',
    change: ({ care_contact }) => ({
      care_contact: care_contact.filter(({ kind }) => kind !== 'phone' && kind !== 'message'),
    }),
    missing: [],
  },
  { name: 'no roster', without: '`shift.csv`', change: whole, missing: ['shift'] },
  { name: 'no relations', without: '`relation.csv`', change: whole, missing: ['relation'] },
]
