import type { PacketCase } from '../model/packet.ts'
import { goToPlace } from './case-card.ts'
import { button, element, goTo } from './element.ts'
import type { Review } from './review.ts'

/** The way from a case to the next one that is not judged, or to saving. */
export function onward(review: Review, one: PacketCase): HTMLElement {
  const { words } = review
  const go = button('', 'quiet', () => {
    const next = review.nextOpen(one.place)
    if (next && next !== one) goToPlace(next.place)
    else goTo(document.getElementById('save')!)
  })
  const say = (): void => {
    const next = review.nextOpen(one.place)
    go.textContent = next && next !== one ? words.case.next : words.case.toSave
  }
  // Said anew only when somebody is about to press it: a thousand cards are not asked at every key.
  go.addEventListener('focus', say)
  go.addEventListener('pointerenter', say)
  say()
  return element('p', { class: 'onward' }, go)
}
