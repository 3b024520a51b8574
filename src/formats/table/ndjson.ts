import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { type JsonReading, readJsonLines, readJsonValues } from '../json/read-json.ts'
import { limits } from '../limits.ts'
import { NumberedCsv } from '../numbered-csv.ts'
import type { RecordSource } from '../record.ts'
import { flatten, isObject } from './flatten.ts'

/**
 * Copies records of JSON as CSV, in pieces: an object on each line, or a list of objects. The file is read twice, for
 * any record may bring a column that those before it lack. A line that cannot be read is told with its number, and
 * reading goes on.
 * @returns how many records it holds
 * @throws {Fault} 65 when it holds no objects, too many columns, or a list that is cut
 */
export async function ndjsonToCsv(source: RecordSource, target: string): Promise<number> {
  const read = (await isList(source)) ? readList : readJsonLines
  const columns = await findColumns(source, read)
  const csv = new NumberedCsv(target, [...columns.keys()])
  let records = 0
  try {
    await read(source, {
      line(value, place) {
        if (!isObject(value)) return csv.reject(place, 'no_object')
        const cells: string[] = []
        flatten(value, (name, text) => (cells[columns.get(name)!] = text))
        csv.row(place, cells)
        records++
      },
      broken: (place) => csv.reject(place, 'broken_json'),
      flush: () => csv.flush(),
    })
  } finally {
    await csv.close()
  }
  return records
}

async function findColumns(
  source: RecordSource,
  read: (source: RecordSource, reading: JsonReading) => Promise<void>,
): Promise<ReadonlyMap<string, number>> {
  const columns = new Map<string, number>()
  const add = (name: string) => {
    if (columns.has(name)) return
    if (columns.size === limits.columns) {
      throw new Fault(
        Exit.data,
        `${source.shownAs}: its records have more than ${limits.columns} different fields`,
        'values may stand where names should: check the export',
      )
    }
    columns.set(name, columns.size)
  }
  await read(source, {
    line(value) {
      if (isObject(value)) flatten(value, add)
    },
    broken: () => undefined,
    flush: () => Promise.resolve(),
  })
  if (columns.size > 0) return columns
  throw new Fault(
    Exit.data,
    `${source.shownAs} holds no JSON objects`,
    'export the log with one object on each line, or as one list of objects',
  )
}

/** Whether a file is one list of values, and not a value on each line. */
async function isList(source: RecordSource): Promise<boolean> {
  for await (const piece of source.text()) {
    const text = piece.replace('\uFEFF', '').trimStart()
    if (text !== '') return text.startsWith('[')
  }
  return false
}

/** The values of the outermost list; lists under a name are values. */
function readList(source: RecordSource, reading: JsonReading): Promise<void> {
  return readJsonValues(source, '', reading)
}
