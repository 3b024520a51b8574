import { Fault } from '../../model/fault.ts'
import type { Head, RecordSink, RecordSource, StandardFormat } from '../record.ts'
import type { XmlElement } from '../xml/element.ts'
import { readXml } from '../xml/read-xml.ts'
import { countedFrames, type Framed, framingOf, lineFrames } from './framing.ts'
import { giveMessage } from './message-rows.ts'

/** Audit messages of DICOM and IHE ATNA: bare, one or many in a file, on lines of syslog, or in frames that say their length. */
export const dicomAuditMessage: StandardFormat = {
  id: 'dicom-audit',
  description: 'DICOM and IHE ATNA audit messages, bare or in syslog',
  based_on: 'DICOM PS3.15 A.5 (2017c and later), RFC 3881, RFC 5424, RFC 6587, IHE ITI TF-1 9 and TF-2 3.20',
  kind: 'access',
  recognises,
  read,
}

const beginning = /<(?:[\w.-]+:)?AuditMessage[\s>/]/

function recognises({ text, root }: Head): boolean {
  if (root) return root.name === 'AuditMessage' || beginning.test(text)
  return framingOf(text) !== 'none' && beginning.test(text)
}

async function read(source: RecordSource, sink: RecordSink): Promise<void> {
  let head = ''
  for await (const piece of source.text()) {
    head += piece
    if (head.length > 100) break
  }
  const framing = framingOf(head)
  if (framing === 'none') return readBare(source, sink)
  const frames = framing === 'lines' ? lineFrames(source) : countedFrames(source)
  for await (const some of frames) {
    await readFrames(source.shownAs, some, sink)
    await sink.flush()
  }
}

/** Messages one after the other, each perhaps with a declaration of its own, are made one document. */
async function readBare(source: RecordSource, sink: RecordSink): Promise<void> {
  let place = 0
  await readXml(
    { shownAs: source.shownAs, text: () => inOneRoot(source.text()) },
    {
      isRecord: isMessage,
      record: (message) => giveMessage(message, ++place, undefined, sink),
      flush: () => sink.flush(),
    },
  )
}

async function* inOneRoot(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield '<messages>'
  let kept = ''
  for await (const piece of pieces) {
    const text = kept + piece
    // A declaration that is cut by the end of the piece waits for the next.
    const cut = /<(?:\?[^>]{0,200})?$/.exec(text)?.index ?? text.length
    kept = text.slice(cut)
    yield withoutDeclarations(text.slice(0, cut))
  }
  yield `${withoutDeclarations(kept)}</messages>`
}

function withoutDeclarations(text: string): string {
  return text.replaceAll('\uFEFF', '').replace(/<\?xml\s[^>]*\?>/g, '')
}

function isMessage(name: string): boolean {
  return name === 'AuditMessage'
}

/** A message in its frame, with the sender that the header names. */
interface Sent {
  readonly place: number
  readonly host: string | undefined
  readonly xml: string
}

async function readFrames(shownAs: string, frames: readonly Framed[], sink: RecordSink): Promise<void> {
  const sent: Sent[] = []
  for (const { place, text } of frames) {
    const at = text.search(/<(?:\?xml\s|(?:[\w.-]+:)?AuditMessage[\s>/])/)
    if (at === -1) sink.deviation('other_syslog_message')
    else sent.push({ place, host: hostOf(text.slice(0, at)), xml: withoutDeclarations(text.slice(at)) })
  }
  for (let from = 0; from < sent.length; from += batch) await readBatch(shownAs, sent.slice(from, from + batch), sink)
}

/** Messages parsed together: to begin a parser for each costs as much as reading it. */
const batch = 200

async function readBatch(shownAs: string, sent: readonly Sent[], sink: RecordSink): Promise<void> {
  const messages = await messagesIn(shownAs, sent.map(({ xml }) => xml).join(''))
  if (messages?.length === sent.length) {
    for (const [index, message] of messages.entries()) giveMessage(message, sent[index]!.place, sent[index]!.host, sink)
    return
  }
  // One of them is broken: each by itself.
  for (const { place, host, xml } of sent) {
    const alone = await messagesIn(shownAs, xml)
    if (alone === undefined || alone.length === 0) sink.reject('access', place, 'broken_message')
    else for (const message of alone) giveMessage(message, place, host, sink)
  }
}

async function messagesIn(shownAs: string, xml: string): Promise<XmlElement[] | undefined> {
  const messages: XmlElement[] = []
  try {
    await readXml(
      // oxlint-disable-next-line require-await -- the text is there already
      {
        shownAs,
        text: async function* () {
          yield `<messages>${xml}</messages>`
        },
      },
      { isRecord: isMessage, record: (message) => void messages.push(message), flush: () => Promise.resolve() },
    )
    return messages
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

/** HOSTNAME of RFC 5424 (`<PRI>1 TIME HOST …`) or of RFC 3164 (`<PRI>Mmm dd hh:mm:ss HOST …`). */
function hostOf(header: string): string | undefined {
  const found =
    /^\uFEFF?<\d+>\d{1,2} \S+ (\S+) /.exec(header)?.[1] ??
    /^\uFEFF?<\d+>\w{3} [ \d]\d \d\d:\d\d:\d\d (\S+) /.exec(header)?.[1]
  return found === '-' ? undefined : found
}
