import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { gradeAgain, gradeLookups } from '../../src/audit/grade-lookups.ts'
import { rules } from '../../src/rules/index.ts'
import type { Store } from '../../src/store/store.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { ingest, persons } from '../audit/world.ts'
import { evaluate, evaluated, smallWorld, tables } from './small.ts'

const Lookup = z.object({
  user_id: z.string(),
  patient_id: z.string().nullable(),
  care_unit_id: z.string().nullable(),
  day: z.string(),
  first_time: z.string(),
  relation_grade: z.string().nullable(),
  relation_cause: z.string().nullable(),
})
type Lookup = z.infer<typeof Lookup>

/** The lookups of the period as they are, and shuffled by each seed. */
async function shuffled(folder: string, seeds: readonly number[], looksBack = 0): Promise<Lookup[][]> {
  const workspace = openWorkspace(folder)
  const period = { from: '2026-03-01', to: '2026-04-01' }
  const settings = { ...workspace.config.relation, care_providers: [] }
  const read = (store: Store): Promise<Lookup[]> => store.rows('audit/graded', Lookup)
  const store = await openStore(workspace, 0)
  try {
    await gradeLookups(store, period, settings, undefined, looksBack)
    const found = [await read(store)]
    await store.run('evaluation/true-lookups')
    for (const seed of seeds) {
      await store.run('evaluation/shuffle-patients', { seed, round: 1 })
      await gradeAgain(store, period, settings, looksBack)
      found.push(await read(store))
    }
    return found
  } finally {
    store.close()
  }
}

const sorted = (lookups: readonly Lookup[], ...of: (keyof Lookup)[]): string[] =>
  lookups.map((lookup) => JSON.stringify(of.map((name) => lookup[name]))).toSorted()

describe('the shuffle', () => {
  it('keeps both margins: every user their days, units and times, every patient the lookups', async () => {
    const [before = [], after = []] = await shuffled(await smallWorld(), [1])
    expect(after).toHaveLength(134)
    const users = ['user_id', 'care_unit_id', 'day', 'first_time'] as const
    expect(sorted(after, ...users)).toEqual(sorted(before, ...users))
    expect(sorted(after, 'patient_id')).toEqual(sorted(before, 'patient_id'))
    const pairs = new Set(sorted(before, 'user_id', 'patient_id'))
    const kept = sorted(after, 'user_id', 'patient_id').filter((pair) => pairs.has(pair))
    expect(kept.length).toBeLessThan(before.length / 4)
    const unexplained = (lookups: readonly Lookup[]): number =>
      lookups.filter(({ relation_grade }) => relation_grade === 'E').length
    expect([unexplained(before), unexplained(after) > 90]).toEqual([14, true])
  })

  it('deals what is of the period among itself, and leaves robots out of it', async () => {
    const folder = await smallWorld()
    const [robots, before] = [persons(150).slice(140, 145), persons(150).slice(145)]
    await ingest(folder, 'access', [
      ...robots.map((patient_id) => ({ ...tables.access[0], user_id: 'robot-1', patient_id })),
      ...before.map((patient_id) => ({ ...tables.access[0], patient_id, occurred_at: '2026-02-20T10:00:00' })),
    ])
    await ingest(folder, 'staff', [{ user_id: 'robot-1', kind: 'robot' }], ['--mode', 'upsert'])
    const [, after = []] = await shuffled(folder, [1], 30)
    const patients = new Set(after.map(({ patient_id }) => patient_id))
    expect(after).toHaveLength(134)
    expect([...robots, ...before].filter((patient) => patients.has(patient))).toEqual([])
  })

  it('deals the same by the same seed, and otherwise by another', async () => {
    const [, one, again, other] = await shuffled(await smallWorld(), [1, 1, 2])
    expect(again).toEqual(one)
    expect(sorted(other!, 'user_id', 'patient_id')).not.toEqual(sorted(one!, 'user_id', 'patient_id'))
  })

  it('leaves a lookup without a unit where it is, and lets a patient who bars an answer go along', async () => {
    const folder = await smallWorld()
    await ingest(folder, 'access', [
      { ...tables.access[0], care_unit_id: '', occurred_at: '2026-03-20T10:00:00' },
      { ...tables.access[1], patient_id: '', occurred_at: '2026-03-20T11:00:00' },
      { ...tables.access[2], patient_id: '000000000000', occurred_at: '2026-03-20T12:00:00' },
    ])
    const [before = [], after = []] = await shuffled(folder, [3])
    const of = (lookups: readonly Lookup[], cause: string): Lookup[] =>
      lookups.filter(({ relation_cause }) => relation_cause === cause)
    for (const cause of ['no_patient', 'test_patient']) {
      expect([cause, of(before, cause).length, of(after, cause).length]).toEqual([cause, 1, 1])
      expect(of(after, cause)[0]!.day).not.toBe('2026-03-20')
    }
    expect(of(after, 'no_unit').map(({ day, care_unit_id }) => [day, care_unit_id])).toEqual([['2026-03-20', null]])
  })
})

