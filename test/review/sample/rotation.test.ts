import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '../../../src/model/period.ts'
import type { DrawnItem } from '../../../src/model/review.ts'
import { chooseRotation, type Member } from '../../../src/review/sample/rotation.ts'

type Earlier = Parameters<typeof chooseRotation>[1][number]

const month = (place: number): string => addMonths('2025-01-01', place)
const idOf = (place: number): string => `U${String(place).padStart(3, '0')}`
const item = (user_id: string, day: string): DrawnItem => ({
  case_id: `S-${user_id}`,
  subject: 'user_day',
  user_id,
  patient_id: null,
  care_unit_id: null,
  day,
  lookup_ids: [],
})

/** Rotations of some months on end; who is there is asked of `presence`. */
function rotate(
  staff: (place: number) => readonly { readonly id: string; readonly since: number }[],
  given: { readonly months: number; readonly seed: number; readonly presence?: (id: string, place: number) => boolean },
): { draws: Earlier[]; members: Member[][] } {
  const draws: Earlier[] = []
  const members: Member[][] = []
  for (let place = 0; place < given.months; place++) {
    const here = staff(place).map(({ id, since }) => ({
      user_id: id,
      first_day: month(since),
      present: given.presence?.(id, place) ?? true,
    }))
    const { drawn, postponed } = chooseRotation(here, draws, month(place), given.seed + place)
    members.push(here)
    draws.push({
      from: month(place),
      items: drawn.map((id) => item(id, month(place))),
      left_out: postponed.map((user_id) => ({ user_id, cause: 'absent' as const })),
    })
  }
  return { draws, members }
}
const drawnIn = (draw: Earlier): string[] => draw.items.map(({ user_id }) => user_id!)
const steady = (size: number) => () => Array.from({ length: size }, (_, place) => ({ id: idOf(place), since: 0 }))

