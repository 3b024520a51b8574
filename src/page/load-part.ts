import { readAnswers } from './answers.ts'
import { element } from './element.ts'
import type { Review } from './review.ts'
import { fill, many } from './speak.ts'

/** Where answers that were saved before a break are chosen. */
export function loadPart(review: Review): HTMLElement {
  const { words, packet } = review
  const input = element('input', { type: 'file', id: 'load', accept: '.json,application/json' })
  const said = element('p', { role: 'status', class: 'said-of-file' })
  input.addEventListener('change', () => void load())

  async function load(): Promise<void> {
    const file = input.files?.[0]
    if (!file) return
    // Much more than any answers can be is not read at all.
    const text = file.size > 100_000_000 ? '' : await file.text().catch(() => '')
    input.value = ''
    const read = readAnswers(text, packet, words)
    if (read.outcome === 'broken') return say('wrong', fill(words.load.broken, { file: review.fileName }))
    if (read.outcome === 'foreign') {
      return say('wrong', fill(words.load.foreign, { other: read.other, file: review.fileName }))
    }
    if (review.unsaved && !confirm(words.load.replace)) return
    review.resume(read.drafts, read.not_party, read.minutes)
    const loaded = many(words.load.loaded, read.drafts.size, words.locale)
    const unknown = read.unknown > 0 ? ` ${many(words.load.unknown, read.unknown, words.locale)}` : ''
    say('well', loaded + unknown)
  }

  function say(look: string, text: string): void {
    said.className = `said-of-file ${look}`
    said.textContent = text
  }
  return element('div', { class: 'field load' }, element('label', { for: 'load' }, words.load.label), input, said)
}
