import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draftProfile } from '../../src/ingest/infer/draft-profile.ts'
import { inferProfile } from '../../src/ingest/infer/infer-profile.ts'
import { findTimeForms } from '../../src/ingest/infer/time-forms.ts'
import type { TriedFile } from '../../src/ingest/infer/try-file.ts'
import { profileDraft } from '../../src/reports/profile-draft.ts'
import { folderWith, run } from '../harness/program.ts'

/** Ways to write two moments, one of them with a day that is no month, and what they are on the wall clock of Stockholm. */
const forms: readonly (readonly [name: string, values: readonly string[], formats: readonly string[], wall: string])[] =
  [
    ['ISO 8601', ['2026-03-25 08:15:02', '2026-03-01 23:59:59'], [], '2026-03-25 08:15:02'],
    ['ISO 8601 with T and minutes', ['2026-03-25T08:15', '2026-03-01T23:59'], [], '2026-03-25 08:15:00'],
    ['ISO 8601 with an offset', ['2026-03-25T07:15:02Z', '2026-03-01T23:59:59+01:00'], [], '2026-03-25 08:15:02'],
    ['ISO 8601, the offset after minutes', ['2026-03-25T08:15+01:00'], [], '2026-03-25 08:15:00'],
    ['ISO 8601 with fractions', ['2026-03-25T08:15:02.1234567'], [], '2026-03-25 08:15:02.123456'],
    ['decimal comma', ['2026-03-25 08:15:02,250'], ['%Y-%m-%d %H:%M:%S,%f'], '2026-03-25 08:15:02.25'],
    [
      'seven decimals after slashes',
      ['25/03/2026 08:15:02.1234567'],
      ['%d/%m/%Y %H:%M:%S.%n'],
      '2026-03-25 08:15:02.123456',
    ],
    ['points in the clock', ['2026-03-25 08.15', '2026-03-01 23.59'], ['%Y-%m-%d %H.%M'], '2026-03-25 08:15:00'],
    ['points everywhere', ['25.3.2026 8.15', '1.3.2026 23.59'], ['%d.%m.%Y %H.%M'], '2026-03-25 08:15:00'],
    ['slashes, day first', ['25/03/2026 08:15', '01/03/2026 08:15'], ['%d/%m/%Y %H:%M'], '2026-03-25 08:15:00'],
    ['slashes, month first', ['03/25/2026 08:15', '03/01/2026 08:15'], ['%m/%d/%Y %H:%M'], '2026-03-25 08:15:00'],
    ['afternoon', ['3/25/2026 1:15:02 PM', '3/1/2026 08:15:00 AM'], ['%m/%d/%Y %I:%M:%S %p'], '2026-03-25 13:15:02'],
    ['a short year', ['25/03/26 08:15', '26/03/26 08:15'], ['%d/%m/%y %H:%M'], '2026-03-25 08:15:00'],
    ['a short year before', ['26-03-25 08:15', '26-03-31 08:15'], ['%y-%m-%d %H:%M'], '2026-03-25 08:15:00'],
    ['digits only', ['20260325081502', '20260301235959'], ['%Y%m%d%H%M%S'], '2026-03-25 08:15:02'],
    ['digits only, to the minute', ['202603250815', '202603012359'], ['%Y%m%d%H%M'], '2026-03-25 08:15:00'],
    ['digits with a T and Z', ['20260325T071502Z'], ['%Y%m%dT%H%M%SZ'], '2026-03-25 08:15:02'],
    ['kl', ['2026-03-25 kl 08:15', '2026-03-01 kl 08:15'], ['%Y-%m-%d kl %H:%M'], '2026-03-25 08:15:00'],
    ['an English month', ['25 Mar 2026 08:15', '1 May 2026 08:15'], ['%d %b %Y %H:%M'], '2026-03-25 08:15:00'],
    ['an offset apart', ['25/03/2026 07:15:02 +0000'], ['%d/%m/%Y %H:%M:%S %z'], '2026-03-25 08:15:02'],
    [
      'two forms in one column',
      ['25/03/2026 08:15', '26/03/2026 08:15:30'],
      ['%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S'],
      '2026-03-25 08:15:00',
    ],
  ]

const headers = ['Tidpunkt', 'Användare', 'Enhet', 'Patient', 'Händelse']
const tableOf = (values: readonly string[]) =>
  values.map((value) => [value, 'SE5560000000-1A2B', 'SE5560000000-U110', '192501019216', 'Läsa'])

describe('a time of a form', () => {
  it.each(forms)('%s gives its patterns', (_, values, formats) => {
    expect(inferProfile({ headers, rows: tableOf(values), today: '2026-06-01' }).timeFormats).toEqual(formats)
  })

  // Each with another sign or part of a pattern; the others are made of the same.
  const telling = forms.filter(([name]) =>
    /offset|comma|seven|points everywhere|afternoon|short year before|Z$|English/.test(name),
  )
  it.each(telling)('%s is read by them', async (_, values, __, wall) => {
    const rows = tableOf(values)
    const proposal = inferProfile({ headers, rows, today: '2026-06-01' })
    const draft = draftProfile(proposal, { id: 'draft', description: 'd', basedOn: 'b' })
    const log = [headers, ...rows].map((row) => row.map((text) => `"${text}"`).join(';')).join('\n')
    const folder = folderWith({ 'log.csv': log, 'draft.yaml': profileDraft(draft, proposal, 'en') })
    const words = ['-w', folder, '--format', 'json', 'profile', 'check', join(folder, 'log.csv')]
    const { out } = await run([...words, '--profile', join(folder, 'draft.yaml')])
    const [part] = (JSON.parse(out) as { parts: TriedFile[] }).parts
    expect(part?.first_rows.map(({ fields }) => fields['local_time'])[0]).toBe(wall)
    expect(part?.stored).toBe(values.length)
  })

  it('is said to be open when no day is higher than 12', () => {
    expect(findTimeForms(['01/03/2026 08:15', '02/03/2026 08:15'])).toMatchObject({
      isAmbiguous: true,
      formats: ['%d/%m/%Y %H:%M'],
    })
    expect(findTimeForms(['01/03/2026 08:15', '13/03/2026 08:15']).isAmbiguous).toBe(false)
  })

  it('that cannot be read says why', () => {
    expect(findTimeForms(['1772352000', '1772352001']).unreadable).toBe('epoch_seconds')
    expect(findTimeForms(['1772352000123', '1772352001123']).unreadable).toBe('epoch_milliseconds')
    expect(findTimeForms(['3 mars 2026 08:15', '4 maj 2026 08:15']).unreadable).toBe('month_names')
  })

  it.each([
    ['2026-02-30 08:15'],
    ['2026-03-01 25:15'],
    ['2026-03-01 08:60'],
    ['2026-13-01'],
    ['192501019216'],
    ['4711'],
    ['Läsa'],
    ['2026-03-0108:15'],
  ])('%s is none', (text) => {
    expect(findTimeForms([text]).share).toBe(0)
  })
})
