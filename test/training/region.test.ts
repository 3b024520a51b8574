import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { writeRegion } from '../../src/commands/practice-files.ts'
import { normalisePersonId } from '../../src/model/person-id.ts'
import { logFiles, type RegionWanted, shapeOfEvents } from '../../src/training/region.ts'
import { root } from '../harness/paths.ts'
import { scratchFolder } from '../harness/program.ts'

const small: RegionWanted = {
  blocks: 1,
  homes: 60,
  logged: 'all',
  depth: 1,
  daysInFile: 4,
  seed: 5,
  from: '2026-03-25',
  days: 8,
}

function filesOf(folder: string): Map<string, string> {
  return new Map(
    ['logg', 'invanare', 'register'].flatMap((inner) =>
      readdirSync(join(folder, inner)).map((name) => [name, readFileSync(join(folder, inner, name), 'utf8')] as const),
    ),
  )
}

async function made(wanted: RegionWanted, threads: number): Promise<Map<string, string>> {
  const folder = scratchFolder()
  await writeRegion(folder, wanted, { threads })
  return filesOf(folder)
}

let ofTwo: Promise<Map<string, string>> | undefined
/** The small one, made once. */
const smallOne = (): Promise<Map<string, string>> => (ofTwo ??= made(small, 2))

let grown: Promise<Map<string, string>> | undefined
/** One with room for people who do not work there. */
const larger = (): Promise<Map<string, string>> =>
  (grown ??= made({ ...small, homes: 420, days: 20, daysInFile: 20 }, 2))

const isReserve = (id: string): boolean =>
  normalisePersonId(id, '2026-03-25').type === 'local_reserve' && /T[A-Z]\dA$/.test(id)
const shown = (id: string): string => `${id.slice(0, 8)}-${id.slice(8)}`

/** Short, so that a difference is told at once. */
const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

const digests = (files: Map<string, string>): Record<string, string> =>
  Object.fromEntries([...files].map(([name, text]) => [name, digest(text)]))

const rowsOf = (text: string, delimiter: string): Record<string, string>[] =>
  parse(text, { columns: true, delimiter, skip_empty_lines: true })

