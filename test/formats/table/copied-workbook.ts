import { join } from 'node:path'
import { expect } from 'vitest'
import { xlsxToCsv } from '../../../src/formats/table/xlsx.ts'
import { folderWith } from '../../harness/program.ts'
import { makeWorkbook, type MadeWorkbook } from './make-workbook.ts'
import { written } from './written.ts'

/** What is copied of a workbook, and what was said of it. */
export async function copiedBytes(bytes: Buffer, sheet?: string) {
  const folder = folderWith({ 'log.xlsx': bytes })
  const target = join(folder, 'log.csv')
  const result = await xlsxToCsv(join(folder, 'log.xlsx'), 'log.xlsx', target, sheet === undefined ? {} : { sheet })
  const copy = written(target)
  expect(result.rows).toBe(copy.rows.length)
  return { ...result, ...copy }
}

export const copied = (made: MadeWorkbook, sheet?: string) => copiedBytes(makeWorkbook(made), sheet)
