import { beforeAll, describe, expect, it } from 'vitest'
import { mandatoryFields } from '../../../src/model/event-fields.ts'
import { asCsv, golden, type ReadSample, readSamples, type StoredRow } from './read-samples.ts'
import { profileOf, type Sample, samples } from './samples.ts'

/** What a sample holds beside rows of staff that are whole and count in full. */
interface Known {
  /** Rows of others than staff. */
  readonly robot?: number
  readonly citizen?: number
  readonly system?: number
  readonly incidental?: number
  /** Rows that lack one of the five, beside what the source never has. */
  readonly lacking?: number
}

const known: Readonly<Record<string, Known>> = {
  '1177-direkt': { citizen: 3, system: 1 },
  '1177-journalen': { citizen: 10 },
  '1177-personalverktyg': { incidental: 2 },
  blaappen: { citizen: 3, system: 1 },
  'cosmic-bed-overview': { incidental: 5 },
  'cosmic-insight': { incidental: 7 },
  'cosmic-link': { incidental: 2 },
  'cosmic-nova': { incidental: 2 },
  'cosmic-robot': { robot: 8 },
  egenmonitorering: { citizen: 2, system: 1, incidental: 2 },
  infektionsverktyget: { incidental: 3 },
  kvalitetsregister: { system: 2 },
  mobimed: { lacking: 2 },
  'npo-loggrapport': { lacking: 1 },
  'riv-auditing-log': { lacking: 1 },
  'sakerhetstjanster-excel': { lacking: 1 },
  'stod-och-behandling': { citizen: 3, incidental: 2 },
  teleq: { incidental: 3, lacking: 1 },
  uppmarksamhetssignal: { incidental: 3 },
  webbtidbok: { citizen: 4, system: 1 },
}

let all: ReadonlyMap<string, ReadSample>
beforeAll(async () => {
  all = await readSamples(samples)
})

const isLogin = ({ activity }: StoredRow) => activity === 'login' || activity === 'logout'

const read = ({ path }: Sample): ReadSample => {
  const sample = all.get(path)
  if (!sample) throw new Error(`${path} was not read`)
  return sample
}

describe.each(samples.map((sample) => [sample.file, sample] as const))('%s', (_, sample) => {
  const { id } = sample
  const profile = profileOf(id)

  it('is recognised among all profiles, and read whole', () => {
    const { report } = read(sample)
    expect(report).toMatchObject({
      profile: id,
      kind: profile?.kind ?? 'access',
      // What has no profile is read by a published specification.
      status: profile?.status ?? 'verified',
      unmapped: [],
      unknown_codes: [],
      deviations: {},
      stored: report.rows,
      rejected: 0,
      duplicate: 0,
      conflict: 0,
    })
    expect(report.rows).toBeGreaterThanOrEqual(7)
    expect(report.rows).toBeLessThanOrEqual(20)
  })

  it('is stored as before', () => {
    const csv = asCsv(read(sample).rows)
    expect(csv).toBe(golden(`${id}.csv`, csv))
  })
})

const logs = samples.filter(({ id }) => (profileOf(id)?.kind ?? 'access') === 'access')

describe.each(logs.map((sample) => [sample.file, sample] as const))('%s, a log,', (_, sample) => {
  const { id } = sample

  it('tells staff from others, and reading from lists', () => {
    const { rows } = read(sample)
    const { robot = 0, citizen = 0, system = 0, incidental = 0 } = known[id] ?? {}
    const ofActor = (actor: string) => rows.filter(({ actor_kind }) => actor_kind === actor).length
    expect({ robot: ofActor('robot'), citizen: ofActor('citizen'), system: ofActor('system') }).toEqual({
      robot,
      citizen,
      system,
    })
    expect(rows.filter((row) => row['incidental'] === 'true')).toHaveLength(incidental)
  })

  it('has what the law asks for, or says that it lacks it', () => {
    const { rows, report } = read(sample)
    const lacks = profileOf(id)?.lacks ?? []
    const lacking = known[id]?.lacking ?? 0
    expect(report.nonconforming).toBe(lacks.length > 0 ? rows.length : lacking)
    for (const field of mandatoryFields) {
      const without = rows.filter((row) => row[field] === null && !isLogin(row)).length
      if (lacks.includes(field)) expect(without, `${field} is said to be lacking`).toBe(rows.length)
      else expect(without, field).toBeLessThanOrEqual(lacking)
    }
    expect(rows.filter(({ activity }) => activity === 'unknown')).toEqual([])
    const days = rows.map(({ local_time }) => local_time?.slice(0, 10) ?? '')
    expect(days.filter((day) => day < '2026-04-26' || day > '2026-04-30')).toEqual([])
  })
})
