import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { limits } from '../limits.ts'
import type { RecordSource } from '../record.ts'

/** One message as it was sent. */
export interface Framed {
  /** Number of its line; of counted frames, which need no lines, the number of the frame. */
  readonly place: number
  readonly text: string
}

export type Framing = 'counted' | 'lines' | 'none'

/** How the messages of a text are kept apart, by its beginning: RFC 6587 octet counting, syslog on lines, or bare XML. */
export function framingOf(head: string): Framing {
  if (/^\uFEFF?\s*\d{1,9} <\d{1,3}>/.test(head)) return 'counted'
  return /^\uFEFF?\s*<\d{1,3}>/.test(head) ? 'lines' : 'none'
}

/** Syslog on lines; a line that does not begin a message goes on with the one before, as pretty-printed XML does. */
export async function* lineFrames(source: RecordSource): AsyncGenerator<readonly Framed[]> {
  let kept = ''
  let place = 0
  let open: { place: number; text: string } | undefined
  const take = (lines: readonly string[]) => {
    const whole: Framed[] = []
    for (const line of lines) {
      place++
      if (/^\uFEFF?<\d{1,3}>/.test(line)) {
        if (open) whole.push(open)
        open = { place, text: line }
      } else if (open) open.text += `\n${line}`
      else if (line.trim() !== '') whole.push({ place, text: line })
      if (open && open.text.length > limits.record) throw tooLong(source.shownAs, `line ${open.place}`)
    }
    return whole
  }
  for await (const piece of source.text()) {
    const lines = (kept + piece).split('\n')
    kept = lines.pop() ?? ''
    if (kept.length > limits.record) throw tooLong(source.shownAs, `line ${place + 1}`)
    yield take(lines)
  }
  yield [...take([kept]), ...(open ? [open] : [])]
}

/**
 * Frames that each say their length in bytes of UTF-8 (RFC 6587, 3.4.1).
 * @throws {Fault} 65 when a length does not fit: what follows it cannot be told apart
 */
export async function* countedFrames(source: RecordSource): AsyncGenerator<readonly Framed[]> {
  let text = ''
  let place = 0
  const outOfStep = () =>
    new Fault(
      Exit.data,
      `${source.shownAs}, message ${place + 1}: its length is not what it says, so the messages after it cannot be told apart`,
      'copy the file again, byte for byte',
    )
  const take = () => {
    const whole: Framed[] = []
    let at = 0
    for (;;) {
      const start = /^[\uFEFF\s]*(\d{1,9}) (?=\S)/.exec(text.slice(at, at + 40))
      if (!start) break
      const bytes = Number(start[1])
      if (bytes > limits.record) throw tooLong(source.shownAs, `message ${place + 1}`)
      const from = at + start[0].length
      const end = endOfBytes(text, from, bytes)
      if (end === undefined) break
      if (end === -1) throw outOfStep()
      whole.push({ place: ++place, text: text.slice(from, end) })
      at = end
    }
    text = text.slice(at)
    return whole
  }
  for await (const piece of source.text()) {
    text += piece
    yield take()
    if (text.length > 40 && !/^[\uFEFF\s]*\d{1,9} \S/.test(text.slice(0, 40))) throw outOfStep()
  }
  yield take()
  if (text.trim() !== '') throw outOfStep()
}

/** Where so many bytes of UTF-8 end; undefined when they are not all there, -1 when they end within a character. */
function endOfBytes(text: string, from: number, bytes: number): number | undefined {
  let characters = bytes
  for (;;) {
    const slice = text.slice(from, from + characters)
    const over = Buffer.byteLength(slice) - bytes
    if (over === 0) return from + slice.length
    if (over < 0) {
      if (from + characters >= text.length) return undefined
      // So few characters were taken away too many: one by one from here.
      for (let end = from + slice.length; end < text.length; end++) {
        const size = Buffer.byteLength(text.slice(from, end + 1))
        if (size === bytes) return end + 1
        if (size > bytes + 1) return -1
      }
      return undefined
    }
    characters = slice.length - Math.ceil(over / 3)
  }
}

function tooLong(shownAs: string, place: string): Fault {
  return new Fault(
    Exit.data,
    `${shownAs}, ${place}: a message is longer than ${limits.record / 1e6} MB`,
    'check that the file is a log of messages',
  )
}
