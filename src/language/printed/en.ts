import { en as report } from '../report/en.ts'
import type { PrintedWords } from './index.ts'

/** What every printed document says, in English. */
export const en: PrintedWords = {
  confidential: report.confidential,
  caseNumber: (number) => `Case no. ${number}`,
  skip: report.skip,
  contents: report.contents,
  page: report.page,
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  nothing: 'Nothing to show.',
  numbers: report.plots.table,
  ticked: 'ticked',
  placeAndDate: 'Place and date',
  signature: 'Signature',
  nameInPrint: 'Name in print',
  sheet: 'About the report',
  onSheet: (name) => `See the sheet ${name}.`,
  noteColumn: 'Comment',
  locale: 'en-GB',
  count: report.count,
}
