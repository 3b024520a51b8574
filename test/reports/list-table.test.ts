import { array, assert, integer, property, stringMatching } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listTable } from '../../src/reports/list-table.ts'
import { textWidth } from '../../src/reports/plain-text.ts'

const heads = ['Finding', 'Opened by', 'Unit']
const row = ['F-6183640c20ab5595', 'Sara Andersson, nurse (SE5560000000-S002)', 'Medicine 3']

describe('a list on a terminal', () => {
  it('breaks its widest columns between words, and no id', () => {
    expect(listTable(heads, [row], 'table', 62)).toBe(
      [
        '┌────────────────────┬───────────────────────┬────────────┐',
        '│ Finding            │ Opened by             │ Unit       │',
        '├────────────────────┼───────────────────────┼────────────┤',
        '│ F-6183640c20ab5595 │ Sara Andersson, nurse │ Medicine 3 │',
        '│                    │ (SE5560000000-S002)   │            │',
        '└────────────────────┴───────────────────────┴────────────┘',
        '',
      ].join('\n'),
    )
  })

  it('has its texts one below another where no table has room', () => {
    expect(listTable(heads, [row, ['F-1', '', 'Medicine 4']], 'table', 40)).toBe(
      'F-6183640c20ab5595\n  Opened by: Sara Andersson, nurse\n  (SE5560000000-S002)\n  Unit: Medicine 3\n\nF-1\n  Unit: Medicine 4\n',
    )
  })

  it('is as wide as its texts where nobody says how wide it may be, and a table without rows too', () => {
    expect(listTable(heads, [row], 'table')).toContain('│ Sara Andersson, nurse (SE5560000000-S002) │')
    expect(listTable(heads, [], 'table', 20)).toContain('Finding')
  })

  it('is never wider than the terminal, and keeps every word', () => {
    const cell = array(stringMatching(/^[a-zåäö0-9-]{1,18}$/), { minLength: 1, maxLength: 6 }).map((words) =>
      words.join(' '),
    )
    assert(
      property(
        array(array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 }),
        integer({ min: 40, max: 120 }),
        (rows, columns) => {
          const text = listTable(heads, rows, 'table', columns)
          for (const line of text.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(columns)
          const shown = new Set(text.split(/[\s│]+/))
          for (const word of rows.flat(2).flatMap((one) => one.split(' '))) expect(shown).toContain(word)
        },
      ),
    )
  })
})
