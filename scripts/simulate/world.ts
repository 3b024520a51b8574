import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { writeRegion } from '../../src/commands/practice-files.ts'
import { addDays } from '../../src/model/period.ts'
import type { ReferenceKind } from '../../src/model/reference.ts'
import { shapes } from '../../src/training/region.ts'
import { chance } from './chance.ts'

export type Row = Readonly<Record<string, string>>

/** One file of a night: what it holds, and how it is read. */
export interface Delivered {
  readonly name: string
  readonly kind: 'access' | ReferenceKind
  readonly text: string
  readonly words: readonly string[]
}

/** A made-up region as it arrives night by night. */
export interface World {
  readonly from: string
  readonly nights: readonly (readonly Delivered[])[]
  readonly reviewers: readonly Row[]
}

export interface WorldWanted {
  readonly size: 'ward' | 'clinic'
  readonly from: string
  readonly nights: number
  readonly seed: number
  /** About every how many nights a register comes anew, corrected. */
  readonly correctedEvery: number
}

const kinds = [
  'care_unit',
  'staff',
  'patient',
  'assignment',
  'relation',
  'shift',
  'absence',
  'block',
  'consent',
  'reviewer',
] as const
type Kind = (typeof kinds)[number]

const read = (path: string): Row[] => parse(readFileSync(path), { columns: true })
const csv = (rows: readonly Row[]): string =>
  stringify(
    rows.map((row) => ({ ...row })),
    { header: true },
  )

/** Makes a region and deals it out over the nights, with all that comes late or is corrected. The same wish, the same bytes. */
export async function makeWorld(folder: string, wanted: WorldWanted): Promise<World> {
  const { size, from, nights, seed, correctedEvery } = wanted
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await writeRegion(folder, { ...shapes[size], daysInFile: 1, seed, from, days: nights }, { form: 'csv' })
  const day = (night: number): string => addDays(from, night)
  const arrived: Delivered[][] = Array.from({ length: nights }, () => [])
  dealLogs(folder, wanted, day, arrived)
  dealContacts(folder, wanted, day, arrived)
  const registers = new Map<Kind, Row[]>(kinds.map((kind) => [kind, read(join(folder, 'register', `${kind}.csv`))]))
  const changing = chance(seed + 3)
  const aliases: Row[] = []
  for (let night = 0; night < nights; night++) {
    for (const [place, kind] of kinds.entries()) {
      const isFirst = night === 0
      if (!isFirst && (night + place * 3) % correctedEvery !== 0) continue
      const rows = registers.get(kind)!
      if (!isFirst) registers.set(kind, correct(kind, rows, day(night), changing))
      const text = csv(registers.get(kind)!)
      arrived[night]!.push({ name: `${kind}-${day(night)}.csv`, kind, text, words: [] })
    }
    if (night > 0 && night % (correctedEvery + 4) === 0) {
      const staff = changing.pick(registers.get('staff')!.filter(({ person_id }) => person_id !== ''))
      // A number that the hospital gave somebody before it was known who it was: one that was opened, if there is any.
      const patient = changing.pick(registers.get('patient')!)
      aliases.push({ person_id: staff['person_id']!, alias_id: patient['patient_id']!, kind: 'reserve' })
      arrived[night]!.push({
        name: `alias-${day(night)}.csv`,
        kind: 'person_alias',
        text: csv(aliases.slice(-1)),
        words: ['--mode', 'upsert'],
      })
    }
  }
  rmSync(folder, { recursive: true })
  return { from, nights: arrived, reviewers: registers.get('reviewer')! }
}

