import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'

/** A column of Arrow or Parquet whose values are no single ones (lists, records) goes into no table of texts. */
export function nestedColumnFault(shownAs: string, name: string, type: string): Fault {
  return new Fault(
    Exit.data,
    `${shownAs}: the column "${name}" holds ${type}, which is no single value`,
    'leave it out, or write it as text',
  )
}
