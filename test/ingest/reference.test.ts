import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ReferenceKind, referenceKinds, referenceTables } from '../../src/model/reference.ts'
import { workspace } from '../harness/program.ts'
import { allTables, select } from '../store/tables.ts'
import { ingest, log, table } from './read.ts'

type Rows = readonly Readonly<Record<string, string>>[]

/** Of every kind: a file as people write it, and the first row as it is stored. */
const written: Readonly<Record<ReferenceKind, { rows: Rows; stored: Readonly<Record<string, unknown>> }>> = {
  staff: {
    rows: [
      { user_id: 'se1-s1', person_id: '900101-2385', given_name: ' Åsa ', kind: 'PERSON', valid_from: '2026-01-01' },
      { user_id: 'SE1-S2', kind: 'robot' },
    ],
    stored: {
      user_id: 'SE1-S1',
      person_id: '199001012385',
      given_name: 'Åsa',
      kind: 'person',
      valid_from: '2026-01-01',
    },
  },
  assignment: {
    rows: [
      {
        user_id: 'SE1-S1',
        care_unit_id: 'SE1-U1',
        name: 'Vård',
        purpose: 'Vård och behandling',
        valid_to: '2026-12-31',
      },
      { user_id: 'SE1-S2', purpose: 'quality' },
    ],
    stored: { user_id: 'SE1-S1', care_unit_id: 'SE1-U1', purpose: 'care', valid_from: null, valid_to: '2026-12-31' },
  },
  care_unit: {
    rows: [
      { care_unit_id: 'SE1-U1', name: 'Avdelning 3', kind: 'ward', opening: 'Mo-Fr 07:00-17:00' },
      { care_unit_id: 'SE1-U2', parent_unit_id: 'SE1-U1', opening: '24/7' },
    ],
    stored: { care_unit_id: 'SE1-U1', name: 'Avdelning 3', kind: 'ward', opening: 'Mo-Fr 07:00-17:00' },
  },
  patient: {
    rows: [
      { patient_id: '9001012385', protection: 'protected_registration', is_test: 'nej', birth_date: '1990-01-01' },
      { patient_id: '199705182385', protection: 'none', is_test: 'ja', deceased_date: '2026-02-01T10:00:00' },
    ],
    stored: {
      patient_id: '199001012385',
      protection: 'protected_registration',
      is_test: false,
      birth_date: '1990-01-01',
    },
  },
  person_alias: {
    rows: [
      { person_id: '199001012385', alias_id: '22950606-FH20', kind: 'reserve' },
      { person_id: '199705182385', alias_id: '991981000010' },
    ],
    stored: { person_id: '199001012385', alias_id: '22950606FH20', kind: 'reserve' },
  },
  relation: {
    rows: [
      { person_id: '199001012385', related_person_id: '130104-2386', kind: 'child', valid_to: '2025-01-01' },
      { person_id: '199001012385', related_person_id: '199802092396', kind: 'Spouse' },
    ],
    stored: { person_id: '199001012385', related_person_id: '201301042386', kind: 'child', valid_to: '2025-01-01' },
  },
  care_contact: {
    rows: [
      {
        contact_id: 'k1',
        patient_id: '199001012385',
        kind: 'visit',
        start_time: '2026-03-04T09:00:00Z',
        end_time: '2026-03-04 11:00',
      },
      { contact_id: 'k2', patient_id: '199705182385', kind: 'admission', start_time: '2026-03-05' },
    ],
    stored: { kind: 'visit', start_time: '2026-03-04 10:00:00', end_time: '2026-03-04 11:00:00' },
  },
  block: {
    rows: [
      { block_id: 'b1', patient_id: '199001012385', kind: 'INNER', care_unit_id: 'SE1-U1' },
      { block_id: 'b2', patient_id: '199001012385', kind: 'outer' },
    ],
    stored: { block_id: 'b1', kind: 'inner', care_unit_id: 'SE1-U1' },
  },
  block_override: {
    rows: [
      { patient_id: '199001012385', user_id: 'SE1-S1', reason: 'emergency', valid_from: '2026-03-04' },
      { patient_id: '199001012385', user_id: 'SE1-S1', reason: 'consent', valid_from: '2026-03-04' },
    ],
    stored: { reason: 'consent', valid_from: '2026-03-04' },
  },
  consent: {
    rows: [
      { patient_id: '199001012385', care_provider_id: 'SE1-R1', kind: 'consent' },
      { patient_id: '199001012385', care_provider_id: 'SE1-R2', kind: 'emergency' },
    ],
    stored: { care_provider_id: 'SE1-R1', kind: 'consent' },
  },
  shift: {
    rows: [
      { user_id: 'SE1-S1', care_unit_id: 'SE1-U1', start_time: '2026-03-04T21:00', end_time: '2026-03-05T07:00' },
      { user_id: 'SE1-S1', care_unit_id: 'SE1-U1', start_time: '2026-03-06T21:00', end_time: '2026-03-07T07:00' },
    ],
    stored: { start_time: '2026-03-04 21:00:00', end_time: '2026-03-05 07:00:00' },
  },
  absence: {
    rows: [
      { user_id: 'SE1-S1', kind: 'semester', valid_from: '2026-03-04', valid_to: '2026-03-10' },
      { user_id: 'SE1-S2', kind: 'sjuk', valid_from: '2026-03-04' },
    ],
    stored: { kind: 'semester', valid_from: '2026-03-04', valid_to: '2026-03-10' },
  },
  watchlist: {
    rows: [
      { patient_id: '199001012385', reason: 'media', valid_from: '2026-03-04' },
      { patient_id: '199705182385', reason: 'media', valid_from: '2026-03-04' },
    ],
    stored: { patient_id: '199001012385', reason: 'media' },
  },
  reviewer: {
    rows: [
      { care_unit_id: 'SE1-U1', user_id: 'SE1-S1', role: 'reviewer' },
      { user_id: 'SE1-S2', role: 'central' },
    ],
    stored: { user_id: 'SE1-S1', role: 'reviewer' },
  },
}

