import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { type InputKind, type ReferenceKind, referenceTables } from '../../model/reference.ts'
import type { RecordSink, RecordSource, RecordValues, StandardFormat } from '../record.ts'
import { checkResultCode } from '../riv/answer.ts'
import type { XmlElement } from '../xml/element.ts'
import { readXml } from '../xml/read-xml.ts'

/** Takes the rows of one record. */
export type GiveRow = (kind: ReferenceKind, values: RecordValues) => void

/** A service contract whose answers hold reference data. */
export interface Contract {
  readonly id: string
  readonly description: string
  readonly based_on: string
  /** What an answer without records is an answer about. */
  readonly kind: InputKind
  /** Local names of the messages that hold records. */
  readonly messages: RegExp
  /** The domain, in the namespace. */
  readonly domain: RegExp
  /** Local names of the records, their first letter small. */
  readonly records: readonly string[]
  give(record: XmlElement, row: GiveRow, sink: RecordSink): void
}

/** Answers of a service contract of RIV-TA, bare or in a SOAP envelope; any minor version, any prefix. */
export function rivReference(contract: Contract): StandardFormat {
  const { id, description, based_on, kind } = contract
  return {
    id,
    description,
    based_on,
    kind,
    recognises: ({ root }) =>
      root !== undefined &&
      contract.messages.test(root.name) &&
      (root.namespace === '' || contract.domain.test(root.namespace)),
    read: (source, sink) => read(contract, source, sink),
  }
}

async function read(contract: Contract, source: RecordSource, sink: RecordSink): Promise<void> {
  const records = new Set(contract.records)
  let place = 0
  let hasResult = false
  const row: GiveRow = (kind, values) => {
    const missing = referenceTables[kind].required.find((column) => values[column] === undefined)
    if (missing === undefined) sink.row(kind, place, values)
    else sink.reject(kind, place, 'missing_value', missing)
  }
  await readXml(source, {
    isRecord: (name) => records.has(name.charAt(0).toLowerCase() + name.slice(1)),
    record(element) {
      place++
      contract.give(element, row, sink)
    },
    leaf(path, text) {
      const name = path.at(-1)?.toLowerCase()
      if (name === 'resultcode') {
        hasResult = true
        checkResultCode(source.shownAs, text)
      }
      if (path.includes('Fault') && path.includes('Body')) throw soapFault(source.shownAs)
    },
    flush: () => sink.flush(),
  })
  if (place === 0 && !hasResult) sink.deviation('no_records')
}

function soapFault(shownAs: string): Fault {
  return new Fault(
    Exit.data,
    `${shownAs} is an error of the service or its platform (SOAP Fault)`,
    'read its text, and ask the service again',
  )
}
