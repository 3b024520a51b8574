import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { isInLines, type JsonReading, readJsonLines, readJsonValues } from '../json/read-json.ts'
import type { Head, RecordSink, RecordSource, StandardFormat } from '../record.ts'
import { readXml } from '../xml/read-xml.ts'
import { rowsOf } from './event-rows.ts'
import { resourceFromXml } from './from-xml.ts'
import { codings, firstNode, isNode, type Node, nodes, textOf } from './nodes.ts'
import { isReferenced, referencedMarks, References } from './references.ts'
import { type FhirVersion, versionOf } from './version.ts'

/**
 * AuditEvent of HL7 FHIR: one resource, a list, a Bundle (also in a Bundle), or one on each line; JSON or XML. What the
 * events refer to is looked up in the file itself.
 */
export const fhirAuditEvent: StandardFormat = {
  id: 'fhir-auditevent',
  description: 'HL7 FHIR AuditEvent (R4, R4B, R5; also IHE BALP), as JSON, NDJSON, Bundle or XML',
  based_on: 'HL7 FHIR R4 4.0.1, R4B 4.3.0 and R5 5.0.0 AuditEvent; IHE ITI BALP 1.1',
  kind: 'access',
  recognises,
  read,
}

function recognises({ text, root }: Head): boolean {
  if (root)
    return (
      root.namespace === 'http://hl7.org/fhir' || (root.namespace === '' && /^(?:AuditEvent|Bundle)$/.test(root.name))
    )
  return /^\uFEFF?\s*[[{]/.test(text) && /"resourceType"\s*:\s*"(?:AuditEvent|Bundle|OperationOutcome)"/.test(text)
}

async function read(source: RecordSource, sink: RecordSink): Promise<void> {
  const file = new EventFile(source.shownAs, sink)
  if (await isXml(source)) await readFromXml(source, file)
  else await readFromJson(source, file)
  file.end()
}

async function isXml(source: RecordSource): Promise<boolean> {
  for await (const piece of source.text()) {
    const text = piece.replace('\uFEFF', '').trimStart()
    if (text !== '') return text.startsWith('<')
  }
  return false
}

/** What events refer to may stand after them, so a file that holds such resources is read twice; most hold none. */
async function readFromJson(source: RecordSource, file: EventFile): Promise<void> {
  const readAll = (reading: JsonReading) =>
    isLines ? readJsonLines(source, reading) : readJsonValues(source, 'entry', reading)
  const isLines = await isInLines(source)
  if (await holdsMark(source, referencedMarks.json)) {
    await readAll({
      // A text with an event in it is an event, or a Bundle that is looked into when it is taken.
      wants: (text) => !text.includes('"AuditEvent"'),
      line: (value) => file.keepReferenced(value),
      broken: () => undefined,
      flush: () => Promise.resolve(),
    })
  }
  await readAll({
    line: (value, place) => file.take(value, place),
    broken: (place) => file.reject(place),
    flush: () => file.sink.flush(),
  })
}

async function holdsMark(source: RecordSource, mark: RegExp): Promise<boolean> {
  let before = ''
  for await (const piece of source.text()) {
    if (mark.test(before + piece)) return true
    before = piece.slice(-200)
  }
  return false
}

async function readFromXml(source: RecordSource, file: EventFile): Promise<void> {
  const isRecord = (name: string) =>
    name === 'AuditEvent' || name === 'OperationOutcome' || name === 'fullUrl' || isReferenced(name)
  let fullUrl: string | undefined
  if (await holdsMark(source, referencedMarks.xml)) {
    await readXml(source, {
      isRecord,
      record(element) {
        if (element.name === 'fullUrl') fullUrl = element.attributes['value']
        else if (isReferenced(element.name)) file.keepReferenced({ resource: resourceFromXml(element), fullUrl })
      },
      flush: () => Promise.resolve(),
    })
  }
  fullUrl = undefined
  let place = 0
  await readXml(source, {
    isRecord,
    record(element) {
      if (element.name === 'fullUrl') fullUrl = element.attributes['value']
      else if (!isReferenced(element.name)) {
        file.take({ resource: resourceFromXml(element), fullUrl }, ++place)
        fullUrl = undefined
      }
    },
    leaf: (path) => file.passed(path[0]),
    flush: () => file.sink.flush(),
  })
}

/** One file as it is read. */
class EventFile {
  readonly sink: RecordSink
  readonly #shownAs: string
  readonly #references = new References()
  #events = 0
  #rejected = 0
  #hasOutcome = false
  #isBundle = false

  constructor(shownAs: string, sink: RecordSink) {
    this.#shownAs = shownAs
    this.sink = sink
  }

  keepReferenced(value: unknown): void {
    for (const { resource, fullUrl } of resourcesIn(value)) this.#references.add(resource, fullUrl)
  }

  take(value: unknown, place: number): void {
    const all = [...resourcesIn(value)]
    // A Bundle within a Bundle was not looked into the first time.
    if (all.length > 1) this.keepReferenced(value)
    for (const { resource, fullUrl } of all) this.#takeOne(resource, fullUrl, place)
  }

  reject(place: number): void {
    this.#rejected++
    this.sink.reject('access', place, 'broken_json')
  }

  passed(root: string | undefined): void {
    if (root === 'Bundle') this.#isBundle = true
  }

  /** @throws {Fault} 65 when the file holds no event, and is no answer without any */
  end(): void {
    if (this.#events + this.#rejected > 0) return
    if (this.#hasOutcome) {
      throw new Fault(
        Exit.data,
        `${this.#shownAs} is an answer of a FHIR server that something went wrong (OperationOutcome), and no log`,
        'see what the server says, and ask it again',
      )
    }
    if (!this.#isBundle) {
      throw new Fault(Exit.data, `${this.#shownAs} holds no AuditEvent`, 'check what the export was asked for')
    }
    this.sink.deviation('no_events')
  }

  #takeOne(resource: Node, fullUrl: string | undefined, place: number): void {
    const type = textOf(resource['resourceType'])
    if (type === 'OperationOutcome') this.#hasOutcome = true
    if (type === 'Bundle') this.#isBundle = true
    if (type !== 'AuditEvent') return
    const version = versionOf(resource)
    if (version === 'STU3' || version === 'DSTU2') throw this.#tooOld(version, place)
    this.#events++
    if (codings(firstNode(resource['meta'])?.['security']).some(({ code }) => code === 'HTEST')) {
      this.sink.deviation('test_event')
    }
    if (nodes(resource['agent']).length === 0) this.sink.deviation('no_agent')
    if (resource['recorded'] === undefined) this.sink.deviation('no_recorded_time')
    for (const values of rowsOf(resource, fullUrl, this.#references)) this.sink.row('access', place, values)
  }

  #tooOld(version: FhirVersion, place: number): Fault {
    return new Fault(
      Exit.data,
      `${this.#shownAs}, record ${place}: this is an AuditEvent of FHIR ${version}, which is not read`,
      'export as R4 or R5, or export the log as CSV',
    )
  }
}

/** The resources in what a file holds at one place: a resource, an entry of a Bundle, or a Bundle with all that is in it. */
function* resourcesIn(
  value: unknown,
  fullUrl?: string,
  depth = 0,
): Generator<{ resource: Node; fullUrl: string | undefined }> {
  if (!isNode(value) || depth > bundleDepth) return
  if (!('resourceType' in value) && isNode(value['resource'])) {
    yield* resourcesIn(value['resource'], textOf(value['fullUrl']), depth + 1)
    return
  }
  yield { resource: value, fullUrl }
  if (value['resourceType'] === 'Bundle')
    for (const entry of nodes(value['entry'])) yield* resourcesIn(entry, undefined, depth + 1)
}

/** How deep Bundles may lie in each other; a step is an entry and one its resource. */
const bundleDepth = 20