/** The log of each day the night after it; some rows days or weeks late. */
function dealLogs(
  folder: string,
  { nights, seed }: WorldWanted,
  day: (night: number) => string,
  arrived: Delivered[][],
) {
  const late = chance(seed + 1)
  const waiting = new Map<number, string[]>()
  let header = ''
  for (let night = 0; night < nights; night++) {
    const [first, ...lines] = readFileSync(join(folder, 'logg', `logg-${day(night)}.csv`), 'utf8')
      .trimEnd()
      .split('\n')
    header = first!
    const now: string[] = []
    for (const line of lines) {
      const delay = late.one() < 0.02 ? 1 + late.below(45) : 0
      const at = Math.min(nights - 1, night + delay)
      if (at === night) now.push(line)
      else waiting.set(at, [...(waiting.get(at) ?? []), line])
    }
    const words = ['--profile', 'cosmic-draft']
    const text = (rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`
    arrived[night]!.push({ name: `logg-${day(night)}.csv`, kind: 'access', text: text(now), words })
    const rows = waiting.get(night)
    if (rows) arrived[night]!.push({ name: `sent-${day(night)}.csv`, kind: 'access', text: text(rows), words })
  }
}

/** Contacts when they are known; some weeks late, some cancelled later, and now and then all of them anew, corrected. */
function dealContacts(
  folder: string,
  { nights, seed, from, correctedEvery }: WorldWanted,
  day: (night: number) => string,
  arrived: Delivered[][],
): void {
  const luck = chance(seed + 2)
  const due = new Map<number, Row[]>()
  for (const row of read(join(folder, 'register', 'care_contact.csv'))) {
    const known = [row['registered_time'], row['start_time']]
      .map((time) => (time ?? '').slice(0, 10))
      .filter((d) => d !== '')
    const first = known.toSorted()[0]!
    const night = Math.max(0, Math.round((Date.parse(first) - Date.parse(from)) / 86_400_000))
    const delay = luck.one() < 0.03 ? 1 + luck.below(60) : 0
    const at = Math.min(nights - 1, night + delay)
    due.set(at, [...(due.get(at) ?? []), row])
  }
  const held = new Map<string, Row>()
  const words = ['--covers']
  for (let night = 0; night < nights; night++) {
    const rows = due.get(night) ?? []
    for (const row of rows) held.set(row['contact_id']!, row)
    const isSnapshot = night > 0 && night % (correctedEvery * 2) === 0
    if (isSnapshot) {
      // What was never held is not in it any more.
      for (const id of held.keys()) if (luck.one() < 0.002) held.delete(id)
      arrived[night]!.push({
        name: `kontakter-${day(night)}.csv`,
        kind: 'care_contact',
        text: csv([...held.values()]),
        words: [...words, `${addDays(from, -90)}..${day(night)}`],
      })
      continue
    }
    const changed =
      night === 0 ? [] : luck.some([...held.values()], 4).map((row): Row => ({ ...row, status: 'avbokad' }))
    for (const row of changed) held.set(row['contact_id']!, row)
    const text = csv([...new Map([...rows, ...changed].map((row) => [row['contact_id']!, row])).values()])
    const covers = `${night === 0 ? addDays(from, -90) : day(night)}..${day(night)}`
    const mode = night === 0 ? [] : ['--mode', 'upsert']
    if (rows.length + changed.length > 0)
      arrived[night]!.push({
        name: `kontakter-${day(night)}.csv`,
        kind: 'care_contact',
        text,
        words: [...words, covers, ...mode],
      })
  }
}

/** What holds after the nights up to one, each kind in one file: of a register what came last, of the log everything. */
export function wholeAfter({ from, nights }: World, last: number): Delivered[] {
  const files = nights.slice(0, last + 1).flat()
  return [...Map.groupBy(files, ({ kind }) => kind)].map(([kind, group]): Delivered => {
    const name = `${kind}.csv`
    if (kind === 'access') {
      const [first] = group
      const rows = group.map(({ text }) => text.slice(text.indexOf('\n') + 1))
      return { name, kind, text: `${first!.text.split('\n', 1)[0]}\n${rows.join('')}`, words: first!.words }
    }
    const covers = kind === 'care_contact' ? ['--covers', `${addDays(from, -90)}..${addDays(from, last)}`] : []
    const held = new Map<string, Row>()
    for (const { text, words } of group) {
      if (!words.includes('upsert')) held.clear()
      for (const [place, row] of parse<Row>(text, { columns: true }).entries()) {
        const key =
          kind === 'care_contact' ? row['contact_id']! : kind === 'person_alias' ? JSON.stringify(row) : String(place)
        held.set(key, row)
      }
    }
    return { name, kind, text: csv([...held.values()]), words: covers }
  })
}

/** A register as it comes the next time: a few rows corrected, some gone, some there that were not. */
function correct(kind: Kind, rows: readonly Row[], today: string, luck: ReturnType<typeof chance>): Row[] {
  const few = new Set(luck.some([...rows.keys()], Math.max(1, Math.round(rows.length / 300))))
  return rows.flatMap((row, place) => {
    if (!few.has(place)) return [row]
    switch (kind) {
      case 'staff':
        return [
          luck.one() < 0.5
            ? { ...row, valid_to: today }
            : { ...row, title: 'Sjuksköterska', address: luck.pick(rows)['address']! },
        ]
      case 'patient':
        return [
          luck.one() < 0.3
            ? { ...row, protection: 'confidentiality_flag' }
            : { ...row, family_name: luck.pick(rows)['family_name']!, deceased_date: luck.one() < 0.3 ? today : '' },
        ]
      case 'assignment':
        return [{ ...row, valid_to: luck.one() < 0.7 ? today : '' }]
      case 'relation':
      case 'shift':
      case 'absence':
      case 'block':
      case 'consent':
        return luck.one() < 0.5 ? [] : [row]
      case 'care_unit':
        return [luck.one() < 0.2 ? { ...row, opening: 'Mo-Fr 07:30-16:30' } : row]
      case 'reviewer':
        return [row]
    }
  })
}
