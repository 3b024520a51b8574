import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { plainResource } from '../../src/language/patient-extract/index.ts'
import { PatientExtract } from '../../src/model/patient-extract.ts'
import { preparedOnce, run, scratchFolder, workspace } from '../harness/program.ts'
import { type Fields, ingest, log, table } from '../ingest/read.ts'
import { partsOf } from '../packet/read-cells.ts'

const patient = '199001012385'
const reserve = '22900615KP16'
const minor = '201001042389'
const child = '201603152396'
const dead = '192904289234'
const protectedPatient = '198510039889'
const robotUser = 'SE5560000000-S900'

const registers = {
  'patient.csv': table(
    ['patient_id', 'given_name', 'family_name', 'birth_date', 'deceased_date', 'protection'],
    [
      { patient_id: patient, given_name: 'Elsa', family_name: '=HYPERLINK("x")' },
      { patient_id: minor, given_name: 'Kim' },
      { patient_id: child, given_name: 'Bo' },
      { patient_id: dead, given_name: 'Harry', deceased_date: '2026-02-03' },
      { patient_id: protectedPatient, given_name: 'Åsa', family_name: 'Hemlig', protection: 'protected_registration' },
    ],
  ),
  'person_alias.csv': table(['person_id', 'alias_id', 'kind'], [{ person_id: patient, alias_id: reserve, kind: 'x' }]),
  'staff.csv': table(
    ['user_id', 'person_id', 'given_name', 'family_name', 'title', 'kind', 'protection'],
    [
      { user_id: 'U-NAMED', given_name: 'Rut', family_name: 'Ek', title: 'Leg. ssk', kind: 'person' },
      { user_id: 'U-OTHER', given_name: 'Per', family_name: 'Al', title: 'ÖL', kind: 'person' },
      {
        user_id: 'U-HIDDEN',
        given_name: 'Linnea',
        family_name: 'Gömd',
        title: 'Kurator',
        protection: 'assumed_identity',
      },
      // the same person as a protected patient, of whom the staff register says nothing
      { user_id: 'U-PATIENT', person_id: protectedPatient, given_name: 'Åsa', family_name: 'Hemlig', title: 'Logoped' },
      { user_id: robotUser, given_name: 'Kallelserobot', kind: 'robot' },
    ],
  ),
  'care_unit.csv': table(
    ['care_unit_id', 'name', 'care_provider_id', 'care_provider_name'],
    [
      { care_unit_id: 'OWN', name: 'Avdelning 3', care_provider_id: 'P1', care_provider_name: 'Region Almvik' },
      { care_unit_id: 'OTHER', name: 'Ekbacken', care_provider_id: 'P2', care_provider_name: 'Ekbacken AB' },
    ],
  ),
}

const at = (time: string, more: Fields = {}): Fields => ({
  patient_id: patient,
  occurred_at: `2026-03-0${time}`,
  user_id: 'U-NAMED',
  user_name: 'Rut Ek',
  user_title: 'Leg. ssk',
  care_unit_id: 'OWN',
  owner_care_unit_id: 'OWN',
  purpose: 'care',
  resource_type: 'Labsvar',
  source_system: 'journal',
  ...more,
})

const events = log(
  at('4T10:00'),
  at('4T10:30', { activity: 'print', resource_type: 'VKO' }),
  at('4T11:00', { user_id: 'U-OTHER', user_name: 'Per Al', user_title: 'ÖL', patient_id: reserve }),
  at('4T12:00', { user_id: 'U-HIDDEN', user_name: 'Linnea Gömd', user_title: 'Kurator' }),
  at('4T12:30', { user_id: 'U-PATIENT', user_name: 'Åsa Hemlig', user_title: 'Logoped' }),
  at('5T10:00', { care_unit_id: 'OTHER', user_id: 'U-FAR', user_name: 'Fjär Ran', user_title: '' }),
  at('5T11:00', { owner_care_unit_id: 'OTHER' }),
  at('5T12:00', { owner_care_unit_id: '', activity: 'emergency_access' }),
  at('5T13:00', { care_unit_id: '' }),
  at('6T08:00', { user_id: robotUser, user_name: 'Kallelserobot' }),
  at('6T09:00', { user_id: patient, user_name: 'Elsa', actor_kind: 'citizen', care_unit_id: '' }),
  at('6T10:00', { user_id: '199705182385', user_name: 'Ombud Namn', actor_kind: 'citizen', care_unit_id: '' }),
  at('7T10:00', { incidental: 'true' }),
  at('7T10:01', { activity: 'login' }),
  at('8T10:00', { patient_id: protectedPatient }),
  at('9T10:00', { patient_id: minor }),
)

