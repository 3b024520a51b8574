import type { PacketWords } from '../language/packet/index.ts'
import type { Verdict } from '../model/review.ts'
import { element } from './element.ts'

/** A choice of the steps that a case may need, each with what it means. */
export function stepTiles(
  verdicts: PacketWords['verdicts'],
  name: string,
  chosen: (verdict: Verdict) => void,
): { readonly radio: HTMLInputElement; readonly tile: HTMLElement }[] {
  return Object.entries(verdicts).map(([verdict, { name: title, means }]) => {
    const radio = element('input', { type: 'radio', name, value: verdict, autocomplete: 'off' })
    radio.addEventListener('change', () => chosen(verdict as Verdict))
    const tile = element(
      'label',
      { class: 'step' },
      radio,
      element('span', { class: 'step-name' }, title),
      ' ',
      element('span', { class: 'small' }, means),
    )
    return { radio, tile }
  })
}
