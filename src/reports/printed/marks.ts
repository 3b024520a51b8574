import { printedWords } from '../../language/printed/index.ts'
import type { PrintedDocument } from './document.ts'

/** What every page bears: that it may hold secrets, its case number, how long it is kept. */
export function pageMarks({ language, caseNumber, archive }: PrintedDocument): string[] {
  const words = printedWords(language)
  return [
    words.confidential,
    ...(caseNumber === null ? [] : [words.caseNumber(caseNumber)]),
    ...(archive === null ? [] : [archive]),
  ]
}