const prepared = preparedOnce(async (folder) => {
  expect(await ingest(folder, registers)).toMatchObject({ code: 0 })
  expect(await ingest(folder, events)).toMatchObject({ code: 0 })
}, 'care_providers: [P1]\n')
const world = async (): Promise<string> => (await prepared()).folder

const words = (folder: string, format: string, ...rest: readonly string[]) => [
  '-w',
  folder,
  '--format',
  format,
  'report',
  'patient',
  '--patient',
  ...rest,
]

async function extract(folder: string, ...rest: readonly string[]): Promise<PatientExtract> {
  const { code, out, err } = await run(words(folder, 'json', ...rest))
  expect(err).toBe('')
  expect(code).toBe(0)
  return PatientExtract.parse(JSON.parse(out))
}

describe('the extract for a patient', () => {
  it('has every reading under every id, by whose information it is, and names no one', async () => {
    const folder = await world()
    const { readings, lines, disclosure, patient: whom, providers } = await extract(folder, patient)
    expect(readings).toHaveLength(13)
    expect(whom).toMatchObject({ patient_id: patient, other_ids: [reserve], masked: false })
    expect(
      readings.filter(({ reader, name, user_id }) => reader !== 'automatic' && (name ?? user_id) !== null),
    ).toEqual([])
    expect(disclosure.withheld).toEqual({ names_off: 8, protected_staff: 2 })
    expect(providers).toEqual([
      { care_provider_id: 'P1', name: 'Region Almvik', own: true },
      { care_provider_id: 'P2', name: 'Ekbacken AB', own: false },
    ])
    const first = lines.find(({ day, care_unit_id }) => day === '2026-03-04' && care_unit_id === 'OWN')
    expect(first).toMatchObject({
      first_time: '2026-03-04T10:00:00',
      last_time: '2026-03-04T12:30:00',
      readings: 5,
      people: 4,
      titles: ['Leg. ssk', 'ÖL'],
      activities: ['read', 'print'],
      resource_types: ['Labsvar', 'VKO'],
    })
    // other providers' reading of ours, ours of theirs, and what belongs to nobody that is said
    expect(lines).toContainEqual(expect.objectContaining({ care_provider_id: 'P2', owner_care_provider_id: 'P1' }))
    expect(lines).toContainEqual(expect.objectContaining({ care_provider_id: 'P1', owner_care_provider_id: 'P2' }))
    expect(lines).toContainEqual(expect.objectContaining({ owner_care_provider_id: null, emergency: true }))
    expect(lines.filter(({ reader }) => reader === 'citizen').map(({ is_patient }) => is_patient)).toEqual([
      true,
      false,
    ])
    expect(lines).toContainEqual(expect.objectContaining({ reader: 'automatic', name: 'Kallelserobot' }))
    expect(lines).toContainEqual(expect.objectContaining({ day: '2026-03-07', list_view: true }))
    const asReserve = await extract(folder, reserve)
    expect(asReserve.readings).toEqual(readings)
    expect(asReserve.patient).toMatchObject({ patient_id: reserve, other_ids: [patient] })
  })

  it('names staff when asked, a line for each, but never the protected or one who is a protected patient', async () => {
    const folder = await world()
    const { lines, readings } = await extract(folder, patient, '--staff-names', 'on')
    const day = lines.filter((line) => line.day === '2026-03-04')
    expect(
      day.map(({ name, user_id, titles, readings: amount, people }) => [name, user_id, titles, amount, people]),
    ).toEqual([
      ['Rut Ek', 'U-NAMED', ['Leg. ssk'], 2, 1],
      ['Per Al', 'U-OTHER', ['ÖL'], 1, 1],
      [null, null, [], 2, 2],
    ])
    expect(readings.find(({ care_unit_id }) => care_unit_id === 'OTHER')).toMatchObject({ name: 'Fjär Ran' })
    for (const format of ['json', 'csv', 'md', 'html']) {
      const { out } = await run(words(folder, format, patient, '--staff-names', 'on'))
      expect(out, format).toContain('Rut Ek')
      for (const secret of [
        'Linnea',
        'Gömd',
        'U-HIDDEN',
        'Kurator',
        'kurator',
        'Hemlig',
        'U-PATIENT',
        'ogoped',
        'Ombud Namn',
        '199705182385',
      ]) {
        expect(out, `${secret} in ${format}`).not.toContain(secret)
      }
    }
  })

  it('names no protected staff in a workbook, where formulas are text, nor sets them in a PDF', async () => {
    const folder = await world()
    const place = scratchFolder()
    for (const name of ['utdrag.xlsx', 'utdrag.pdf']) {
      const file = join(place, name)
      const asked = ['report', 'patient', '--patient', patient, '--staff-names', 'on']
      expect(await run(['-w', folder, '-o', file, ...asked])).toMatchObject({ code: 0, out: '' })
    }
    const parts = [...(await partsOf(readFileSync(join(place, 'utdrag.xlsx')))).values()].join('\n')
    expect(parts).toContain('Rut Ek')
    expect(parts).toContain('HYPERLINK')
    expect(parts).not.toMatch(/<f[ >]|Linnea|Gömd|U-HIDDEN|urator|Hemlig|U-PATIENT|ogoped|Ombud Namn/)
    expect(readFileSync(join(place, 'utdrag.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await run(words(folder, 'pdf', patient))).code).toBe(64)
  })

  it('is told in words that a patient understands', async () => {
    const folder = await world()
    const { out } = await run(words(folder, 'md', patient, '--case-number', '2026-114'))
    for (const said of [
      'Kan innehålla sekretess · Dnr 2026-114 · Bevaras 5 år',
      'Uppgifter om dig har öppnats 10 gånger från 2 enheter.',
      'sjuksköterska och överläkare (4 personer)',
      'läste och skrev ut på papper',
      'provsvar, besök och andra vårdkontakter',
      'Ett automatiskt system: Kallelserobot',
      'Du själv',
      'Ett ombud eller en vårdnadshavare',
      'enheten framgår inte',
      'läste (syntes i en lista)',
      'öppnade med nödöppning',
      'Patientdatalagen (2008:355) 8 kap. 5 §',
      'HSLF-FS 2016:40 4 kap. 10 §',
    ]) {
      expect(out.replaceAll('\\', '')).toContain(said)
    }
    const english = (await run(['--lang', 'en', ...words(folder, 'md', patient)])).out
    expect(english).toContain('Data about you were opened 10 times from 2 units.')
    expect(english).toContain('nurse and senior physician (4 people)')
  })

  it('gives the whole list as CSV, formulas as text', async () => {
    const folder = await world()
    const { out } = await run(words(folder, 'csv', patient))
    const rows: Record<string, string>[] = parse(out, { columns: true })
    expect(rows).toHaveLength(13)
    expect(rows[1]).toMatchObject({ date: '2026-03-04', time: '10:30:00', what: 'skrev ut på papper', user_id: '' })
    expect((await run(words(folder, 'html', patient))).out).not.toContain('<a href="x"')
  })

  it('of an unknown id or other days says what the logs cover, never that nobody has read', async () => {
    const folder = await world()
    const { code, err, out } = await run(words(folder, 'md', '198303092398'))
    expect(code).toBe(0)
    for (const text of [err, out.replaceAll('\\', '')]) {
      expect(text).toContain('inga läsningar i de inlästa loggarna, som täcker')
      expect(text).toContain('Det betyder inte att ingen har läst')
    }
    const late = await run(words(folder, 'json', patient, '--from', '2026-05-01', '--to', '2026-06-01'))
    expect(PatientExtract.parse(JSON.parse(late.out))).toMatchObject({ beyond_logs: true, readings: [] })
    const empty = await run(words(await workspace(), 'json', patient))
    expect(empty).toMatchObject({ code: 65 })
  })

  it('of what is nobody’s number says so, on the disclosure sheet too; of no number at all it is not made', async () => {
    const folder = await world()
    const { code, err, out } = await run(words(folder, 'md', '198303092398'))
    expect(code).toBe(0)
    for (const text of [err, out]) expect(text).toContain('är inget personnummer, samordningsnummer')
    expect((await run(words(folder, 'md', '197906209239'))).out).not.toContain('är inget personnummer')
    expect(await run(words(folder, 'md', '  '))).toMatchObject({ code: 64, out: '' })
  })

  it('tells what journal systems call their kinds of information in the language of the extract', () => {
    const logged = ['Journaltext', 'Läkemedel', 'Mätvärden', 'Omvårdnad', 'Översikt', 'Laboratoriesvar', 'Vårdkontakt']
    expect(logged.map((type) => plainResource(type, 'en'))).toEqual([
      'text of the record',
      'medicines',
      'measurements (such as pulse)',
      'nursing',
      'overview of the record',
      'test results',
      'visits and other contacts',
    ])
    expect(plainResource('Översikt', 'sv')).toBe('översikt av journalen')
  })

  it('keeps readings without a time, and says so', async () => {
    const folder = await world()
    await ingest(folder, log(at('4T10:00', { occurred_at: '' })))
    const { lines, readings } = await extract(folder, patient)
    expect(readings).toHaveLength(14)
    expect(lines.at(-1)).toMatchObject({ day: null, first_time: null, readings: 1 })
    expect((await run(words(folder, 'md', patient))).out).toContain('tiden framgår inte')
  })

  it.each([
    ['a protected patient', [protectedPatient], 'skyddade personuppgifter'],
    ['a minor of 13 to 17, by a guardian', [minor, '--requested-by', 'guardian'], 'mellan 13 och 17 år'],
    ['a proxy', [patient, '--requested-by', 'proxy'], 'ett ombud'],
    ['a relative', [patient, '--requested-by', 'relative'], 'en närstående'],
    ['a representative', [patient, '--requested-by', 'representative'], 'god man'],
    ['an adult, by a guardian', [patient, '--requested-by', 'guardian'], '18 år eller äldre'],
    ['someone of no known age, by a guardian', ['OKÄND-1', '--requested-by', 'guardian'], 'ålder är inte känd'],
  ])('stops for %s until it is assessed', async (_, words_, cause) => {
    const folder = await world()
    const stopped = await run(words(folder, 'json', ...words_))
    expect(stopped).toMatchObject({ code: 77, out: '' })
    expect(stopped.err).toContain(cause)
    expect(stopped.err).toContain('--assessed')
    expect(stopped.err).not.toContain('--requested-by relative')
    const half = await run(words(folder, 'json', ...words_, '--assessed', 'prövat'))
    expect(half).toMatchObject({ code: 77, out: '' })
    const given = ['--assessed', 'prövat och beslutat', '--assessed-by', 'SE1-CHEF']
    const { code, out } = await run(words(folder, 'json', ...words_, ...given))
    expect(code).toBe(0)
    const { disclosure, patient: whom } = PatientExtract.parse(JSON.parse(out))
    expect(disclosure).toMatchObject({
      assessed: 'prövat och beslutat',
      assessed_by: 'SE1-CHEF',
      assessed_on: '2026-06-01',
    })
    expect(disclosure.causes).toHaveLength(1)
    const trail = readFileSync(join(folder, 'trail.ndjson'), 'utf8').trimEnd().split('\n')
    expect(JSON.parse(trail.at(-1)!)).toMatchObject({ command: 'report patient', reason: 'prövat och beslutat' })
    expect(JSON.parse(trail.at(-3)!)).toMatchObject({ rows_shown: 0, reason: null })
    expect(trail.join('')).not.toContain(protectedPatient)
    if (words_[0] !== protectedPatient) return
    expect(whom).toMatchObject({ masked: true, name: null, other_ids: [] })
    expect(out).not.toContain(protectedPatient)
    const shown = await run(words(folder, 'json', ...words_, ...given, '--reveal', '--reason', 'hämtas på plats'))
    expect(shown.out).toContain('Åsa Hemlig')
  })

  it.each([
    ['a child under 13, by a guardian', [child, '--requested-by', 'guardian']],
    ['the minor', [minor]],
  ])('does not stop for %s', async (_, words_) => {
    expect(await run(words(await world(), 'json', ...words_))).toMatchObject({ code: 0 })
  })

  it('asks who it is that asks for the extract of a patient who has died, also where that is assessed', async () => {
    const folder = await world()
    const half = ['--assessed', 'prövat och beslutat']
    const whole = [...half, '--assessed-by', 'SE1-CHEF']
    for (const given of [[], half, whole]) {
      const stopped = await run(words(folder, 'json', dead, ...given))
      expect(stopped).toMatchObject({ code: 77, out: '' })
      expect(stopped.err).toContain('har avlidit')
      expect(stopped.err).toContain('--requested-by relative')
      expect(stopped.err.includes('--assessed "')).toBe(given !== whole)
      const trail = readFileSync(join(folder, 'trail.ndjson'), 'utf8').trimEnd().split('\n')
      expect(JSON.parse(trail.at(-1)!)).toMatchObject({ command: 'report patient', rows_shown: 0, reason: null })
    }
  })

  it('says by what law a relative of a patient who has died is given it', async () => {
    const folder = await world()
    const given = ['--assessed', 'dottern, utan men', '--assessed-by', 'SE1-CHEF']
    const asked = (whom: string) => run(words(folder, 'json', dead, '--requested-by', whom, ...given))
    const { disclosure } = PatientExtract.parse(JSON.parse((await asked('relative')).out))
    expect(disclosure).toMatchObject({ requested_by: 'relative', causes: ['deceased', 'relative'] })
    const page = async (whom: string) => (await run(words(folder, 'md', dead, '--requested-by', whom, ...given))).out
    expect(await page('relative')).toMatch(/Begärt av.*närstående.*2009:400 25 kap\. 1 §/s)
    expect(await page('representative')).not.toContain('2009:400')
  })

  it('turns 18 on the birthday', async () => {
    const folder = await world()
    const asked = words(folder, 'json', minor, '--requested-by', 'guardian')
    expect((await run(asked, { now: '2028-01-03T12:00:00Z' })).err).toContain('mellan 13 och 17')
    expect((await run(asked, { now: '2028-01-04T12:00:00Z' })).err).toContain('18 år eller äldre')
    expect(
      (await run(words(folder, 'json', child, '--requested-by', 'guardian'), { now: '2029-03-14T12:00:00Z' })).code,
    ).toBe(0)
    expect(
      (await run(words(folder, 'json', child, '--requested-by', 'guardian'), { now: '2029-03-15T12:00:00Z' })).code,
    ).toBe(77)
  })

  it('writes a file of its own, and refuses what it cannot write', async () => {
    const folder = await world()
    const file = join(scratchFolder(), 'utdrag.html')
    expect(await run(['-w', folder, '-o', file, 'report', 'patient', '--patient', patient])).toMatchObject({
      code: 0,
      out: '',
    })
    expect(readFileSync(file, 'utf8')).toContain('Utlämnandeblad')
    expect(await run(['-w', folder, '-o', `${file}.docx`, 'report', 'patient', '--patient', patient])).toMatchObject({
      code: 64,
    })
    expect(await run(['-w', folder, 'report', 'patient'])).toMatchObject({ code: 64 })
  })
})
