import { afterEach, expect, it, vi } from 'vitest'
import { Timings } from '../../src/commands/timings.ts'
import { persons, world } from '../audit/world.ts'
import { run } from '../harness/program.ts'

afterEach(() => vi.restoreAllMocks())

it('a step that said when it began has its own time, any other that since the one before', () => {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const timings = new Timings()
  const at = (time: number, what: 'begin' | 'add', step: string): void => {
    now = time
    timings[what](step)
  }
  at(10, 'add', 'grade')
  at(10, 'begin', 'own-record')
  at(20, 'begin', 'crowd')
  at(50, 'add', 'crowd')
  at(70, 'add', 'own-record')
  at(75, 'add', 'cases')
  // the same rule again, of another month
  at(80, 'add', 'crowd')
  expect(timings.steps.map(({ step, milliseconds }) => [step, milliseconds])).toEqual([
    ['grade', 10],
    ['crowd', 30],
    ['own-record', 60],
    ['cases', 5],
    ['crowd', 5],
  ])
})

it('an audit says of each rule when it began', async () => {
  const folder = await world({
    access: [
      {
        occurred_at: '2026-03-03T10:00',
        user_id: 'u1',
        care_unit_id: 'unit-1',
        patient_id: persons(1)[0],
        activity: 'read',
      },
    ],
  })
  const began = vi.spyOn(Timings.prototype, 'begin')
  const words = ['audit', '--timings', '--rule', 'own-record', '--rule', 'many-units']
  const { code, err } = await run(['-w', folder, ...words])
  expect(code, err).toBe(0)
  expect(began.mock.calls.flat().toSorted()).toEqual(['many-units', 'own-record'])
  for (const step of ['grade', 'own-record', 'many-units', 'cases'])
    expect(err).toMatch(new RegExp(`^${step} +\\d+ ms$`, 'm'))
})