/** What looks empty: a space, a tab, a hard space, two marks of no width. */
const blanks = [' ', '\t', '\u00A0', '\u200B', '\uFEFF ']

/** Rows as a file of their kind, with every column. */
const file = (kind: ReferenceKind, rows: Rows) => table(Object.keys(referenceTables[kind].columns), rows)

const staff = (...rows: Rows) => file('staff', rows)
const names = async (folder: string) =>
  (await select(folder, 'select user_id, given_name from staff order by all')).map(
    ({ user_id, given_name }) => `${String(user_id)} ${String(given_name)}`,
  )

describe.each(referenceKinds)('%s', (kind) => {
  it('is read, typed and normalised; again it adds nothing; mended it is replaced', async () => {
    const { rows, stored } = written[kind]
    const folder = await workspace()
    const { files, err } = await ingest(folder, file(kind, rows))
    expect(files[0], err).toMatchObject({ kind, rows: 2, stored: 2, duplicate: 0, rejected: 0, unknown_codes: [] })
    const read = await select(folder, `from ${kind} order by all`)
    expect(read).toHaveLength(2)
    expect(read).toContainEqual(expect.objectContaining({ ...stored, batch_id: 1 }))

    const before = await allTables(folder)
    expect((await ingest(folder, file(kind, rows))).files[0]).toMatchObject({ same_as: 1, stored: 0 })
    expect(await allTables(folder)).toEqual(before)

    const both = await ingest(folder, file(kind, rows.toReversed()), '--mode', 'upsert')
    expect(both.files[0]).toMatchObject({ rows: 2, stored: 0, duplicate: 2 })
    expect(await select(folder, `from ${kind} order by all`)).toEqual(read)

    const less = await ingest(folder, file(kind, rows.slice(1)))
    expect(less.files[0]).toMatchObject({ rows: 1, stored: 1 })
    expect(await select(folder, `select count(*)::int as n from ${kind}`)).toEqual([{ n: 1 }])
  })

  it('has no row without what it must have', async () => {
    const folder = await workspace()
    const [row] = written[kind].rows
    const required: readonly string[] = referenceTables[kind].required
    const rows = required.flatMap((column) => blanks.map((blank) => ({ ...row, [column]: blank })))
    const { files, err } = await ingest(folder, file(kind, rows), '--kind', kind, '--max-rejects', '99')
    expect(files[0], err).toMatchObject({ rows: rows.length, stored: 0, rejected: rows.length })
    expect(await select(folder, 'select cause, column_name from rejected_row order by source_row')).toEqual(
      required.flatMap((column_name) => blanks.map(() => ({ cause: 'missing_value', column_name }))),
    )
  })
})

