import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { workspace } from '../harness/program.ts'
import { select } from '../store/tables.ts'
import { eventsOf, ingest } from './read.ts'

/** A profile of a made-up system that writes date and time apart. */
const profile = `
profile: vagga
description: Made up
status: draft
based_on: nothing
source_system: vagga
columns:
  occurred_at: [Datum, Klockslag]
  user_id: Signatur
  user_name: [Förnamn, Efternamn]
  patient_id: Personnr
  activity: Händelse
  incidental: Händelse
  actor_kind: Signatur
lacks: [care_unit_id]
time_formats: ['%Y-%m-%d %H:%M:%S']
codes:
  activity: { Öppnat*: read, 'Öppnat för utskrift': print, Listvy: read, '*sökning': search }
  incidental: { Listvy: 'true', '*': 'false' }
  actor_kind: { 'robot*': robot, '*': staff }
`

const header = 'Datum;Klockslag;Signatur;Förnamn;Efternamn;Personnr;Händelse'
const rows = [
  '2026-03-04;10:00:00;anja;Anja;Ek;199001012385;Öppnat journal',
  '2026-03-04;10:00:09;anja;Anja;;199001012385;Öppnat för utskrift',
  '2026-03-04;10:01:00;ROBOT-7;;;199001012385;Listvy',
  '2026-03-04;10:02:00;anja;Anja;Ek;199001012385;Fritextsökning',
  '2026-03-04;10:03:00;anja;Anja;Ek;199001012385;Kladd',
]

async function withProfile(): Promise<string> {
  const folder = await workspace()
  writeFileSync(join(folder, 'profiles', 'vagga.yaml'), profile)
  return folder
}

describe('a profile', () => {
  const columns = 'local_time::varchar as time, user_name, activity, activity_raw, incidental, actor_kind'

  it('puts columns together, and knows words by a part of them', async () => {
    const folder = await withProfile()
    expect(await eventsOf(folder, [header, ...rows].join('\n'), columns)).toEqual([
      event('10:00:00', 'Anja Ek', 'read', 'Öppnat journal'),
      event('10:00:09', 'Anja', 'print', 'Öppnat för utskrift'),
      { ...event('10:01:00', null, 'read', 'Listvy'), incidental: true, actor_kind: 'robot' },
      event('10:02:00', 'Anja Ek', 'search', 'Fritextsökning'),
      event('10:03:00', 'Anja Ek', 'unknown', 'Kladd'),
    ])
    expect(await select(folder, 'select field, raw from unknown_code')).toEqual([{ field: 'activity', raw: 'Kladd' }])
  })

  it('reads a source that lacks what the law wants, and counts its rows', async () => {
    const { files } = await ingest(await withProfile(), [header, ...rows].join('\n'))
    expect(files[0]).toMatchObject({ profile: 'vagga', stored: 5, nonconforming: 5, status: 'draft' })
  })

  it('may say a separator of its own', async () => {
    const folder = await workspace()
    writeFileSync(join(folder, 'profiles', 'vagga.yaml'), `${profile}delimiter: '^'\n`)
    const text = [header, ...rows].join('\n').replaceAll(';', '^')
    expect((await ingest(folder, text)).files[0]).toMatchObject({ profile: 'vagga', stored: 5 })
    const semicolons = await ingest(folder, [header, ...rows].join('\n'))
    expect(semicolons.err).toContain('no profile knows the headers')
  })

  it.each([
    ['columns: {occurred_at: []}', /columns\.occurred_at/],
    ['lacks: [shoe_size]', /has no field shoe_size/],
    ['codes: {shoe_size: {a: b}}', /has no field shoe_size/],
    [
      'constants: {activity: läsning-ish}',
      /^.*vagga.yaml, line \d+: constants.activity: läsning-ish is no word of ours\n/m,
    ],
    ['constants: {activity: raed}', /raed is no word of ours\n {2}did you mean read\?/],
    [
      'constants: {break_glass: kanske}',
      /constants.break_glass: kanske is no word of ours\n {2}the words are: true, false/,
    ],
    ['codes: {activity: {"*": readd}}', /readd is no word of ours\n {2}did you mean read\?/],
    ["delimiter: '::'", /delimiter/],
  ])('is refused with its place: %s', async (line, said) => {
    const folder = await workspace()
    const changed = { ...(parse(profile) as object), ...(parse(line) as object) }
    writeFileSync(join(folder, 'profiles', 'vagga.yaml'), stringify(changed))
    const { code, err } = await ingest(folder, [header, ...rows].join('\n'))
    expect([code, err]).toEqual([78, expect.stringMatching(said)])
  })
})

describe('a report with a title above its header', () => {
  const title = ['Loggrapport', '', 'Period;2026-03-01 - 2026-03-31', 'Beställd av;Anja Ek']

  it.each([0, 1, 2, 4])(
    'of %i lines is read from its header on, and its rows count from the top of the file',
    async (lines) => {
      const folder = await withProfile()
      const text = [...title.slice(0, lines), header, ...rows].join('\n')
      const events = await eventsOf(folder, text, 'source_row')
      expect(events.map(({ source_row }) => source_row)).toEqual([0, 1, 2, 3, 4].map((row) => row + lines + 2))
    },
  )

  it.each<[string, string, number]>([
    ['of several lines in quotation marks', '"Loggutdrag\n2026-03-02"\n', 1],
    ['of several lines, beside another column', 'Titel;"Loggutdrag\n2026-03-02"\n\nPeriod\n', 3],
    ['with a mark that never closes', '"Loggutdrag\n2026-03-02\n', 2],
    ['with more after its quotation marks', '"Loggutdrag" för mars\n', 1],
    ['of a separator in quotation marks', '"sep=;"\n', 1],
    ['of lines that end in returns', '"Loggutdrag\r\n2026-03-02"\r\n', 1],
  ])('loses no row, and counts as a spreadsheet does: %s', async (_, above, titleRows) => {
    const end = above.includes('\r') ? '\r\n' : '\n'
    const lines = [header, ...rows.slice(0, 2), 'bad', rows[2], '', ...rows.slice(3)].join(end)
    for (const mark of ['', '\uFEFF']) {
      const folder = await withProfile()
      const { files, err } = await ingest(folder, mark + above + lines)
      expect(files[0], err).toMatchObject({ rows: 6, stored: 5, rejected: 1 })
      expect(files[0]!.rejects).toMatchObject([{ source_row: titleRows + 4 }])
      const events = await select(folder, 'select source_row::int as row from access_event order by 1')
      expect(events.map(({ row }) => Number(row) - titleRows)).toEqual([2, 3, 5, 7, 8])
    }
  })

  it('keeps its last line out of the rows, and says so', async () => {
    const { files } = await ingest(await withProfile(), [...title, header, ...rows, 'Antal rader: 5'].join('\n'))
    expect(files[0]).toMatchObject({ rows: 6, stored: 5, rejected: 1 })
    expect(files[0]!.rejects).toEqual([{ source_row: 11, cause: 'too_few_columns', column_name: null }])
  })
})

function event(time: string, user_name: string | null, activity: string, activity_raw: string) {
  const time_of_day = `2026-03-04 ${time}`
  return { time: time_of_day, user_name, activity, activity_raw, incidental: false, actor_kind: 'staff' }
}
