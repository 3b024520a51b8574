import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { QueryError } from '../store/store-faults.ts'

/** Waits for a query over a Parquet file. @throws {Fault} 65 when DuckDB cannot read the file */
export async function readParquet<T>(shownAs: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    throw new Fault(Exit.data, `${shownAs} is a broken Parquet file`, 'export it again; it may have been cut', error)
  }
}