describe('a snapshot', () => {
  it('replaces the kind within its source, and nothing else', async () => {
    const folder = await workspace()
    await ingest(
      folder,
      staff({ user_id: 'A', given_name: 'a' }, { user_id: 'B', given_name: 'b' }),
      '--source',
      'heroma',
    )
    await ingest(folder, staff({ user_id: 'C', given_name: 'c' }), '--source', 'konsulter')
    await ingest(folder, file('care_unit', written.care_unit.rows), '--source', 'heroma')
    await ingest(folder, staff({ user_id: 'B', given_name: 'bb' }), '--source', 'heroma')
    expect(await names(folder)).toEqual(['B bb', 'C c'])
    expect(await select(folder, 'select count(*)::int as n from care_unit')).toEqual([{ n: 2 }])
  })

  it('in two files of one command is one: the first replaces, the second adds', async () => {
    const folder = await workspace()
    await ingest(folder, staff({ user_id: 'X', given_name: 'x' }))
    const { files } = await ingest(folder, {
      '1.csv': staff({ user_id: 'A', given_name: 'a' }, { user_id: 'B', given_name: 'b' }),
      '2.csv': staff({ user_id: 'B', given_name: 'b' }, { user_id: 'C', given_name: 'c' }),
    })
    expect(files.map(({ stored, duplicate }) => [stored, duplicate])).toEqual([
      [2, 0],
      [1, 1],
    ])
    expect(await names(folder)).toEqual(['A a', 'B b', 'C c'])
  })

  it('of which one of two files is read again alone replaces both', async () => {
    const folder = await workspace()
    const second = staff({ user_id: 'C', given_name: 'c' })
    await ingest(folder, { '1.csv': staff({ user_id: 'A', given_name: 'a' }), '2.csv': second })
    await ingest(folder, second)
    expect(await names(folder)).toEqual(['C c'])
  })

  it('of two sources in one command replaces each', async () => {
    const folder = await workspace()
    for (const source of ['heroma', 'konsulter']) {
      writeFileSync(
        join(folder, `profiles/${source}.yaml`),
        `profile: ${source}\ndescription: d\nstatus: draft\nbased_on: b\nkind: staff\nsource_system: ${source}\ncolumns:
  user_id: ${source}-id\n  given_name: Namn\n`,
      )
    }
    const of = (source: string, id: string) => table([`${source}-id`, 'Namn'], [{ [`${source}-id`]: id, Namn: id }])
    await ingest(folder, { '1.csv': of('heroma', 'A'), '2.csv': of('konsulter', 'B') })
    await ingest(folder, { '1.csv': of('heroma', 'C'), '2.csv': of('konsulter', 'D') })
    expect(await names(folder)).toEqual(['C C', 'D D'])
  })

  it('after an upsert of the same file is a snapshot still', async () => {
    const folder = await workspace()
    await ingest(folder, staff({ user_id: 'A', given_name: 'a' }))
    const corrected = staff({ user_id: 'B', given_name: 'b' })
    await ingest(folder, corrected, '--mode', 'upsert')
    expect(await names(folder)).toEqual(['A a', 'B b'])
    await ingest(folder, corrected)
    expect(await names(folder)).toEqual(['B b'])
  })
})

describe('an upsert', () => {
  it('replaces rows by their key, adds new ones and leaves the rest', async () => {
    const folder = await workspace()
    await ingest(folder, staff({ user_id: 'A', given_name: 'a' }, { user_id: 'B', given_name: 'b' }))
    const { files } = await ingest(
      folder,
      staff({ user_id: 'B', given_name: 'bb' }, { user_id: 'C', given_name: 'c' }, { user_id: 'A', given_name: 'a' }),
      '--mode',
      'upsert',
    )
    expect(files[0]).toMatchObject({ rows: 3, stored: 2, duplicate: 1 })
    expect(await names(folder)).toEqual(['A a', 'B bb', 'C c'])
  })

  it('keeps both of two rows whose key differs in one part', async () => {
    const folder = await workspace()
    const rows = [{ user_id: 'A', given_name: 'a', valid_to: '2026-01-31' }]
    await ingest(folder, staff(...rows))
    await ingest(folder, staff({ user_id: 'A', given_name: 'b', valid_from: '2026-02-01' }), '--mode', 'upsert')
    expect(await names(folder)).toEqual(['A a', 'A b'])
  })

  it('knows a contact without an id by all of it', async () => {
    const folder = await workspace()
    const contact = (start_time: string) => ({ patient_id: '199001012385', kind: 'visit', start_time })
    await ingest(folder, file('care_contact', [contact('2026-03-04T10:00')]))
    const { files } = await ingest(
      folder,
      file('care_contact', [contact('2026-03-04T10:00'), contact('2026-03-05T10:00')]),
      '--mode',
      'upsert',
    )
    expect(files[0]).toMatchObject({ stored: 1, duplicate: 1 })
    expect(await select(folder, 'select count(*)::int as n from care_contact')).toEqual([{ n: 2 }])
  })
})

