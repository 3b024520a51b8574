import { qualityCsv, qualityJson } from './data.ts'
import { qualityHtml } from './html.ts'
import { qualityTable } from './table.ts'

/** Format → what `quality` writes. */
export const qualityFormats = { table: qualityTable, json: qualityJson, csv: qualityCsv, html: qualityHtml } as const
