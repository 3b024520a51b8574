import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { Packet } from '../../src/model/packet.ts'
import type { Entry } from '../../src/model/review.ts'
import type { SealedPacket } from '../../src/model/sealed-packet.ts'
import { UnitDocument } from '../../src/model/unit-document.ts'
import { reviewWords } from '../../src/language/review/index.ts'
import { unseal } from '../../src/page/unseal.ts'
import { readJournal } from '../../src/workspace/journal.ts'
import { readTrail } from '../../src/workspace/trail.ts'
import { ingest } from '../audit/world.ts'
import { sample } from '../harness/paths.ts'
import { copyOf, preparedOnce, run, scratchFolder } from '../harness/program.ts'

const words = reviewWords('sv')
const unit = 'SE5560000000-U110'
const head = 'SE5560000000-S007'
/** Her personal number, in the staff of the sample. */
const headPerson = '197906189282'
const deputy = 'SE5560000000-S004'
const week = ['--from', '2026-04-27', '--to', '2026-05-04'] as const

/** The made-up week, read and asked about. */
const asked = preparedOnce(async (folder) => {
  const files = readdirSync(sample).filter((name) => name.endsWith('.csv'))
  expect((await run(['-w', folder, '-q', 'ingest', ...files.map((name) => join(sample, name))])).code).toBe(0)
  expect((await run(['-w', folder, '-q', '-o', join(folder, 'a.txt'), 'audit', ...week])).code).toBe(0)
})

const rowsIn = (csv: string): Record<string, string>[] => parse(csv, { columns: true })

/** Hands a control out whole. */
async function handAllOut(workspace: string, ...words: string[]) {
  const folder = join(scratchFolder(), 'packets')
  const ran = await run(['-w', workspace, '--format', 'json', '-o', folder, 'review', 'export', '--all', ...words])
  const rows = rowsIn(ran.out)
  const packets = rows.map(({ Fil }) => Packet.parse(JSON.parse(readFileSync(join(folder, Fil!), 'utf8'))))
  return { ...ran, folder, rows, packets }
}

const handed = (workspace: string) =>
  readJournal(join(workspace, 'review.ndjson')).flatMap(({ body }) => (body.entry === 'handed_out' ? [body] : []))
const idsOf = ({ cases }: Pick<Packet, 'cases'> | Entry<'handed_out'>) => cases.map(({ case_id }) => case_id)

