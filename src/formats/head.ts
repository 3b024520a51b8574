import { SaxesParser } from 'saxes'
import type { Head, RecordSource } from './record.ts'

const headCharacters = 65_536
/** What a message may be wrapped in. */
const envelopes = new Set(['Envelope', 'Header', 'Body'])

/** The beginning of a file, for the formats to recognise. */
export async function headOf(source: RecordSource, form: 'xml' | 'json' | 'text'): Promise<Head> {
  let text = ''
  for await (const piece of source.text()) {
    text += piece
    if (text.length >= headCharacters) break
  }
  text = text.slice(0, headCharacters)
  return { text, root: form === 'xml' ? rootOf(text) : undefined }
}

/** The first element that is no envelope; what is broken after it is found when the file is read. */
function rootOf(text: string): Head['root'] {
  let root: Head['root']
  let inHeader = false
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', () => undefined)
  parser.on('opentag', ({ local, uri }) => {
    if (local === 'Header') inHeader = true
    if (!inHeader && !envelopes.has(local)) root ??= { name: local, namespace: uri }
  })
  parser.on('closetag', ({ local }) => {
    if (local === 'Header') inHeader = false
  })
  parser.write(text)
  return root
}
