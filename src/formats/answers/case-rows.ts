import type { AnswerColumn } from '../../model/answer-vocabulary.ts'
import type { Answer } from '../../model/answers.ts'
import type { SheetRow } from '../table/sheet-rows.ts'
import { type AnswerField, answerOf, isFilled, type Written } from './fields.ts'
import type { ReadSheet } from './from-workbook.ts'
import type { AnswerProblem } from './problem.ts'
import { plain, type Words } from './words.ts'

/** Which column is which, as far as its head says. */
interface Head {
  readonly columns: ReadonlyMap<number, AnswerColumn>
  /** Columns of the packet that are only read. */
  readonly told: ReadonlySet<number>
}

/** The answers in all sheets; undefined when no sheet has a head with the id of a case and a column to fill in. */
export function answersOf(sheets: readonly ReadSheet[], words: Words, problems: AnswerProblem[]): Answer[] | undefined {
  const cases = new Cases(problems)
  let isThere = false
  for (const sheet of sheets) isThere = readSheet(sheet, words, cases, problems) || isThere
  return isThere ? cases.answers : undefined
}

/** @returns whether the sheet has answers at all */
function readSheet({ name, rows }: ReadSheet, words: Words, cases: Cases, problems: AnswerProblem[]): boolean {
  let head: Head | undefined
  const strange = new Map<number, number>()
  for (const row of rows) {
    const own = headOf(row, words, head)
    if (own) {
      head = own
      continue
    }
    if (!head) continue
    const { case_id, written, others } = cellsOf(row, name, head)
    if (case_id === '') {
      for (const { place } of Object.values(written)) problems.push({ place, cause: 'row_without_case', facts: {} })
      continue
    }
    for (const column of others) strange.set(column, (strange.get(column) ?? 0) + 1)
    const place = `${name}!${row.number}`
    const found: AnswerProblem[] = []
    cases.add(answerOf(case_id, written, words, found), found, place)
  }
  for (const [column, count] of strange) {
    problems.push({ place: `${name}!${letters(column)}`, cause: 'unknown_column', facts: { rows: count } })
  }
  return head !== undefined
}

/**
 * The head that a row is, if it is one: it names the column of the case and one to fill in. What it does not know, the
 * head above it may: the packet has one for the tool, which is not shown, and one for people.
 */
function headOf({ cells }: SheetRow, words: Words, above: Head | undefined): Head | undefined {
  const columns = new Map<number, AnswerColumn>()
  for (const [column, cell] of cells.entries()) {
    const known = words.columns.get(plain(cell ?? ''))
    if (known && ![...columns.values()].includes(known)) columns.set(column, known)
  }
  const names = new Set(columns.values())
  if (!names.has('case_id') || names.size < 2) return undefined
  for (const [column, known] of above?.columns ?? []) {
    if (!columns.has(column) && !names.has(known)) columns.set(column, known)
  }
  const told = isOfTheTool(cells)
    ? Array.from(cells.keys()).slice(0, cells.indexOf('packet_id'))
    : toldIn(cells, words, above)
  return { columns, told: new Set(told.filter((column) => !columns.has(column))) }
}

function isOfTheTool(cells: SheetRow['cells']): boolean {
  return ['case_id', 'verdict', 'packet_id'].every((name) => cells.includes(name))
}

/** The columns whose title is one of the packet's; where nobody knows its words, those that the head above says. */
function toldIn(cells: SheetRow['cells'], words: Words, above: Head | undefined): number[] {
  const titled = Array.from(cells.keys()).filter((column) => words.told.has(plain(cells[column] ?? '')))
  const before = [...(above?.told ?? [])]
  return [...titled, ...before.filter((column) => words.told.size === 0 || plain(cells[column] ?? '') === '')]
}

function cellsOf(
  { number, cells }: SheetRow,
  sheet: string,
  { columns, told }: Head,
): { case_id: string; written: Written; others: number[] } {
  const written: Partial<Record<AnswerField, { text: string; place: string }>> = {}
  const others: number[] = []
  let case_id = ''
  for (const [column, cell] of cells.entries()) {
    if (cell === undefined || cell.trim() === '') continue
    const known = columns.get(column)
    if (known === 'case_id') case_id = cell.trim()
    else if (known) written[known] = { text: cell, place: `${sheet}!${letters(column)}${number}` }
    else if (!told.has(column)) others.push(column)
  }
  return { case_id, written, others }
}

/** The answers by case: a case that stands twice is one if both say the same, or if one says nothing. */
class Cases {
  readonly #problems: AnswerProblem[]
  readonly #answers = new Map<string, Answer>()

  constructor(problems: AnswerProblem[]) {
    this.#problems = problems
  }

  get answers(): Answer[] {
    return [...this.#answers.values()]
  }

  add(answer: Answer, problems: readonly AnswerProblem[], place: string): void {
    this.#problems.push(...problems)
    const known = this.#answers.get(answer.case_id)
    if (known === undefined || !isFilled(known)) this.#answers.set(answer.case_id, answer)
    else if (isFilled(answer) && JSON.stringify(answer) !== JSON.stringify(known)) {
      this.#problems.push({ place, cause: 'case_twice', facts: { case_id: answer.case_id } })
    }
  }
}

/** `A`, `B`, … `AA` of a column from 0. */
function letters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : letters(Math.floor(column / 26) - 1) + letter
}