describe('a made-up region', () => {
  it('is the same bytes with one thread, two and four, and another with another seed', async () => {
    const one = await made(small, 1)
    expect([...one.keys()].sort()).toContain('logg-2026-03-29.csv')
    expect(digests(await smallOne())).toEqual(digests(one))
    expect(digests(await made(small, 4))).toEqual(digests(one))
    const other = await made({ ...small, seed: 6 }, 2)
    expect(digests(other)['logg-2026-03-29.csv']).not.toBe(digests(one)['logg-2026-03-29.csv'])
  })

  it('cuts its log into files without cutting anything out of it', async () => {
    const rows = (files: Map<string, string>): string[] =>
      [...files]
        .filter(([name]) => name.startsWith('logg'))
        .flatMap(([, text]) => text.trimEnd().split('\n').slice(1))
        .sort()
    const cut = rows(await smallOne())
    expect(cut.length).toBeGreaterThan(5000)
    const whole = rows(await made({ ...small, daysInFile: 100 }, 2))
    expect(whole).toHaveLength(cut.length)
    expect(digest(whole.join('\n'))).toBe(digest(cut.join('\n')))
  })

  it('holds no number that could be somebody’s', async () => {
    const files = await smallOne()
    const testNumbers = new Set(readFileSync(join(root, 'scripts/samples/test-numbers.txt'), 'utf8').split(/\s+/))
    const ids = [
      ...rowsOf(files.get('patient.csv')!, ',').map((row) => row['patient_id']!),
      ...rowsOf(files.get('staff.csv')!, ',').map((row) => row['person_id']!),
      ...rowsOf(files.get('logg-2026-03-25.csv')!, ';').map((row) => row['Patient-id']!.replace('-', '')),
    ].filter((id) => id !== '')
    expect(ids.length).toBeGreaterThan(700)
    const foreign = [...new Set(ids)].filter((id) => !testNumbers.has(id) && !isReserve(id))
    // A month from 13 to 19 is in no number of any kind.
    expect(foreign.filter((id) => !/^(?:19|20)\d\d1[3-9]\d{6}$/.test(id))).toEqual([])
    expect(foreign.filter((id) => normalisePersonId(id, '2026-03-25').type !== 'unknown')).toEqual([])
    const patients = rowsOf(files.get('patient.csv')!, ',').map((row) => row['patient_id'])
    expect(new Set(patients).size).toBe(patients.length)
  })

  it('knows the unknown by another number for a day, lets people read about themselves, and has them log in', async () => {
    const files = await larger()
    const aliases = rowsOf(files.get('person_alias.csv')!, ',')
    expect(aliases.length).toBeGreaterThan(0)
    expect(aliases.filter(({ alias_id }) => !isReserve(alias_id!))).toEqual([])
    const people = new Map(rowsOf(files.get('patient.csv')!, ',').map((row) => [row['patient_id'], row]))
    expect(aliases.filter(({ person_id }) => !people.has(person_id))).toEqual([])
    const log = [...files].filter(([name]) => name.startsWith('logg')).flatMap(([, text]) => rowsOf(text, ';'))
    const contacts = rowsOf(files.get('care_contact.csv')!, ',')
    for (const { alias_id, person_id } of aliases) {
      const days = new Set(
        contacts.filter(({ patient_id }) => patient_id === alias_id).map((row) => row['start_time']!.slice(0, 10)),
      )
      expect(days.size).toBe(1)
      // On that day the log knows no other number.
      const own = log.filter(
        (row) => days.has(row['Tidpunkt']!.slice(0, 10)) && row['Patient-id'] === shown(person_id!),
      )
      expect(own).toEqual([])
    }
    const sessions = log.filter((row) => /^(?:In|Ut)loggning$/.test(row['Aktivitet']!))
    expect(sessions.length).toBeGreaterThan(200)
    expect(sessions.filter((row) => row['Patient-id'] !== '' || row['Informationsägare enhet'] !== '')).toEqual([])
    const readings = rowsOf(files.get('1177-journalen.csv')!, ';')
    expect(readings.length).toBeGreaterThan(100)
    const age = (id: string, day: string): number =>
      Number(day.slice(0, 4)) - Number(people.get(id)!['birth_date']!.slice(0, 4))
    for (const row of readings) {
      const [reader, read] = [row['Inloggad persons personnummer']!, row['Journalens personnummer']!].map((id) =>
        id.replace('-', ''),
      )
      if (row['Roll'] === 'Jag själv') expect(reader).toBe(read)
      else expect(age(read!, row['Tidpunkt']!)).toBeLessThan(14)
      expect(age(reader!, row['Tidpunkt']!)).toBeGreaterThan(15)
    }
  })

  it('goes on with its papers after a death, and with nothing else', async () => {
    const files = await larger()
    const died = new Map(
      rowsOf(files.get('patient.csv')!, ',').flatMap((row) =>
        row['deceased_date'] ? [[shown(row['patient_id']!), row['deceased_date']]] : [],
      ),
    )
    const after = rowsOf(files.get('logg.csv')!, ';').filter(
      (row) => died.get(row['Patient-id']!)?.localeCompare(row['Tidpunkt']!.slice(0, 10)) === -1,
    )
    expect(after.filter((row) => row['Ändamål'] !== 'Vård och behandling').length).toBeGreaterThan(0)
    expect(after.length).toBeLessThan(400)
  })

  it('has no event in the hour that summer time skips, and none outside its days', async () => {
    const rows = [...(await smallOne())]
      .filter(([name]) => name.startsWith('logg'))
      .flatMap(([, text]) => rowsOf(text, ';').map((row) => row['Tidpunkt']!))
    expect(rows.filter((time) => time.startsWith('2026-03-29 02'))).toEqual([])
    expect(rows.some((time) => time.startsWith('2026-03-29 03'))).toBe(true)
    expect(rows.filter((time) => time < '2026-03-25' || time >= '2026-04-02')).toEqual([])
  })

  it('grows with the events wanted, and its files are days then', () => {
    const million = shapeOfEvents(1_000_000, 7)
    const many = shapeOfEvents(108_000_000, 30)
    expect(many.blocks).toBeGreaterThan(5 * million.blocks)
    const files = logFiles({ ...many, seed: 1, from: '2026-03-02', days: 30 })
    expect(files).toHaveLength(30)
    expect(files.at(-1)).toEqual({ name: 'logg-2026-03-31', first: 29, last: 29 })
  })
})
