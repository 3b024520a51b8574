import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'

/** Result codes after which there is a log to read, though it may be empty. */
const finished = new Set(['OK', 'INFO'])

/** What the other codes of ResultCodeType say, and the way out. */
const unfinished: Readonly<Record<string, readonly [what: string, wayOut: string]>> = {
  REPORT_ON_QUEUE: [
    'the report is not ready, it waits in the queue of the log service',
    'fetch it again later by the queuedReportId of this answer, and ingest the answer that holds the log',
  ],
  REPORT_IN_PROCESS: [
    'the report is not ready, the log service is making it',
    'fetch it again later by the queuedReportId of this answer, and ingest the answer that holds the log',
  ],
  REPORT_NOT_FOUND: ['the log service knows no report by the id asked for', 'ask for the report anew, without an id'],
  MAX_QUERY_RESULT_EXCEEDED: [
    'it holds no log, for the log service found more entries than it gives in one answer',
    'ask for a shorter period at a time, or order the log as files (GetLogsByOrder)',
  ],
  ACCESSDENIED: [
    'it holds no log, for the log service denied access to it',
    'have the right to read the log granted, and ask again',
  ],
  VALIDATION_ERROR: [
    'it holds no log, for the log service found a fault in the question',
    'mend the question by the resultText of this answer, and ask again',
  ],
  ERROR: ['it holds no log, for the log service failed', 'read the resultText of this answer, and ask again'],
}

/**
 * A code other than OK and INFO means that the service did not do what was asked, so nothing is known of the period.
 * @throws {Fault} 65 with what the code says
 */
export function checkResultCode(shownAs: string, text: string): void {
  const code = text.toUpperCase()
  if (finished.has(code)) return
  const isName = /^[A-Z][A-Z_]{0,39}$/.test(code)
  const [what, wayOut] = Object.hasOwn(unfinished, code)
    ? unfinished[code]!
    : ['it holds no finished log', 'read the resultText of this answer, and ask again']
  throw new Fault(Exit.data, `${shownAs}: ${what} (result code ${isName ? code : 'not known'})`, wayOut)
}

/** Messages of the two domains that are no log, by the local name of their root. */
const notLogs: readonly (readonly [root: RegExp, what: string, wayOut: string])[] = [
  [/^Fault$/, 'an error of the service or its platform (SOAP Fault)', 'read its text, and ask for the log again'],
  [/^StoreLogResponse$/, 'a receipt for stored entries', 'ingest what was sent (StoreLog)'],
  [
    /^GetInfoLogs/,
    'a list of care providers who have read, without the events',
    'ask for the log with GetLogs, or order it with GetLogsByOrder',
  ],
  [
    /^GetLogsByOrder(Response)?$/,
    'an order of log files',
    'fetch the files with GetFilesForOrderId when they are ready, and ingest them as they are (.zip)',
  ],
  [
    /^GetFilesForOrderId(Response)?$/,
    'a list of log files, empty until they are ready',
    'fetch the files by the addresses in it, and ingest them as they are (.zip)',
  ],
]

/** @throws {Fault} 65 when a message of this root holds no log whatever it says */
export function checkRoot(shownAs: string, root: string): void {
  const found = notLogs.find(([pattern]) => pattern.test(root))
  if (found) throw new Fault(Exit.data, `${shownAs} is no log but ${found[1]}`, found[2])
}

/** What to say of a message without an entry, and without a result that says there was none. */
export function noEntries(shownAs: string, root: string): Fault {
  if (/^Get(?:Access)?Logs\w*$/.test(root) && !root.endsWith('Response')) {
    return new Fault(Exit.data, `${shownAs} is no log but a question to the log service`, 'ingest the answer to it')
  }
  return new Fault(
    Exit.data,
    `${shownAs} holds no log entry, and no result that says there were none to give`,
    'export it again; a period without lookups has an answer with the result code OK',
  )
}
