import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eventFieldNames } from '../../src/model/event-fields.ts'
import { type InputKind, inputKinds, referenceTables } from '../../src/model/reference.ts'
import { workspace } from '../harness/program.ts'
import { select } from '../store/tables.ts'
import { ingest, log, table, usual } from './read.ts'

const columnsOf = (kind: InputKind): readonly string[] =>
  kind === 'access' ? eventFieldNames : Object.keys(referenceTables[kind].columns)

/** A row that every kind takes. */
const anything: Readonly<Record<string, string>> = {
  ...usual,
  person_id: '199705182385',
  alias_id: '197010632391',
  related_person_id: '199802092396',
  contact_id: 'k1',
  block_id: 'b1',
  kind: 'visit',
  role: 'reviewer',
  start_time: '2026-03-04T08:00',
  end_time: '2026-03-04T16:00',
  valid_from: '2026-03-04',
}

describe('the kind of a file', () => {
  it.each(inputKinds)('%s is recognised from its headers', async (kind) => {
    const { files, err } = await ingest(await workspace(), table(columnsOf(kind), [anything]))
    expect(files[0], err).toMatchObject({ kind, profile: 'canonical', rows: 1, stored: 1, unmapped: [] })
  })

  it.each(inputKinds)('%s is recognised with columns that nobody knows, in another order', async (kind) => {
    const columns = ['x1', ...columnsOf(kind).toReversed(), 'x2']
    const { files, err } = await ingest(await workspace(), table(columns, [anything]))
    expect(files[0], err).toMatchObject({ kind, stored: 1, unmapped: ['x1', 'x2'] })
    expect(err).toContain('Columns that are not read: x1, x2')
  })

  it('a log of nothing but what the law asks for is a log, whatever else has those columns', async () => {
    const five = Object.keys(usual)
    for (const columns of [five, ['record_id', ...five], [...five, 'purpose'], [...five, 'x1', 'x2']]) {
      const { files } = await ingest(await workspace(), table(columns, [anything]))
      expect(files[0], columns.join()).toMatchObject({ kind: 'access', stored: 1 })
    }
  })

  it('is not guessed where two kinds fit alike', async () => {
    const content = table(
      ['patient_id', 'care_provider_id', 'care_unit_id', 'kind', 'valid_from', 'valid_to'],
      [anything],
    )
    const { code, err } = await ingest(await workspace(), content)
    expect(code).toBe(65)
    expect(err).toContain('the header is that of block and of consent alike')
    expect(err).toContain('--kind')
    const { files } = await ingest(await workspace(), content, '--kind', 'consent')
    expect(files[0]).toMatchObject({ kind: 'consent', stored: 1 })
  })

  it('may be said, and then holds', async () => {
    const content = table(['user_id', 'kind', 'valid_from', 'valid_to'], [anything])
    const [recognised, said] = [
      await ingest(await workspace(), content),
      await ingest(await workspace(), content, '--kind', 'staff'),
    ]
    expect(recognised.files[0]).toMatchObject({ kind: 'absence' })
    expect(said.files[0]).toMatchObject({ kind: 'staff' })
  })
})

const cosmic = {
  'Loggpost-id': 'c1',
  Tidpunkt: '2026-03-04 10:00:00',
  'Användar-id': 'se5560000000-s001',
  Användare: 'Åsa Öberg',
  'Vårdenhet-id': 'SE5560000000-U110',
  Vårdenhet: 'Medicinavdelning 3',
  'Patient-id': '900101-2385',
  Aktivitet: 'Visa',
  Ändamål: 'Vård och behandling',
  Nödöppning: 'Nej',
}

describe('the profile', () => {
  it('cosmic-draft is recognised, and called a draft', async () => {
    const folder = await workspace()
    const { files, err } = await ingest(folder, table(Object.keys(cosmic), [cosmic]).replaceAll(',', ';'))
    expect(files[0]).toMatchObject({ kind: 'access', profile: 'cosmic-draft', status: 'draft', unmapped: [] })
    expect(err).toContain('The profile cosmic-draft is a draft')
    expect(
      await select(
        folder,
        `select record_id, user_id, user_name, care_unit_id, patient_id, activity, activity_raw, purpose, break_glass,
           source_system from access_event`,
      ),
    ).toEqual([
      {
        record_id: 'c1',
        user_id: 'SE5560000000-S001',
        user_name: 'Åsa Öberg',
        care_unit_id: 'SE5560000000-U110',
        patient_id: '199001012385',
        activity: 'read',
        activity_raw: 'Visa',
        purpose: 'care',
        break_glass: false,
        source_system: 'cosmic',
      },
    ])
  })

  it('of the workspace comes before a built-in one that fits as well', async () => {
    const folder = await workspace()
    const own = `profile: ours\ndescription: ours\nstatus: verified\nbased_on: a file\nsource_system: journal\nconstants:
  purpose: care\ncolumns:\n${Object.keys(usual)
    .map((field) => `  ${field}: ${field}\n`)
    .join('')}`
    mkdirSync(join(folder, 'profiles'), { recursive: true })
    writeFileSync(join(folder, 'profiles/ours.yaml'), own)
    const { files } = await ingest(folder, table(Object.keys(usual), [usual]))
    expect(files[0]).toMatchObject({ profile: 'ours', status: 'verified', source_system: 'journal' })
    expect(await select(folder, 'select purpose, source_system from access_event')).toEqual([
      { purpose: 'care', source_system: 'journal' },
    ])
  })

  it('asked for holds, and --source comes before its own', async () => {
    const folder = await workspace()
    await ingest(folder, table(Object.keys(cosmic), [cosmic]), '--profile', 'cosmic-draft', '--source', 'cosmic-syd')
    expect(await select(folder, 'select source_system from access_event')).toEqual([{ source_system: 'cosmic-syd' }])
    const { code } = await ingest(folder, log({}), '--profile', 'cosmic-draft')
    expect(code).toBe(65)
  })
})
