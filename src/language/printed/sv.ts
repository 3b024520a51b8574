import { sv as report } from '../report/sv.ts'

/** What every printed document says, in Swedish. */
export const sv = {
  confidential: report.confidential,
  caseNumber: (number: string) => `Dnr ${number}`,
  skip: report.skip,
  contents: report.contents,
  page: report.page,
  pageOf: (page: number, pages: number) => `Sida ${page} av ${pages}`,
  nothing: 'Inget att visa.',
  numbers: report.plots.table,
  ticked: 'förkryssad',
  placeAndDate: 'Ort och datum',
  signature: 'Namnteckning',
  nameInPrint: 'Namnförtydligande',
  sheet: 'Om rapporten',
  onSheet: (name: string) => `Se bladet ${name}.`,
  noteColumn: 'Kommentar',
  locale: 'sv-SE',
  count: report.count,
}