describe('review export --all', () => {
  it('hands each what it would get alone, in one line of the trail, and lists whose each file is', async () => {
    const { folder } = await asked()
    const alone = copyOf(folder)
    const { code, err, rows, packets, folder: place } = await handAllOut(folder)
    expect([code, err]).toEqual([0, `${words.handedOutAll(packets.length, place)}\n`])
    expect(readTrail(join(folder, 'trail.ndjson')).findLast(({ rows_shown }) => rows_shown > 0)).toMatchObject({
      command: 'review export',
      rows_shown: packets.flatMap(idsOf).length,
    })
    expect(packets.map(({ care_unit_id }) => care_unit_id?.slice(-4) ?? 'central')).toEqual([
      'U110',
      'U120',
      'U130',
      'U200',
      'U300',
      'U400',
      'U700',
      'U600',
      'central',
    ])
    const toCompare = (packet: Packet) => ({ ...packet, packet_id: '', trail_head: '', prepared: '' })
    const some = new Set([unit, 'SE5560000000-U200', null])
    for (const [place, packet] of packets.entries()) {
      if (!some.has(packet.care_unit_id)) continue
      const whose = packet.care_unit_id === null ? ['--central'] : ['--unit', packet.care_unit_id]
      const path = join(alone, 'one.json')
      expect((await run(['-w', alone, '-o', path, 'review', 'export', ...whose])).code).toBe(0)
      const one = Packet.parse(JSON.parse(readFileSync(path, 'utf8')))
      expect(toCompare(packet)).toEqual(toCompare(one))
      expect(rows[place]).toEqual({
        Enhet: one.unit,
        Granskare: one.reviewer,
        Fall: String(one.cases.length),
        Minuter: String(one.minutes),
        Fil: `${packet.care_unit_id ?? 'central'}-${packet.packet_id}.json`,
      })
    }
    const compared = (one: Entry<'handed_out'>) => ({ ...one, packet_id: '' })
    const those = handed(folder).filter(({ care_unit_id }) => some.has(care_unit_id))
    expect(those.map(compared)).toEqual(handed(alone).map(compared))
  })

  it('hands out again only what is new', async () => {
    const { folder } = await asked()
    const first = await handAllOut(folder, '--budget', '2')
    const trail = readTrail(join(folder, 'trail.ndjson')).length
    const again = await handAllOut(folder, '--budget', '2')
    expect([again.code, again.out, again.err]).toEqual([0, '', `${words.nothingNew}\n`])
    expect([readdirSync(again.folder), readTrail(join(folder, 'trail.ndjson')).length]).toEqual([[], trail])
    const more = await handAllOut(folder, '--budget', '4')
    const [before, later] = [first.packets.flatMap(idsOf), more.packets.flatMap(idsOf)]
    expect([before.length, later.length].every((amount) => amount > 2)).toBe(true)
    expect(later.filter((id) => before.includes(id))).toEqual([])
    // Whoever got an empty packet gets no second one.
    expect(more.packets.filter(({ cases }) => cases.length === 0)).toEqual([])
  })

  it('gives the deputy what concerns the reviewer, and says what nobody may judge', async () => {
    const { folder } = await asked()
    const copy = copyOf(folder)
    await handAllOut(copy)
    const { case_id, patient_id } = handed(copy)
      .find(({ care_unit_id }) => care_unit_id === unit)!
      .cases.find((one) => one.patient_id !== null)!
    const rows = [
      { care_unit_id: unit, user_id: head, role: 'reviewer' },
      { care_unit_id: unit, user_id: deputy, role: 'deputy' },
    ]
    await ingest(folder, 'reviewer', rows)
    await ingest(folder, 'relation', [{ person_id: headPerson, related_person_id: patient_id!, kind: 'sibling' }])
    const { packets, err } = await handAllOut(folder)
    const to = handed(folder).map(({ care_unit_id, reviewer, role }) => [care_unit_id, reviewer, role])
    expect(to).toContainEqual([unit, deputy, 'deputy'])
    const ofDeputy = handed(folder).find(({ reviewer }) => reviewer === deputy)!
    expect(idsOf(ofDeputy)).toContain(case_id)
    expect(packets.find(({ packet_id }) => packet_id === ofDeputy.packet_id)?.elsewhere).toBeGreaterThan(0)
    expect(err).toMatch(/kan ingen av de inlästa granskarna bedöma/)
  })

  it('gives no empty packet where nothing was opened, where the cases lie with another, or of a targeted control', async () => {
    const { folder } = await asked()
    const quiet = { care_unit_id: 'SE5560000000-U999', user_id: 'SE5560000000-S001', role: 'reviewer' }
    const central = { care_unit_id: '', user_id: 'SE5560000000-S042', role: 'central' }
    const dayCare = { care_unit_id: 'SE5560000000-U130', user_id: 'SE5560000000-S024', role: 'reviewer' }
    await ingest(folder, 'reviewer', [quiet, central])
    expect((await handAllOut(folder)).packets.map(({ care_unit_id }) => care_unit_id)).toEqual([null])
    // The unit's cases lie with the central reviewer already: to its new reviewer there is nothing to hand.
    await ingest(folder, 'reviewer', [quiet, central, dayCare, { ...dayCare, care_unit_id: unit, user_id: head }])
    const later = await handAllOut(folder)
    expect(later.packets.map(({ care_unit_id, cases }) => [care_unit_id, cases.length])).toEqual([
      ['SE5560000000-U130', 0],
    ])
    const targeted = ['review', 'plan', ...week, '--user', 'SE5560000000-S028', '--reason', 'därför']
    expect((await run(['-w', folder, ...targeted])).code).toBe(0)
    const aimed = await handAllOut(folder)
    expect(aimed.packets.every(({ cases }) => cases.length > 0)).toBe(true)
    expect(aimed.packets.length).toBeGreaterThan(0)
  })

  it('seals each page with its own passphrase, or with the one given', async () => {
    const { folder } = await asked()
    // To seal a page takes long, as it is to.
    const two = [unit, 'SE5560000000-U120'].map((place) => ({ care_unit_id: place, user_id: head, role: 'reviewer' }))
    await ingest(folder, 'reviewer', two)
    const again = copyOf(folder)
    const place = join(scratchFolder(), 'pages')
    const ran = await run(['-w', folder, '-o', place, 'review', 'export', '--all'])
    const rows = rowsIn(ran.out)
    expect(ran).toMatchObject({ code: 0, err: expect.stringContaining(words.passphrases) })
    expect(new Set(rows.map((row) => row['Lösenfras'])).size).toBe(two.length)
    const { Fil, Lösenfras } = rows[0]!
    expect(Packet.parse(await unseal(sealedIn(join(place, Fil!)), Lösenfras!))).toMatchObject({ care_unit_id: unit })
    const env = { LOGGKOLL_PASSPHRASE: 'en som alla har fått' }
    const given = await run(['-w', again, '-o', place, 'review', 'export', '--all'], { env })
    expect(given.out.split('\n')[0]).toBe('Enhet,Granskare,Fall,Minuter,Fil')
    expect(given.err).not.toContain(words.passphrases)
    const one = rowsIn(given.out)[0]!['Fil']!
    expect(await unseal(sealedIn(join(place, one)), env.LOGGKOLL_PASSPHRASE)).toMatchObject({ care_unit_id: unit })
  })

  it('seals each file to whom --seal names', async () => {
    const { folder } = await asked()
    const place = join(scratchFolder(), 'sealed')
    const recipient = await identityToRecipient(await generateX25519Identity())
    const line = ['-w', folder, '--format', 'xlsx', '-o', place, '--seal', recipient, 'review', 'export', '--all']
    const ran = await run(line)
    expect(rowsIn(ran.out).map(({ Fil }) => Fil)).toEqual(expect.arrayContaining(readdirSync(place)))
    expect(readdirSync(place).every((name) => name.endsWith('.xlsx.age'))).toBe(true)
    expect(readFileSync(join(place, readdirSync(place)[0]!), 'latin1')).toMatch(/^age-encryption\.org/)
  })

  it('enters nothing when a file cannot be written, and is done by the next time', async () => {
    const { folder } = await asked()
    const { rows } = await handAllOut(copyOf(folder))
    const place = join(scratchFolder(), 'packets')
    mkdirSync(join(place, rows.at(-1)!['Fil']!), { recursive: true })
    const line = ['-w', folder, '--format', 'json', '-o', place, 'review', 'export', '--all']
    expect(await run(line)).toMatchObject({ code: 73, out: '' })
    expect(handed(folder)).toEqual([])
    expect((await handAllOut(folder)).rows).toEqual(rows)
  })

  it.each([
    [['review', 'export', '--all'], 64, /-o FOLDER/],
    [['-o', '-', 'review', 'export', '--all'], 64, /-o FOLDER/],
    [['-o', 'FILE', 'review', 'export', '--all'], 73, /is no folder|cannot be made/],
    [['-o', 'NEW', 'review', 'export', '--all', '--unit', unit], 64, /--unit/],
    [['-o', 'NEW', 'review', 'export', '--all', '--central'], 64, /--central/],
    [['-o', 'NEW', '--format', 'pdf', 'review', 'export', '--all'], 64, /html, xlsx, json/],
  ])('refuses %j', async (line, code, why) => {
    const { folder } = await asked()
    const place = scratchFolder()
    writeFileSync(join(place, 'file'), '')
    const paths: Record<string, string> = { FILE: join(place, 'file'), NEW: join(place, 'new') }
    const ran = await run(['-w', folder, ...line.map((word) => paths[word] ?? word)])
    expect(ran).toMatchObject({ code, out: '', err: expect.stringMatching(why) })
    expect([handed(folder), readdirSync(place)]).toEqual([[], ['file']])
  })

  it('asks for reviewers where none are loaded', async () => {
    const { folder } = await asked()
    await ingest(folder, 'reviewer', [{ care_unit_id: unit, user_id: head, role: 'reviewer', valid_to: '2026-05-31' }])
    expect(await handAllOut(folder)).toMatchObject({
      code: 64,
      err: expect.stringContaining('no reviewers are loaded'),
    })
  })
})

