import { sampleCsv, sampleJson } from './data.ts'
import { sampleTable } from './table.ts'

/** Format → what `sample` writes. */
export const sampleFormats = { table: sampleTable, json: sampleJson, csv: sampleCsv } as const
