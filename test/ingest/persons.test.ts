import { describe, expect, it } from 'vitest'
import { workspace } from '../harness/program.ts'
import { select } from '../store/tables.ts'
import { eventsOf, ingest, log, table } from './read.ts'

/** As written in the log → as stored, with its kind. All are test numbers, or made up in a published form. */
const persons: readonly (readonly [written: string, id: string | null, type: string | null])[] = [
  ['199001012385', '199001012385', 'personal_number'],
  ['19900101-2385', '199001012385', 'personal_number'],
  ['900101-2385', '199001012385', 'personal_number'],
  ['9001012385', '199001012385', 'personal_number'],
  [' 19900101 - 2385 ', '199001012385', 'personal_number'],
  ['130104-2386', '201301042386', 'personal_number'],
  ['130104+2386', '191301042386', 'personal_number'],
  ['100101+9809', '191001019809', 'personal_number'],
  ['19701273-2389', '197012732389', 'coordination_number'],
  ['701273-2389', '197012732389', 'coordination_number'],
  ['22950606-fh20', '22950606FH20', 'national_reserve'],
  ['00342145BZ31', '00342145BZ31', 'national_reserve'],
  ['991981000010', '991981000010', 'local_reserve'],
  ['19810829-m071', '19810829M071', 'local_reserve'],
  ['199001012386', '199001012386', 'unknown'],
  ['okänd', 'OKÄND', 'unknown'],
  ['\uFEFF199001012385', '199001012385', 'personal_number'],
  ['\u00A0199001012385\t', '199001012385', 'personal_number'],
  ['\u200B', null, null],
  ['', null, null],
]

describe("a patient's number", () => {
  it('is normalised, typed and kept, whatever its kind', async () => {
    const rows = persons.map(([patient_id], number) => ({ record_id: String(number), patient_id }))
    const events = await eventsOf(await workspace(), log(...rows), 'patient_id, patient_id_type')
    expect(
      events.map(({ patient_id, patient_id_type }, place) => [persons[place]?.[0], patient_id, patient_id_type]),
    ).toEqual(persons)
  })

  it.each([
    ['1985-06-01', '194203032384', '420303-2384'],
    ['2020-06-01', '194203032384', '420303-2384'],
    ['2043-06-01', '204203032384', '420303-2384'],
    ['2043-06-01', '194203032384', '420303+2384'],
  ])('of ten digits gets its century from the day of the event (%s: %s)', async (day, id, written) => {
    const rows = [{ occurred_at: `${day}T10:00:00`, patient_id: written }]
    expect(await eventsOf(await workspace(), log(...rows), 'patient_id')).toEqual([{ patient_id: id }])
  })

  it('of a member of staff is normalised alike', async () => {
    const events = await eventsOf(await workspace(), log({ user_person_id: '970518-2385' }), 'user_person_id')
    expect(events).toEqual([{ user_person_id: '199705182385' }])
  })

  it('of a reference table gets its century from the day of the command', async () => {
    const folder = await workspace()
    const { files } = await ingest(folder, table(['patient_id', 'city'], [{ patient_id: '260531-2390', city: 'Lund' }]))
    expect(files[0]).toMatchObject({ kind: 'patient', stored: 1 })
    const [row] = await select(folder, 'select left(patient_id, 4) as born from patient')
    expect(row).toEqual({ born: '2026' })
  })
})

describe('ids of the directory', () => {
  it('are written in capitals, without blanks around them; other ids stay as they are', async () => {
    const rows = [
      { user_id: 'se5560000000-s001', care_unit_id: ' Se5560000000-u110 ', care_provider_id: 'R001' },
      { user_id: 'anna.svensson', care_unit_id: 'Medicin 3', care_provider_id: 'SE5560000000-r001 ' },
    ]
    expect(await eventsOf(await workspace(), log(...rows), 'user_id, care_unit_id, care_provider_id')).toEqual([
      { user_id: 'SE5560000000-S001', care_unit_id: 'SE5560000000-U110', care_provider_id: 'R001' },
      { user_id: 'anna.svensson', care_unit_id: 'Medicin 3', care_provider_id: 'SE5560000000-R001' },
    ])
  })
})