describe('an upsert beside another source', () => {
  const two = staff({ user_id: 'A', given_name: 'a' }, { user_id: 'B', given_name: 'b' })
  const sourced = (folder: string) =>
    select(
      folder,
      `select b.source_system as source, s.user_id as id, s.given_name as name
       from staff s join ingest_batch b on b.batch_id = s.batch_id order by all`,
    )

  it('keeps rows that the other has said word for word, and has them still when that one says otherwise', async () => {
    const folder = await workspace()
    await ingest(folder, two, '--source', 'one')
    const { files } = await ingest(folder, two, '--source', 'two', '--mode', 'upsert')
    expect(files[0]).toMatchObject({ stored: 2, duplicate: 0, same_as: null })
    await ingest(folder, staff({ user_id: 'C', given_name: 'c' }), '--source', 'one')
    expect(await sourced(folder)).toEqual([
      { source: 'one', id: 'C', name: 'c' },
      { source: 'two', id: 'A', name: 'a' },
      { source: 'two', id: 'B', name: 'b' },
    ])
    const again = await ingest(folder, two, '--source', 'two', '--mode', 'upsert')
    expect(again.files[0]).toMatchObject({ same_as: 2, stored: 0 })
  })

  it('takes no row of the other away, whatever it says of the same key', async () => {
    const folder = await workspace()
    await ingest(folder, two, '--source', 'one')
    await ingest(folder, staff({ user_id: 'A', given_name: 'x' }), '--source', 'two', '--mode', 'upsert')
    await ingest(folder, staff({ user_id: 'A', given_name: 'y' }), '--source', 'two', '--mode', 'upsert')
    expect(await sourced(folder)).toEqual([
      { source: 'one', id: 'A', name: 'a' },
      { source: 'one', id: 'B', name: 'b' },
      { source: 'two', id: 'A', name: 'y' },
    ])
  })
})

describe('rows of a reference file', () => {
  it('that say the same twice are one; that contradict each other are a conflict', async () => {
    const folder = await workspace()
    const { files } = await ingest(
      folder,
      staff({ user_id: 'A', given_name: 'a' }, { user_id: 'A', given_name: 'a' }, { user_id: 'A', given_name: 'x' }),
    )
    expect(files[0]).toMatchObject({ rows: 3, stored: 1, duplicate: 1, conflict: 1 })
    expect(await names(folder)).toEqual(['A a'])
    expect(await select(folder, 'select source_row::int as row, cause from rejected_row')).toEqual([
      { row: 4, cause: 'conflict_with_known_record' },
    ])
  })

  it('are the same whatever blanks stand around a value, and whether an id of the directory is in capitals', async () => {
    const folder = await workspace()
    const ids = ['SE1-S1', 'se1-s1', 'SE1-s1', ' SE1-S1 ', 'SE1-S1\t', '\u00A0Se1-S1\u00A0', '\uFEFFSE1-S1']
    const { files } = await ingest(
      folder,
      staff(
        ...ids.map((user_id, place) => ({ user_id, given_name: `${blanks[place] ?? ''}Åsa${blanks[place] ?? ''}` })),
      ),
    )
    expect(files[0]).toMatchObject({ rows: ids.length, stored: 1, duplicate: ids.length - 1 })
    expect(await select(folder, 'select user_id, given_name from staff')).toEqual([
      { user_id: 'SE1-S1', given_name: 'Åsa' },
    ])
    await ingest(folder, log(...ids.map((user_id) => ({ user_id }))))
    expect(await select(folder, 'select user_id, event_count::int as n from lookup')).toEqual([
      { user_id: 'SE1-S1', n: ids.length },
    ])
  })

  it('with times on whole minutes, as Java writes them, or a blank before the offset are read', async () => {
    const folder = await workspace()
    const shift = { user_id: 'A', start_time: '2026-03-04T08:00Z', end_time: '2026-03-04 16:00:30.000 +01:00' }
    await ingest(folder, file('shift', [shift, { ...shift, end_time: '2026-03-04T16:00:00+99:00' }]))
    expect(await select(folder, 'select start_time::varchar as starts, end_time::varchar as ends from shift')).toEqual([
      { starts: '2026-03-04 09:00:00', ends: '2026-03-04 16:00:30' },
    ])
  })

  it('with impossible dates and times are rejected, with their column', async () => {
    const folder = await workspace()
    const shift = { user_id: 'A', start_time: '2026-03-04T08:00', end_time: '2026-03-04T16:00' }
    await ingest(folder, staff({ user_id: 'A', valid_to: '2026-02-30' }, { user_id: 'B', valid_to: '9999-12-31' }))
    await ingest(folder, file('shift', [shift, { ...shift, end_time: '16.00' }, { ...shift, start_time: 'infinity' }]))
    expect(
      await select(
        folder,
        'select batch_id, source_row::int as row, cause, column_name from rejected_row order by all',
      ),
    ).toEqual([
      { batch_id: 1, row: 2, cause: 'impossible_date', column_name: 'valid_to' },
      { batch_id: 2, row: 3, cause: 'impossible_time', column_name: 'end_time' },
      { batch_id: 2, row: 4, cause: 'impossible_time', column_name: 'start_time' },
    ])
  })

  it('with words that nobody knows are kept with the word as it is, and counted', async () => {
    const folder = await workspace()
    const { files } = await ingest(folder, staff({ user_id: 'A', kind: 'kaffeautomat' }))
    expect(files[0]).toMatchObject({ stored: 1, unknown_codes: [{ field: 'kind', raw: 'kaffeautomat', events: 1 }] })
    expect(await select(folder, 'select kind from staff')).toEqual([{ kind: 'kaffeautomat' }])
  })
})

