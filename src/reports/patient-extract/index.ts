import type { Language } from '../../model/language.ts'
import type { PatientExtract } from '../../model/patient-extract.ts'
import { asHtml } from '../printed/html.ts'
import { asMarkdown } from '../printed/markdown.ts'
import { asPdf, type Typeface } from '../printed/pdf.ts'
import { asWorkbook } from '../printed/workbook.ts'
import { extractCsv, extractJson } from './data.ts'
import { extractPages } from './printed.ts'

/** Format → what `report patient` writes; `typeface` is asked for by what sets letters itself. */
export const extractFormats = {
  html: (extract: PatientExtract, language: Language) => asHtml(extractPages(extract, language)),
  pdf: (extract: PatientExtract, language: Language, typeface: () => Typeface) =>
    asPdf(extractPages(extract, language), typeface()),
  xlsx: (extract: PatientExtract, language: Language) => asWorkbook(extractPages(extract, language)),
  md: (extract: PatientExtract, language: Language) => asMarkdown(extractPages(extract, language)),
  csv: extractCsv,
  json: extractJson,
} as const
