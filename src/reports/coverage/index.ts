import type { Language } from '../../model/language.ts'
import { asHtml } from '../printed/html.ts'
import { asMarkdown } from '../printed/markdown.ts'
import { coverageCsv, coverageJson } from './data.ts'
import { coveragePages } from './printed.ts'
import { coverageTable } from './table.ts'
import type { CoverageReport } from './telling.ts'

/** Format → what `report coverage` writes as text. */
export const coverageFormats = {
  table: coverageTable,
  json: coverageJson,
  csv: coverageCsv,
  html: (report: CoverageReport, language: Language) => asHtml(coveragePages(report, language)),
  md: (report: CoverageReport, language: Language) => asMarkdown(coveragePages(report, language)),
} as const