describe('report unit --all', () => {
  it('writes for every unit with a lookup what it would get alone', async () => {
    const { folder } = await asked()
    const place = join(scratchFolder(), 'units')
    const line = ['-w', folder, '--format', 'json', '-o', place, 'report', 'unit', '--all']
    const ran = await run(line)
    const files = readdirSync(place)
    expect(ran).toMatchObject({ code: 0, out: '', err: `${words.reported(files.length, place)}\n` })
    expect(files).toHaveLength(9)
    for (const file of files) {
      const told = UnitDocument.parse(JSON.parse(readFileSync(join(place, file), 'utf8')))
      expect(file).toBe(`${told.care_unit_id}.json`)
      if (![unit, 'SE5560000001-U700'].includes(told.care_unit_id)) continue
      const one = await run(['-w', folder, '--format', 'json', 'report', 'unit', '--unit', told.care_unit_id])
      expect({ ...told, trail_head: '' }).toEqual({ ...JSON.parse(one.out), trail_head: '' })
    }
  })

  it('writes pages unless another format is asked for', async () => {
    const { folder } = await asked()
    const place = join(scratchFolder(), 'units')
    expect((await run(['-w', folder, '-q', '-o', place, 'report', 'unit', '--all'])).code).toBe(0)
    expect(readdirSync(place).every((name) => name.endsWith('.html'))).toBe(true)
    expect(readFileSync(join(place, `${unit}.html`), 'utf8')).toContain('Medicinavdelning 3')
  })

  it('shows on a terminal how many are left, unless it is to be quiet', async () => {
    const { folder } = await asked()
    const drawn = async (...words: string[]): Promise<string> => {
      const terminal = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: true, columns: 80 })
      const line = ['-w', folder, '--format', 'json', '-o', join(scratchFolder(), 'units'), ...words]
      expect((await run([...line, 'report', 'unit', '--all'], { terminal })).code).toBe(0)
      return String(terminal.read() ?? '')
    }
    expect(await drawn()).toMatch(/Skriver .* 9\/9/s)
    expect([await drawn('-q'), await drawn('--no-progress')]).toEqual(['', ''])
  })

  it('takes one unit or all of them', async () => {
    const { folder } = await asked()
    for (const line of [[], ['--unit', unit, '--all']]) {
      expect((await run(['-w', folder, '-o', join(folder, 'x'), 'report', 'unit', ...line])).code).toBe(64)
    }
  })
})

function sealedIn(path: string): SealedPacket {
  const [, json] = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(readFileSync(path, 'utf8')) ?? []
  return JSON.parse(json!).sealed as SealedPacket
}
