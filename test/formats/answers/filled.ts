import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AnswerProblem, readAnswers } from '../../../src/formats/answers/read-answers.ts'
import { answerVocabulary } from '../../../src/language/workbook/index.ts'
import type { Answer, Answers } from '../../../src/model/answers.ts'
import { languages } from '../../../src/model/language.ts'
import { scratchFolder } from '../../harness/program.ts'
import { makeWorkbook, type MadeWorkbook } from '../table/make-workbook.ts'

const vocabularies = languages.map(answerVocabulary)

/** Reads a file of these bytes by the words of both languages. */
export function read(
  content: string | Uint8Array,
  name = 'answers',
): Promise<{ readonly answers: Answers; readonly problems: readonly AnswerProblem[] }> {
  const file = join(scratchFolder(), name)
  writeFileSync(file, content)
  return readAnswers(file, vocabularies)
}

/** An answer that says only this. */
export function answer(case_id: string, said: Partial<Answer> = {}): Answer {
  return {
    case_id,
    verdict: null,
    explanation: null,
    comment: '',
    due: null,
    employee_answer: null,
    not_asked_reason: null,
    ...said,
  }
}

/** A cell: a text, a number in the second cell style, or XML as it stands. */
export type MadeCell = string | number | { readonly xml: string } | undefined

/** Rows of a sheet as XML, cells in line; what is undefined is left out. */
function sheetOf(rows: readonly (readonly MadeCell[])[]): string {
  return rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellOf(cell, `${letters(column)}${row + 1}`)).join('')}</row>`,
    )
    .join('')
}

/** A workbook that a person made or changed: sheets of rows, of which the ids of the packet are on the first. */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly MadeCell[])[]>>,
  more: Omit<MadeWorkbook, 'sheets'> = {},
): Buffer {
  return makeWorkbook({
    styles: [0, 14],
    sheets: Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, sheetOf(rows)])),
    ...more,
  })
}

export const ids: readonly (readonly MadeCell[])[] = [
  ['Underlagets id', 'P-1'],
  ['Kontrollens id', 'K-1'],
]

export function letters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : letters(Math.floor(column / 26) - 1) + letter
}

function cellOf(cell: MadeCell, place: string): string {
  if (cell === undefined) return ''
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${place}"`)
  if (typeof cell === 'number') return `<c r="${place}" s="1"><v>${cell}</v></c>`
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
}
