import { describe, expect, test } from 'vitest'
import type { ShownCount } from '../../../src/model/trend-document.ts'
import { type PublishedCount, suppressCounts } from '../../../src/review/suppress-counts.ts'

/** A table with the sums of its rows and columns and of all. */
function tableOf(cells: readonly (readonly number[])[], columnSums = true): PublishedCount[] {
  const columns = cells[0]!.map((_, column) => cells.reduce((sum, row) => sum + row[column]!, 0))
  const all = columns.reduce((sum, value) => sum + value, 0)
  const rows = cells.map((row) => row.reduce((sum, value) => sum + value, 0))
  return [
    ...cells.flatMap((row, r) =>
      row.map((value, c) => ({ from: `row ${r}`, to: `column ${c}`, value, published: true })),
    ),
    ...rows.map((value, r) => ({ from: 'all', to: `row ${r}`, value, published: true })),
    ...columns.map((value, c) => ({ from: `column ${c}`, to: 'end', value, published: columnSums })),
    { from: 'end', to: 'all', value: all, published: columnSums },
  ]
}

/** Every table that fits what is printed, by counting them all; gives what each cell may be. */
function possible(
  counts: readonly PublishedCount[],
  shown: readonly ShownCount['shown'][],
  rows: number,
  columns: number,
): Set<number>[] {
  const cells = rows * columns
  const most = Math.max(9, ...counts.slice(0, cells).map(({ value }) => value + 5))
  const choices = counts.slice(0, cells).map(({ value }, place) => {
    if (shown[place] === 'exact') return [value]
    return Array.from({ length: shown[place] === 'under_five' ? 5 : most + 1 }, (_, n) => n)
  })
  const fits = (value: number, place: number): boolean => {
    if (!counts[place]!.published || shown[place] === 'hidden') return true
    return shown[place] === 'under_five' ? value < 5 : value === counts[place]!.value
  }
  const found = counts.map(() => new Set<number>())
  const table = Array.from({ length: cells }, () => 0)
  const sum = (places: readonly number[]): number => places.reduce((all, place) => all + table[place]!, 0)
  const row = (r: number): number => sum(Array.from({ length: columns }, (_, c) => r * columns + c))
  const fill = (place: number): void => {
    if (place === cells) {
      const sums = [
        ...Array.from({ length: rows }, (_, r) => row(r)),
        ...Array.from({ length: columns }, (_, c) => sum(Array.from({ length: rows }, (_, r) => r * columns + c))),
      ]
      const values = [...table, ...sums, sum(Array.from({ length: cells }, (_, n) => n))]
      if (values.every((value, n) => n < cells || fits(value, n))) values.forEach((value, n) => found[n]!.add(value))
      return
    }
    for (const value of choices[place]!) {
      table[place] = value
      const isRowEnd = (place + 1) % columns === 0
      const r = Math.floor(place / columns)
      if (!isRowEnd || fits(row(r), cells + r)) fill(place + 1)
    }
  }
  fill(0)
  return found
}

/** Numbers that are the same each time (Park and Miller). */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

function expectSafe(cells: readonly (readonly number[])[], columnSums: boolean): void {
  const counts = tableOf(cells, columnSums)
  const shown = suppressCounts(counts)
  const found = possible(counts, shown, cells.length, cells[0]!.length)
  for (const [place, { value, published }] of counts.entries()) {
    if (!published) continue
    const about = JSON.stringify({ cells, shown, place })
    if (value >= 5) {
      expect(shown[place], about).not.toBe('under_five')
      continue
    }
    expect(shown[place], about).toBe('under_five')
    for (const other of [0, 1, 2, 3, 4]) expect(found[place]!.has(other), `${about} is never ${other}`).toBe(true)
  }
}

describe('a count under five', () => {
  test('is never shown, and is anything from 0 to 4 for whoever counts with the sums', () => {
    const next = random(20_260_601)
    for (let round = 0; round < 400; round++) {
      const [rows, columns] = [
        [1, 3],
        [2, 2],
        [2, 3],
        [3, 2],
        [1, 2],
      ][next(5)] as [number, number]
      const large = next(3)
      const cells = Array.from({ length: rows }, () =>
        Array.from({ length: columns }, () => (next(3) < large ? 5 + next(8) : next(7))),
      )
      expectSafe(cells, next(3) > 0)
    }
  })

  test('of which there are two that make five hides their sum', () => {
    expectSafe([[4, 1]], false)
    expectSafe([[4, 1]], true)
  })

  test('alone in its row and column hides one more of each, and no more than that', () => {
    const shown = suppressCounts(
      tableOf([
        [20, 30, 2],
        [40, 25, 60],
        [35, 45, 50],
      ]),
    )
    expect(shown.slice(0, 9)).toEqual([
      'hidden',
      'exact',
      'under_five',
      'exact',
      'exact',
      'exact',
      'hidden',
      'exact',
      'hidden',
    ])
  })
})

test('a table without small counts is shown whole', () => {
  const counts = tableOf([
    [5, 6],
    [7, 80],
  ])
  expect(new Set(suppressCounts(counts))).toEqual(new Set(['exact']))
})

test('a large table takes no long time', () => {
  const next = random(7)
  const cells = Array.from({ length: 26 }, () =>
    Array.from({ length: 24 }, () => (next(3) === 0 ? 5 + next(30) : next(5))),
  )
  const began = performance.now()
  const shown = suppressCounts(tableOf(cells))
  console.info(
    `26 × 24: ${Math.round(performance.now() - began)} ms, ${shown.filter((one) => one === 'hidden').length} hidden`,
  )
  expect(shown).toHaveLength(26 * 24 + 26 + 24 + 1)
})
