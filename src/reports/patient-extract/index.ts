import type { Language } from '../../model/language.ts'
import type { PatientExtract } from '../../model/patient-extract.ts'
import { asHtml } from '../printed/html.ts'
import { asMarkdown } from '../printed/markdown.ts'
import { extractCsv, extractJson } from './data.ts'
import { extractPages } from './printed.ts'

/** Format → what `report patient` writes. */
export const extractFormats = {
  html: (extract: PatientExtract, language: Language) => asHtml(extractPages(extract, language)),
  md: (extract: PatientExtract, language: Language) => asMarkdown(extractPages(extract, language)),
  csv: extractCsv,
  json: extractJson,
} as const
