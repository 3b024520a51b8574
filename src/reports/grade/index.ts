import type { GradeDocument } from '../../model/grade-document.ts'
import type { Language } from '../../model/language.ts'
import { escaped } from '../json.ts'
import { asHtml } from '../printed/html.ts'
import { asMarkdown } from '../printed/markdown.ts'
import { gradePages } from './printed.ts'
import { gradeTable } from './table.ts'

/** Format → what `train grade` writes as text. */
export const gradeFormats = {
  table: gradeTable,
  json: (document: GradeDocument) => `${escaped(JSON.stringify(document, null, 2))}\n`,
  html: (document: GradeDocument, language: Language) => asHtml(gradePages(document, language)),
  md: (document: GradeDocument, language: Language) => asMarkdown(gradePages(document, language)),
} as const
