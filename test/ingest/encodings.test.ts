import { describe, expect, it } from 'vitest'
import { workspace } from '../harness/program.ts'
import { select } from '../store/tables.ts'
import { ingest, log } from './read.ts'

/** Names with what Windows-1252 has and Latin-1 lacks. */
const text = log(
  { record_id: '1', patient_name: 'Åsa Ängström – Öberg', declared_reason: 'avgift 40 €', activity: 'läsa' },
  { record_id: '2', patient_name: 'Šárka Žižka', declared_reason: '”ja” … nej', activity: 'nödöppning' },
)

/** The bytes of Windows-1252 that are not the code points of the same number. */
const windows: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  Š: 0x8a,
  Ž: 0x8e,
  '”': 0x94,
  '–': 0x96,
  ž: 0x9e,
}

const windows1252 = (text: string) => Buffer.from([...text].map((letter) => windows[letter] ?? letter.charCodeAt(0)))
const littleEndian = (text: string) => Buffer.from(text, 'utf16le')
const bigEndian = (text: string) => littleEndian(text).swap16()

const written: Readonly<Record<string, { bytes: Buffer; encoding: string }>> = {
  'UTF-8': { bytes: Buffer.from(text), encoding: 'utf-8' },
  'UTF-8 with a mark': { bytes: Buffer.from(`\uFEFF${text}`), encoding: 'utf-8' },
  'UTF-16, little end first, with a mark': { bytes: littleEndian(`\uFEFF${text}`), encoding: 'utf-16le' },
  'UTF-16, little end first': { bytes: littleEndian(text), encoding: 'utf-16le' },
  'UTF-16, big end first, with a mark': { bytes: bigEndian(`\uFEFF${text}`), encoding: 'utf-16be' },
  'UTF-16, big end first': { bytes: bigEndian(text), encoding: 'utf-16be' },
  'Windows-1252': { bytes: windows1252(text), encoding: 'windows-1252' },
}

describe('the same log in every encoding', () => {
  it.each(Object.entries(written))('%s gives the same events', async (_, { bytes, encoding }) => {
    const folder = await workspace()
    const { code, files, err } = await ingest(folder, bytes)
    expect({ code, encoding: files[0]?.encoding, err }).toMatchObject({ code: 0, encoding })
    expect(
      await select(
        folder,
        'select record_id, patient_name, declared_reason, activity, source_row from access_event order by record_id',
      ),
    ).toEqual([
      {
        record_id: '1',
        patient_name: 'Åsa Ängström – Öberg',
        declared_reason: 'avgift 40 €',
        activity: 'read',
        source_row: 2,
      },
      {
        record_id: '2',
        patient_name: 'Šárka Žižka',
        declared_reason: '”ja” … nej',
        activity: 'emergency_access',
        source_row: 3,
      },
    ])
  })

  it('is known again in another encoding: each row is a duplicate', async () => {
    const folder = await workspace()
    for (const [number, { bytes }] of Object.values(written).entries()) {
      const { files } = await ingest(folder, bytes)
      expect(files[0]).toMatchObject({ rows: 2, stored: number === 0 ? 2 : 0, duplicate: number === 0 ? 0 : 2 })
    }
    expect(await select(folder, 'select count(*)::int as events from access_event')).toEqual([{ events: 2 }])
  })
})

describe('a long log', () => {
  // Nearly all of its bytes are parts of a character, so that pieces of any even size end in the middle of one.
  it.each([
    ['utf8', '😀å'],
    ['utf16le', '😀å'],
    ['latin1', 'åÃ'],
  ] as const)('in %s has no character broken where two pieces meet', async (encoding, letters) => {
    const rows = 700
    const mark = encoding === 'utf16le' ? '\uFEFF' : ''
    const name = letters.repeat(1000)
    const lines = Array.from({ length: rows }, (_, number) => ({ record_id: String(number), patient_name: name }))
    for (const shift of ['', '-', '--', '---']) {
      const folder = await workspace()
      const { files, err } = await ingest(folder, Buffer.from(mark + log({ session_id: shift }, ...lines), encoding))
      expect(files[0], err).toMatchObject({ rows: rows + 1, stored: rows + 1, rejected: 0 })
      const found = `select count(*)::int as events from access_event
        where patient_name = repeat('${letters}', 1000) and source_row = record_id::int + 3`
      expect(await select(folder, found)).toEqual([{ events: rows }])
    }
  })
})
