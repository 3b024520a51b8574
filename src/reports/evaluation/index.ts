import { evaluationTable } from './table.ts'

/** Format → what `rules evaluate` writes. */
export const evaluationFormats = {
  table: evaluationTable,
  json: (document: Parameters<typeof evaluationTable>[0]): string => `${JSON.stringify(document, null, 2)}\n`,
} as const
