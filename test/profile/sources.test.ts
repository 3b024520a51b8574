import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { inferProfile } from '../../src/ingest/infer/infer-profile.ts'
import { loadProfiles, type Profile } from '../../src/ingest/profile.ts'
import { sampleRows } from '../../src/ingest/sample-rows.ts'
import { Scratch } from '../../src/ingest/scratch.ts'
import { mandatoryFields } from '../../src/model/event-fields.ts'
import { root } from '../harness/paths.ts'
import { scratchFolder } from '../harness/program.ts'

const folder = join(root, 'samples/sources')
const profiles = loadProfiles(undefined)
/** A sample bears the name of the profile that it is written in. */
const samples = (existsSync(folder) ? readdirSync(folder) : []).flatMap((file) => {
  const profile = profiles.find((one) => one.profile === file.replace(/\..*$/, ''))
  return profile ? [{ file, profile }] : []
})

interface Score {
  readonly mapped: number
  readonly right: number
  readonly wrong: number
  readonly mandatory: number
  readonly mandatoryRight: number
  readonly isKind: boolean
  readonly misses: readonly string[]
}

/** Infers a sample without a word about it, and holds it against the profile that knows. */
async function scoreOf(file: string, profile: Profile): Promise<Score> {
  const { headers, rows, delimiter } = await sampleRows(join(folder, file), 2000, {
    profiles: [],
    scratch: new Scratch(scratchFolder()),
    input: Readable.from([]),
    openReader: () => Promise.reject(new Error('no sample is Parquet')),
    onBytes: () => undefined,
  })
  const proposal = inferProfile({ headers, rows, today: '2026-06-01', delimiter })
  const plain = (header: string) => header.normalize('NFC').trim().toLowerCase()
  const fieldsBy = (pairs: readonly (readonly [string, readonly string[]])[], header: string) =>
    pairs.filter(([, columns]) => columns.some((one) => plain(one) === plain(header))).map(([field]) => field)
  const seen = headers.map((header) => ({
    header,
    known: fieldsBy(Object.entries(profile.columns), header),
    guessed: fieldsBy(
      proposal.columns.map((column) => [column.field, column.headers] as const),
      header,
    ),
  }))
  const isRight = (one: (typeof seen)[number]) => one.guessed.some((field) => one.known.includes(field))
  const mapped = seen.filter(({ known }) => known.length > 0)
  const mandatory = mapped.filter(({ known }) => known.some((field) => mandatoryFields.some((one) => one === field)))
  return {
    mapped: mapped.length,
    right: mapped.filter(isRight).length,
    wrong: seen.filter((one) => one.guessed.length > 0 && !isRight(one)).length,
    mandatory: profile.kind === 'access' ? mandatory.length : 0,
    mandatoryRight: profile.kind === 'access' ? mandatory.filter(isRight).length : 0,
    isKind: proposal.kind === profile.kind,
    misses: mapped.filter((one) => !isRight(one)).map(({ header, known }) => `${file}: ${header} is ${known.join()}`),
  }
}

describe.skipIf(samples.length === 0)('the samples of the sources, without their profiles', () => {
  it('are mostly understood, and seldom misunderstood', async () => {
    const scores: Score[] = []
    for (const { file, profile } of samples) scores.push(await scoreOf(file, profile))
    const sum = (pick: (score: Score) => number) => scores.reduce((total, score) => total + pick(score), 0)
    const said = `${scores.flatMap(({ misses }) => misses).join('\n')}\n`
    expect(samples.length).toBeGreaterThan(35)
    expect(sum(({ right }) => right) / sum(({ mapped }) => mapped), said).toBeGreaterThan(0.8)
    expect(sum(({ mandatoryRight }) => mandatoryRight) / sum(({ mandatory }) => mandatory), said).toBeGreaterThan(0.92)
    expect(sum(({ wrong }) => wrong) / sum(({ mapped }) => mapped), said).toBeLessThan(0.06)
    expect(sum(({ isKind }) => (isKind ? 1 : 0)) / scores.length, said).toBeGreaterThan(0.93)
  })
})
