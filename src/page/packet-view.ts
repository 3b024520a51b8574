import type { PacketWords } from '../language/packet/index.ts'
import type { Packet } from '../model/packet.ts'
import { bar } from './bar.ts'
import { caseCard } from './case-card.ts'
import { apart, element } from './element.ts'
import { judgement } from './judgement.ts'
import { loadPart } from './load-part.ts'
import { onward } from './onward.ts'
import { Review } from './review.ts'
import { savePart } from './save-part.ts'
import { fill, many } from './speak.ts'

/** So many cards are shown at once; the rest follow in pieces, so that a large packet opens as fast as a small one. */
const atOnce = 60

/** Puts an opened packet in the place of the lock. */
export async function showPacket(packet: Packet, words: PacketWords): Promise<void> {
  const review = new Review(packet, words)
  const reading = { words, all: packet.cases.length }
  const list = element('section', { id: 'cases', tabindex: -1, 'aria-labelledby': 'cases-head' })
  list.append(element('h2', { id: 'cases-head' }, words.cases))
  if (packet.cases.length === 0) list.append(element('p', {}, words.noCases))
  if (packet.cases.length > atOnce) list.className = 'many'
  const frame = document.querySelector('.frame')!
  const title = element('h1', { tabindex: -1 }, fillName(words.title, packet.unit))
  frame.classList.remove('sealed')
  frame.replaceChildren(
    element(
      'header',
      { class: 'opening' },
      element('p', { class: 'mark' }, words.confidential),
      title,
      element('p', {}, words.introduction),
      element('p', { class: 'selection' }, words.selection),
    ),
    bar(review),
    element('main', { id: 'content' }, about(review), declaration(review), list, savePart(review)),
    element(
      'footer',
      {},
      element('p', {}, `${words.tool} · ${words.confidential} · `, caseNumber(review)),
      trail(review),
    ),
  )
  const skip = document.querySelector<HTMLAnchorElement>('.skip')!
  skip.href = '#cases'
  skip.textContent = words.skipToCases
  skip.after(element('a', { class: 'skip', href: '#save' }, words.skipToSave))
  for (const kind of ['keydown', 'pointerdown', 'scroll', 'input']) {
    addEventListener(kind, () => review.touch(performance.now()), { passive: true, capture: true })
  }
  addEventListener('beforeunload', (event) => {
    if (review.unsaved) event.preventDefault()
  })
  // From its top, where it says that it may be secret.
  title.focus({ preventScroll: true })
  scrollTo(0, 0)
  for (let from = 0, piece = atOnce; from < packet.cases.length; from += piece) {
    if (from > 0) {
      await new Promise((resolve) => setTimeout(resolve))
      // Each piece makes the browser look the whole page over: few large ones are faster than many small.
      piece = Math.min(from, 1000)
    }
    list.append(
      ...packet.cases
        .slice(from, from + piece)
        .map((one) => caseCard(reading, one, judgement(review, one), onward(review, one))),
    )
  }
  document.body.dataset['ready'] = 'true'
}

function fillName(text: string, unit: string): (string | HTMLElement)[] {
  const [before = '', after = ''] = text.split('{unit}')
  return [before, apart(unit), after]
}

function about({ packet, words }: Review): HTMLElement {
  const facts: [string, string | null][] = [
    [words.about.unit, packet.unit],
    [words.about.period, packet.period],
    [words.about.kind, packet.kind],
    [words.about.reason, packet.reason],
    [words.about.caseNumber, packet.case_number],
    [words.about.archive, packet.archive],
    [words.about.reviewer, packet.reviewer],
    [words.about.prepared, packet.prepared],
    [words.about.control, packet.control_id],
    [words.about.packet, packet.packet_id],
  ]
  const apartFrom = [
    ...(packet.outside > 0 ? [many(words.outside, packet.outside, words.locale)] : []),
    ...(packet.elsewhere > 0 ? [many(words.elsewhere, packet.elsewhere, words.locale)] : []),
  ]
  const figure = (name: string, amount: number, note: string): HTMLElement =>
    element(
      'div',
      {},
      element('dt', {}, name),
      element('dd', { class: 'figure' }, amount.toLocaleString(words.locale)),
      note !== '' && element('dd', { class: 'small' }, note),
    )
  return element(
    'section',
    { class: 'about', 'aria-labelledby': 'about' },
    element('h2', { id: 'about', class: 'unseen' }, words.about.packet),
    packet.notices.length > 0 &&
      element(
        'div',
        { class: 'notices' },
        element('h3', {}, words.notices),
        element(
          'ul',
          {},
          packet.notices.map((notice) => element('li', {}, notice)),
        ),
      ),
    element(
      'dl',
      { class: 'numbers' },
      figure(words.amount.cases, packet.cases.length, ''),
      figure(words.amount.minutes, packet.minutes, words.amount.takes),
    ),
    element(
      'dl',
      { class: 'facts' },
      facts.map(([name, fact]) => fact !== null && [element('dt', {}, name), element('dd', {}, apart(fact))]),
    ),
    apartFrom.length > 0 && element('p', {}, apartFrom.join(' ')),
    element('p', { class: 'small' }, words.purpose),
    element(
      'div',
      { class: 'how' },
      element('h3', {}, words.how.heading),
      element(
        'ol',
        { class: 'steps' },
        words.how.steps.map((step) => element('li', {}, step)),
      ),
    ),
  )
}

/** Neither party nor next of kin: nothing can be judged before it is ticked. */
function declaration(review: Review): HTMLElement {
  const { party } = review.words
  const tick = element('input', {
    type: 'checkbox',
    id: 'not-party',
    autocomplete: 'off',
    'aria-describedby': 'party-means',
  })
  tick.addEventListener('change', () => {
    review.declared = tick.checked
    review.changed(null)
  })
  review.listen(() => (tick.checked = review.declared))
  return element(
    'section',
    { class: 'party', 'aria-labelledby': 'party' },
    element('h2', { id: 'party' }, party.heading),
    element('label', { class: 'tick' }, tick, element('span', {}, party.line)),
    element('p', { id: 'party-means', class: 'small' }, party.means),
    loadPart(review),
  )
}

function caseNumber({ packet, words }: Review): string {
  return packet.case_number === null
    ? fill('{control} {id}', { control: words.about.control, id: packet.control_id })
    : `${words.about.caseNumber} ${packet.case_number}`
}

function trail({ packet, words }: Review): HTMLElement {
  return element('p', { class: 'hash' }, `${words.about.trail}: ${packet.trail_head}`)
}
