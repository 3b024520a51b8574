import type { PacketCase } from '../model/packet.ts'
import { type Missing, missingIn } from './answers.ts'
import { button, element, goTo } from './element.ts'
import { holdsPersonal, linkTo } from './judgement.ts'
import type { Review } from './review.ts'
import { fill } from './speak.ts'

/** More than this is only counted. */
const mostNamed = 40

/** What is left, said before it is saved; and the button that saves. */
export function savePart(review: Review): HTMLElement {
  const { words, packet } = review
  const summary = element('div', {})
  const said = element('p', { role: 'status', class: 'said-of-file' })
  const anyway = button(words.save.anyway, 'plain', () => save())
  const warned = element('div', { class: 'warned', tabindex: -1, hidden: true })
  let saved = false
  let waiting: ReturnType<typeof setTimeout> | undefined

  const list = (of: readonly (readonly [PacketCase, string])[]): HTMLElement =>
    element(
      'ul',
      {},
      of.slice(0, mostNamed).map(([one, why]) => element('li', {}, linkTo(review, one), why === '' ? '' : `: ${why}`)),
      of.length > mostNamed && element('li', {}, `… (${of.length.toLocaleString(words.locale)})`),
    )

  function sumUp(): void {
    const left = packet.cases.flatMap((one) => {
      const missing: Missing | undefined = missingIn(review.draft(one))
      return missing === undefined ? [] : [[one, words.missing[missing]] as const]
    })
    const parts =
      left.length === 0
        ? packet.cases.length === 0
          ? []
          : [element('p', {}, words.save.ready)]
        : [element('p', {}, words.save.left), list(left), element('p', {}, words.save.partly)]
    summary.replaceChildren(...parts)
    const personal = packet.cases.filter((one) => holdsPersonal(review, one))
    if (personal.length === 0) warned.hidden = true
    warned.replaceChildren(
      element('p', {}, words.save.personal),
      list(personal.map((one) => [one, ''] as const)),
      element('p', {}, anyway),
    )
    if (saved && review.unsaved) say('', words.save.changed)
  }

  function press(): void {
    sumUp()
    if (!review.declared) {
      say('wrong', words.save.notTicked)
      return goTo(document.getElementById('not-party')!)
    }
    if (packet.cases.some((one) => holdsPersonal(review, one))) {
      warned.hidden = false
      return goTo(warned)
    }
    save()
  }

  function save(): void {
    warned.hidden = true
    review.touch(performance.now())
    const text = `${JSON.stringify(review.answers(new Date()), null, 2)}\n`
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = element('a', { href: address, download: review.fileName })
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    review.unsaved = false
    saved = true
    say('well', fill(words.save.saved, { file: review.fileName }))
  }

  function say(look: string, text: string): void {
    said.className = `said-of-file ${look}`
    said.textContent = text
  }
  // A thousand cases are summed up when the hand rests, not at every key.
  review.listen(() => {
    clearTimeout(waiting)
    waiting = setTimeout(sumUp, 200)
  })
  sumUp()
  return element(
    'section',
    { id: 'save', class: 'save', tabindex: -1, 'aria-labelledby': 'save-head' },
    element('h2', { id: 'save-head' }, words.save.heading),
    summary,
    warned,
    element('p', {}, button(words.save.button, 'strong', press)),
    element('p', { class: 'small' }, fill(words.save.holds, { file: review.fileName })),
    said,
  )
}