describe('a rotation', () => {
  it('takes a twelfth, rounded up, and one more', () => {
    for (const size of [1, 2, 5, 12, 13, 24, 100, 121]) {
      const [first] = rotate(steady(size), { months: 1, seed: 7 }).draws
      expect(drawnIn(first!)).toHaveLength(Math.min(size, Math.ceil(size / 12) + 1))
    }
  })

  it('reaches everyone in any twelve months on end, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(1_000_000), (size, seed) => {
        const { draws } = rotate(steady(size), { months: 30, seed })
        for (let end = 12; end <= draws.length; end++) {
          const reached = new Set(draws.slice(end - 12, end).flatMap(drawnIn))
          expect(reached.size).toBe(size)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('draws nobody twice in a month, and nobody who is not there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(1_000_000), (size, seed) => {
        const presence = (id: string, place: number): boolean => (Number(id.slice(1)) + place) % 5 !== 0
        for (const [place, draw] of rotate(steady(size), { months: 14, seed, presence }).draws.entries()) {
          const drawn = drawnIn(draw)
          expect(new Set(drawn).size).toBe(drawn.length)
          for (const id of drawn) expect(presence(id, place)).toBe(true)
          for (const { user_id } of draw.left_out) expect(presence(user_id, place)).toBe(false)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('draws who was away first thing when they are back, over and above the twelfth', () => {
    // Half of the staff is away in the first month.
    const presence = (id: string, place: number): boolean => place > 0 || Number(id.slice(1)) % 2 === 0
    const { draws } = rotate(steady(48), { months: 3, seed: 3, presence })
    const postponed = draws[0]!.left_out.map(({ user_id }) => user_id)
    expect(postponed.length).toBeGreaterThan(0)
    expect(drawnIn(draws[1]!)).toEqual(expect.arrayContaining(postponed))
    expect(drawnIn(draws[1]!)).toHaveLength(4 + 1 + postponed.length)
    // Then they are done like anyone.
    expect(drawnIn(draws[2]!)).toHaveLength(4 + 1)
  })

  it('gives the places that nobody is owed to those who are there', () => {
    for (let seed = 0; seed < 40; seed++) {
      const { draws } = rotate(steady(24), {
        months: 2,
        seed: seed * 10,
        presence: (id, place) => place === 0 || Number(id.slice(1)) < 4,
      })
      // Two may be owed and away; the one more is drawn from the four.
      expect(draws[1]!.left_out.length).toBeLessThanOrEqual(2)
      expect(drawnIn(draws[1]!).length).toBeGreaterThanOrEqual(1)
      expect(drawnIn(draws[1]!).length + draws[1]!.left_out.length).toBe(3)
    }
  })

  it('draws in their twelfth month who came later, though all places are owed to others', () => {
    const members = [...steady(24)().map(({ id }) => id), 'N100'].map((user_id) => ({
      user_id,
      first_day: user_id === 'N100' ? `${month(1).slice(0, 8)}17` : month(0),
      present: true,
    }))
    const earlier = Array.from({ length: 12 }, (_, place) => ({
      from: month(place),
      items: (place === 0 ? [0, 1, 2] : [2 * place + 1, 2 * place + 2]).map((one) => item(idOf(one), month(place))),
      left_out: [],
    }))
    // Three are due in the thirteenth month, as many as the twelfth of 25 rounded up.
    for (let seed = 0; seed < 20; seed++) {
      expect(chooseRotation(members, earlier, month(12), seed).drawn).toEqual(
        expect.arrayContaining([idOf(0), idOf(1), idOf(2), 'N100']),
      )
    }
  })

  it('keeps who stays away until they are back', () => {
    const presence = (id: string, place: number): boolean => id !== idOf(1) || place >= 20
    const { draws } = rotate(steady(3), { months: 22, seed: 5, presence })
    const first = draws.findIndex(({ left_out }) => left_out.length > 0)
    for (const draw of draws.slice(first, 20)) expect(draw.left_out.map(({ user_id }) => user_id)).toEqual([idOf(1)])
    expect(drawnIn(draws[20]!)).toContain(idOf(1))
    expect(draws[20]!.left_out).toEqual([])
  })

  it('reaches who comes later within twelve months of coming', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 40 }),
        fc.integer({ min: 1, max: 15 }),
        fc.nat(100_000),
        (size, comes, seed) => {
          const staff = (place: number) =>
            [...steady(size)(), ...[1, 2, 3].map((more) => ({ id: `N${more}00`, since: comes }))].filter(
              ({ since }) => since <= place,
            )
          const { draws } = rotate(staff, { months: comes + 12, seed })
          const reached = new Set(draws.slice(comes).flatMap(drawnIn))
          for (const id of ['N100', 'N200', 'N300']) expect(reached).toContain(id)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('lets no one know to be done: who was just drawn may be drawn the next month', () => {
    const again = new Set<string>()
    for (let seed = 0; seed < 600; seed++) {
      const { draws } = rotate(steady(24), { months: 2, seed: seed * 10 })
      const first = new Set(drawnIn(draws[0]!))
      for (const id of drawnIn(draws[1]!)) if (first.has(id)) again.add(id)
    }
    // Everyone has met it with some seed, and nobody is safe.
    expect(again.size).toBeGreaterThan(20)
  })

  it('has no favourites among those it may choose', () => {
    const times = new Map<string, number>()
    for (let seed = 0; seed < 3000; seed++) {
      for (const id of drawnIn(rotate(steady(24), { months: 1, seed }).draws[0]!))
        times.set(id, (times.get(id) ?? 0) + 1)
    }
    // 3 of 24 in 3000 draws: 375 each, give or take four standard deviations.
    for (const [, drawn] of times) expect(Math.abs(drawn - 375)).toBeLessThan(73)
    expect(times.size).toBe(24)
  })

  it('forgets draws of the same month or later', () => {
    const { draws } = rotate(steady(24), { months: 3, seed: 1 })
    const members = steady(24)().map(({ id }) => ({ user_id: id, first_day: month(0), present: true }))
    expect(chooseRotation(members, draws, month(0), 1)).toEqual(chooseRotation(members, [], month(0), 1))
  })
})
