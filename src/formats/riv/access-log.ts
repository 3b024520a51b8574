import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import type { Head, ReadingOptions, RecordSink, RecordSource, StandardFormat } from '../record.ts'
import type { XmlElement } from '../xml/element.ts'
import { readXml } from '../xml/read-xml.ts'
import { checkResultCode, checkRoot, noEntries } from './answer.ts'
import { readAccessEntry, readLogEntry } from './log-entry.ts'

/**
 * The national log contracts: what systems send (StoreLog), what the log service answers (GetLogs, GetLogsFor… of older
 * versions, GetAccessLogsForPatient) and the files it gives by order (GetLogsByOrder), with or without a SOAP envelope.
 * Real messages break the schema (no purpose, no resources): they are read, and what they break is said.
 */
export const rivAccessLog: StandardFormat = {
  id: 'riv-auditing-log',
  description: 'Log entries of the national log service (StoreLog, GetLogs, GetAccessLogsForPatient, GetLogsByOrder)',
  based_on: 'RIV-TA informationsecurity:auditing:log 2.0 (TKB 2.0.8) and ehr:log 1.2',
  kind: 'access',
  recognises,
  read,
}

const ourNamespace = /^urn:riv:(?:informationsecurity:auditing|ehr):log(?::|$)/i
const ourRoot = /^(?:StoreLog(?:Request|Response)?|Get(?:Access|Info)?Logs\w*)$/
const soapNamespace = /^http:\/\/(?:schemas\.xmlsoap\.org\/soap\/envelope\/|www\.w3\.org\/2003\/05\/soap-envelope)/

function recognises({ root, text }: Head): boolean {
  if (!root) return false
  const { name, namespace } = root
  if (ourNamespace.test(namespace)) return true
  if (name === 'Fault' && soapNamespace.test(namespace)) return true
  if (ourRoot.test(name) && (namespace === '' || /^urn:riv:/i.test(namespace))) return true
  return entryMarks.some((marks) => marks.every((mark) => mark.test(text)))
}

/** What an entry cannot do without, for files whose root and namespace are not of the contracts. */
const entryMarks: readonly (readonly RegExp[])[] = [
  [/<(?:[\w.-]+:)?[lL]og[\s>]/, /<(?:[\w.-]+:)?[lL]ogId[\s>]/, /<(?:[\w.-]+:)?[aA]ctivityType[\s>]/],
  [/<(?:[\w.-]+:)?[aA]ccessLog[\s>]/, /<(?:[\w.-]+:)?[aA]ccessDate[\s>]/],
]

async function read(source: RecordSource, sink: RecordSink, options: ReadingOptions): Promise<void> {
  const answer = new Answer(source.shownAs, sink, options)
  await readXml(source, {
    isRecord: (name, parent) => answer.enters(name, parent),
    record: (element) => answer.entry(element),
    leaf: (path, text) => answer.leaf(path.at(-1) ?? '', text),
    flush: () => sink.flush(),
  })
  answer.end()
}

const envelopes = new Set(['Envelope', 'Header', 'Body'])

/** One file as it is read: its entries go to the sink at once, what it says of itself is judged as it comes. */
class Answer {
  readonly #shownAs: string
  readonly #sink: RecordSink
  readonly #patient: string | undefined
  #root: string | undefined
  #entries = 0
  #hasResult = false
  #hasList = false
  #from: string | undefined
  #to: string | undefined

  constructor(shownAs: string, sink: RecordSink, options: ReadingOptions) {
    this.#shownAs = shownAs
    this.#sink = sink
    this.#patient = options.patient
  }

  /** An element outside entries begins; is it an entry? */
  enters(name: string, parent: string): boolean {
    if (this.#root === undefined && !envelopes.has(name) && (parent === '' || parent === 'Body')) {
      checkRoot(this.#shownAs, name)
      this.#root = name
    }
    if (/^(?:[lL]ogs|[aA]ccesss?Logs)$/.test(name)) this.#hasList = true
    return /^(?:[lL]og|[aA]ccessLog)$/.test(name)
  }

  entry(element: XmlElement): void {
    this.#entries++
    if (/^[lL]og$/.test(element.name)) readLogEntry(element, this.#entries, this.#sink)
    else readAccessEntry(element, this.#entries, this.#sink, this.#patient ?? this.#askForPatient())
  }

  leaf(name: string, text: string): void {
    switch (name.charAt(0).toLowerCase() + name.slice(1)) {
      case 'resultCode':
        checkResultCode(this.#shownAs, text)
        this.#hasResult = true
        break
      case 'startInterval':
        this.#from = text
        break
      case 'endInterval':
        this.#to = text
        break
      default:
    }
  }

  /** @throws {Fault} 65 when there are no entries and nothing says that there were none: that is no empty log */
  end(): void {
    if (this.#entries === 0 && !this.#hasResult && !this.#hasList) throw noEntries(this.#shownAs, this.#root ?? '')
    const isAnswer = this.#entries === 0 || this.#root?.endsWith('Response')
    if (isAnswer && !this.#hasResult) this.#sink.deviation('no_result_code')
    const span = this.#span()
    if (span) this.#sink.covers(span.from, span.to)
    else if (this.#entries === 0) this.#sink.deviation('no_entries_and_no_interval')
  }

  /** The first and the last entry that the log service holds, whatever was asked for (ReportResultType). */
  #span(): { from: string; to: string } | undefined {
    const [from, to] = [this.#from, this.#to]
    if (!from && !to) return undefined
    if (from && to && isTime.test(from) && isTime.test(to) && Date.parse(from) <= Date.parse(to)) return { from, to }
    this.#sink.deviation('unreadable_interval')
    return undefined
  }

  #askForPatient(): never {
    throw new Fault(
      Exit.usage,
      `${this.#shownAs} says who opened a patient's record, but not whose (GetAccessLogsForPatient)`,
      'give the patient that was asked for: --patient NUMBER',
    )
  }
}

const isTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/