describe('what chance would give', () => {
  it('is much less than a family tie that was planted', async () => {
    const { rules: found } = await evaluated(await smallWorld(), ['--rule', 'own-family', '--rounds', '20'])
    // 12 of 134 lookups; by chance 4 nurses x 3 lookups of the relative x 15 of 134 seats, in the mean.
    expect(found).toMatchObject([{ rule: 'own-family', flagged: 12, assessed: 134, no_chance: null }])
    expect(found[0]!.expected_rate).toBeGreaterThan(0.5 / 134)
    expect(found[0]!.expected_rate).toBeLessThan(3 / 134)
    expect(found[0]!.lift).toBeCloseTo(12 / 134 / found[0]!.expected_rate!, 10)
    expect(found[0]!.lift).toBeGreaterThan(4)
    expect(found[0]!.chance!.assessed).toBe(134 * 20)
  })

  it('is more than what care explains', async () => {
    const [rule] = (await evaluated(await smallWorld(), ['--rule', 'no-care-relation'])).rules
    expect(rule!.lift).toBeLessThan(0.2)
  })

  it('is not said where the answer does not depend on who opened whom, or is not read from lookups', async () => {
    const asked = ['--rule', 'protected-identity', 'repeated-lookup', 'missing-consent', 'own-record']
    const { rules: found } = await evaluated(await smallWorld(), asked)
    expect(found.map((one) => [one.rule, one.no_chance, one.expected_rate, one.lift])).toEqual([
      ['protected-identity', 'no_pairs', null, null],
      ['repeated-lookup', 'reads_events', null, null],
      ['missing-consent', 'unanswered', null, null],
      ['own-record', null, 0, null],
    ])
  })

  it('is the same, byte for byte, by the same seed', async () => {
    const folder = await smallWorld()
    const twice = [await evaluate(folder, ['--seed', '7']), await evaluate(folder, ['--seed', '7'])]
    expect(twice[0]).toMatchObject({ code: 0, err: '' })
    expect(twice[1]).toEqual(twice[0])
    const family = ['--rule', 'own-family', 'no-care-relation']
    const two = [
      await evaluated(folder, [...family, '--seed', '7']),
      await evaluated(folder, [...family, '--seed', '8']),
    ]
    expect(two[0]!.rules.map(({ chance }) => chance)).not.toEqual(two[1]!.rules.map(({ chance }) => chance))
  })

  it('may be read from lookups alone: no such rule reads events', async () => {
    const { queryText } = await import('../../src/queries/load.ts')
    const pairing = rules.filter(({ pairs }) => pairs === 'lookups')
    expect(pairing.length).toBeGreaterThan(5)
    for (const rule of pairing) {
      const read = [`rules/${rule.id}`, ...rule.prepares.map(({ query }) => query)].map(queryText).join('\n')
      expect([rule.id, /\baccess_event\b(?!')/.test(read)]).toEqual([rule.id, false])
    }
  })
})

it('counts what is explained of all lookups, of first lookups, and of those behind the findings', async () => {
  const document = await evaluated(await smallWorld(), ['--rule', 'own-family', 'no-care-relation', 'serial-lookup'])
  expect(document).toMatchObject({ lookups: 134, explained: 120 })
  expect(document.rules.map((one) => [one.rule, one.flagged_lookups, one.flagged_explained])).toEqual([
    ['own-family', 12, 0],
    ['no-care-relation', 14, 0],
    ['serial-lookup', 0, 0],
  ])
})

it('wants at least one round', async () => {
  const { code, err } = await evaluate(await smallWorld(), ['--rounds', '0'])
  expect([code, err]).toEqual([64, expect.stringContaining('--rounds')])
})
