import type { PacketCase } from '../model/packet.ts'
import { goToPlace } from './case-card.ts'
import { button, element, goTo } from './element.ts'
import type { Review } from './review.ts'
import { fill } from './speak.ts'

/** More cases than this are not listed by number. */
const mostListed = 60

/** How far the review has come, and the ways onward; it stays in sight. */
export function bar(review: Review): HTMLElement {
  const { packet, words } = review
  const all = packet.cases.length
  const judged = new Set<PacketCase>()
  const told = element('p', { role: 'status', class: 'told' })
  const progress = element('progress', { max: Math.max(all, 1), value: 0, 'aria-label': words.bar.label })
  const chips = new Map<PacketCase, HTMLAnchorElement>()
  if (all <= mostListed) {
    for (const one of packet.cases) chips.set(one, element('a', { href: `#case-${one.place}` }, String(one.place)))
  }
  let place = 0
  addEventListener('focusin', (event) => {
    const head = (event.target as Element).closest('.case')?.querySelector('h3')
    if (head) place = Number(head.id.replace('case-', ''))
  })
  const show = (one: PacketCase): void => {
    const done = review.isJudged(one)
    if (done) judged.add(one)
    else judged.delete(one)
    const chip = chips.get(one)
    chip?.classList.toggle('done', done)
    chip?.setAttribute(
      'aria-label',
      `${fill(words.case.place, { n: one.place, all })}: ${done ? words.bar.done : words.bar.open}`,
    )
  }
  const refresh = (changed: PacketCase | null): void => {
    for (const one of changed === null ? packet.cases : [changed]) show(one)
    const text = fill(words.bar.judged, {
      n: judged.size.toLocaleString(words.locale),
      all: all.toLocaleString(words.locale),
    })
    if (told.textContent !== text) told.textContent = text
    progress.value = judged.size
  }
  review.listen(refresh)
  refresh(null)
  const onward = button(words.bar.nextOpen, 'strong', () => {
    const next = review.nextOpen(place)
    if (next) goToPlace(next.place)
    else goTo(document.getElementById('save')!)
  })
  return element(
    'nav',
    { class: 'bar', 'aria-label': words.bar.label },
    told,
    progress,
    element(
      'div',
      { class: 'ways' },
      onward,
      button(words.bar.previous, 'plain', () => goToPlace(Math.max(1, place - 1))),
      button(words.bar.next, 'plain', () => goToPlace(Math.min(all, place + 1))),
      element('a', { href: '#save' }, words.bar.save),
    ),
    chips.size > 0 &&
      element(
        'ol',
        { class: 'chips', 'aria-label': words.bar.list },
        [...chips.values()].map((chip) => element('li', {}, chip)),
      ),
  )
}
