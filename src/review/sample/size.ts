import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'

/** How much is drawn: a number, or a share of what there is as a fraction of whole numbers, so that nothing is rounded twice. */
export type SampleSize = { readonly number: number } | { readonly part: number; readonly of: number }

/** Reads `12`, `10%` or `2,5 %`. @throws {Fault} 64 for anything else, for nought, and for more than the whole */
export function parseSize(text: string): SampleSize {
  const wayOut = 'give a number from 1, or a share up to 100%: --size 12 or --size 10%'
  const share = /^(\d{1,3})(?:[.,](\d{1,4}))?\s?%$/.exec(text)
  if (share) {
    const decimals = share[2] ?? ''
    const part = Number(`${share[1]}${decimals}`)
    const of = 100 * 10 ** decimals.length
    if (part > 0 && part <= of) return { part, of }
    throw new Fault(Exit.usage, `--size: ${text} is no share to draw`, wayOut)
  }
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return { number: Number(text) }
  throw new Fault(Exit.usage, `--size: "${text}" is no size`, wayOut)
}

/** How many are drawn out of so many; a share is rounded up, and no one draws more than there are. */
export function drawnOf(size: SampleSize, population: number): number {
  if ('number' in size) return Math.min(size.number, population)
  return Math.ceil((population * size.part) / size.of)
}
