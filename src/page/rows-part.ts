import type { PacketCase, PacketRow } from '../model/packet.ts'
import type { CardReading } from './case-card.ts'
import { apart, element } from './element.ts'
import { many } from './speak.ts'

/** So many rows are shown before the rest is folded. */
const mostOpen = 12

const columns = ['when', 'who', 'whose', 'unit', 'activities', 'relation'] as const

/** The rows of a case in tables. What was drawn shows no sign of any rule, and folds what care explains. */
export function rowsPart({ words }: CardReading, one: PacketCase): (HTMLElement | null)[] {
  const { rows, more_rows } = one
  // One row says nothing that does not stand above it.
  if (one.source === 'rules' && rows.length + more_rows <= 1) return []
  const folds = one.source !== 'rules'
  const explained = folds ? rows.filter((row) => row.explained) : []
  const open = folds ? rows.filter((row) => !row.explained) : rows
  const table = (caption: string, some: readonly PacketRow[]): HTMLElement =>
    rowTable(words.row, caption, some, one.units)
  const folded = (heading: string, some: readonly PacketRow[]): HTMLElement | null =>
    some.length === 0 ? null : element('details', {}, element('summary', {}, heading), table(heading, some))
  const heading = folds ? words.case.unexplained : words.case.rows
  const rest = open.slice(mostOpen)
  return [
    open.length === 0 ? null : table(heading, open.slice(0, mostOpen)),
    folded(many(words.case.restOfRows, rest.length, words.locale), rest),
    folded(many(words.case.explained, explained.length, words.locale), explained),
    more_rows === 0 ? null : element('p', { class: 'small' }, many(words.case.moreRows, more_rows, words.locale)),
  ]
}

/** A table without the columns that are the same for the whole case; it can be scrolled by keyboard. */
function rowTable(
  heads: Readonly<Record<(typeof columns)[number], string>>,
  caption: string,
  rows: readonly PacketRow[],
  unit: string,
): HTMLElement {
  const known = { when: '', who: '', whose: '', unit, activities: '', relation: '' }
  const shown = columns.filter((column) => rows.some((row) => row[column] !== '' && row[column] !== known[column]))
  const table = element(
    'table',
    { class: 'rows' },
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        shown.map((column) => element('th', { scope: 'col' }, heads[column])),
      ),
    ),
    element(
      'tbody',
      {},
      rows.map((row) =>
        element(
          'tr',
          {},
          shown.map((column) =>
            column === 'when'
              ? element('th', { scope: 'row' }, apart(row.when))
              : element('td', {}, apart(row[column])),
          ),
        ),
      ),
    ),
  )
  return element('div', { class: 'wide', role: 'group', 'aria-label': caption, tabindex: 0 }, table)
}