describe('a constant of a profile', () => {
  it.each([
    ['patient', ['protection', 'is_test', 'birth_date']],
    ['person_alias', ['person_id']],
  ] as const)('of %s is read as a column of the file is: %j', async (kind, fixed) => {
    const [row] = written[kind].rows
    const constants = fixed.map((column) => `  ${column}: '${row![column]}'\n`)
    const columns = Object.keys(row!).filter((column) => !(fixed as readonly string[]).includes(column))
    const folder = await workspace()
    const profile = `profile: ours\ndescription: ours\nstatus: verified\nbased_on: a file\nkind: ${kind}\nconstants:\n${constants.join('')}columns:\n${columns.map((column) => `  ${column}: ${column}\n`).join('')}`
    writeFileSync(join(folder, 'profiles/ours.yaml'), profile)
    const { files, err } = await ingest(folder, table(columns, [row!]), '--profile', 'ours')
    expect(files[0], err).toMatchObject({ kind, rows: 1, stored: 1, rejected: 0, unknown_codes: [] })
    expect(await select(folder, `from ${kind}`)).toEqual([expect.objectContaining(written[kind].stored)])
  })
})

describe('coverage', () => {
  const contact = (care_unit_id: string, kind: string, start_time: string) => ({
    contact_id: `${care_unit_id}${kind}${start_time}`,
    patient_id: '199001012385',
    care_unit_id,
    kind,
    start_time,
  })
  const covers = (folder: string) =>
    select(folder, 'select kind, care_unit_id, covers_from, covers_to from coverage order by all')

  it('of contacts is from the oldest to the newest start at each unit, of kinds that are not planned ahead', async () => {
    const folder = await workspace()
    await ingest(
      folder,
      file('care_contact', [
        contact('U1', 'visit', '2026-03-04T10:00'),
        contact('U1', 'visit', '2026-03-20T10:00'),
        contact('U1', 'booking', '2026-12-01T10:00'),
        contact('U1', 'listing', '2015-01-01T10:00'),
        contact('U2', 'visit', '2026-02-01T10:00'),
      ]),
    )
    expect(await covers(folder)).toEqual([
      { kind: 'care_contact', care_unit_id: 'U1', covers_from: '2026-03-04', covers_to: '2026-03-20' },
      { kind: 'care_contact', care_unit_id: 'U2', covers_from: '2026-02-01', covers_to: '2026-02-01' },
    ])
  })

  it('is what --covers says, of any kind; a new snapshot replaces it', async () => {
    const folder = await workspace()
    const rows = [contact('U1', 'visit', '2026-03-04T10:00')]
    const given = { kind: 'care_contact', care_unit_id: null, covers_from: '2026-01-01', covers_to: '2026-03-31' }
    await ingest(folder, file('care_contact', rows), '--covers', '2026-01-01..2026-03-31')
    expect(await covers(folder)).toEqual([given])
    await ingest(folder, file('care_contact', [...rows, contact('U2', 'visit', '2026-03-05T10:00')]))
    expect(await covers(folder)).toHaveLength(2)
    expect(await covers(folder)).not.toContainEqual(given)
  })

  it('may be said of a file that has been read already', async () => {
    const folder = await workspace()
    const content = file('care_contact', [contact('U1', 'visit', '2026-03-04T10:00')])
    await ingest(folder, content)
    await ingest(folder, content, '--covers', '2026-01-01..2026-03-31')
    expect(await covers(folder)).toMatchObject([{ covers_from: '2026-01-01', covers_to: '2026-03-31' }])
    expect(await select(folder, 'select count(*)::int as n from care_contact')).toEqual([{ n: 1 }])
  })
})
