import { open } from 'node:fs/promises'
import { zstdDecompressSync } from 'node:zlib'
import {
  CompressionType,
  compressionRegistry,
  DataType,
  type RecordBatch,
  RecordBatchReader,
  type Schema,
} from 'apache-arrow'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { isOfTheMachine } from '../archive/machine-error.ts'
import { limits } from '../limits.ts'
import { NumberedCsv } from '../numbered-csv.ts'
import { type ColumnReader, columnReader } from './arrow-columns.ts'
import { arrowMessages } from './arrow-messages.ts'
import { unpackLz4 } from './lz4.ts'

/** Rows written between two looks at the disk. */
const rowsAtOnce = 4096

/**
 * Copies an Arrow IPC file or stream as CSV, one batch at a time. Timestamps with a zone are instants and end with `Z`;
 * those without are wall clock. Batches packed with LZ4 or Zstandard are read.
 * @returns how many rows it holds
 * @throws {Fault} 65 when it is broken or cut, or has a column whose values are no single ones
 */
export async function arrowToCsv(path: string, shownAs: string, target: string): Promise<number> {
  const memory = registerCodecs()
  const file = await open(path)
  try {
    let columns: ColumnReader[] = []
    const accept = (schema: Schema) => (columns = columnsOf(schema, shownAs))
    const reader = await RecordBatchReader.from(arrowMessages(file, shownAs, accept))
    await reader.open({ autoDestroy: false })
    const csv = new NumberedCsv(
      target,
      reader.schema.fields.map(({ name }) => name),
    )
    try {
      let rows = 0
      for await (const batch of reader) {
        rows = await writeBatch(batch, columns, csv, rows)
        memory.left = limits.batch
      }
      return rows
    } finally {
      await csv.close()
    }
  } catch (error) {
    if (error instanceof Fault || isOfTheMachine(error)) throw error
    throw new Fault(Exit.data, `${shownAs} is broken: it is no whole Arrow file`, 'export it again', error)
  } finally {
    await file.close()
  }
}

function columnsOf({ fields }: Schema, shownAs: string): ColumnReader[] {
  // Columns of nothing take no bytes, and could claim any number of rows.
  if (fields.every(({ type }) => DataType.isNull(type))) {
    throw new Fault(Exit.data, `${shownAs} has no columns with values`, 'check the export')
  }
  if (fields.length > limits.columns) {
    throw new Fault(Exit.data, `${shownAs} has more than ${limits.columns} columns`, 'export fewer')
  }
  return fields.map((field) => columnReader(field, shownAs))
}

async function writeBatch(
  { data: { children, length } }: RecordBatch,
  columns: readonly ColumnReader[],
  csv: NumberedCsv,
  before: number,
): Promise<number> {
  const cells = columns.map((column, index) => column(children[index]!))
  for (let row = 0; row < length; row++) {
    csv.row(
      before + row + 1,
      cells.map((cell) => cell(row)),
    )
    if (row % rowsAtOnce === 0) await csv.flush()
  }
  await csv.flush()
  return before + length
}

/** The library reads packed batches, but brings nothing that unpacks them. What one batch may unpack to is measured out. */
function registerCodecs(): { left: number } {
  const memory = { left: limits.batch }
  const measured = (unpack: (bytes: Uint8Array, most: number) => Uint8Array) => (bytes: Uint8Array) => {
    const unpacked = unpack(bytes, memory.left)
    memory.left -= unpacked.length
    return unpacked
  }
  const zstd = (bytes: Uint8Array, most: number) => new Uint8Array(zstdDecompressSync(bytes, { maxOutputLength: most }))
  compressionRegistry.set(CompressionType.ZSTD, { decode: measured(zstd) })
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: measured(unpackLz4) })
  return memory
}
