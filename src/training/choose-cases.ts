import { createHash } from 'node:crypto'
import type { StudySource } from '../model/study.ts'

/** Cases of one self-study, and how many of them are unjustified at most: so that no false rate is learned. */
const amounts = { cases: 12, unjustified: 2, grey: 3 } as const

/**
 * Chooses the cases of a self-study and their order by a seed: 0, 1 or 2 unjustified, at most three grey, the rest
 * justified. The same seed and bank give the same.
 */
export function chooseCases(bank: readonly StudySource[], seed: number): StudySource[] {
  const shuffled = inOrderOf(bank, (one) => lot(seed, 'choose', one.id))
  const of = (truth: StudySource['truth'], amount: number): StudySource[] =>
    shuffled.filter((one) => one.truth === truth).slice(0, amount)
  const share = (what: string, most: number): number => Number(BigInt(`0x${lot(seed, what, '')}`) % BigInt(most + 1))
  const unjustified = of('unjustified', share('unjustified', amounts.unjustified))
  const grey = of('grey', share('grey', amounts.grey))
  const justified = of('justified', amounts.cases - unjustified.length - grey.length)
  return inOrderOf([...unjustified, ...grey, ...justified], (one) => lot(seed, 'order', one.id))
}

/** A number in hexadecimal that nobody chose. */
function lot(seed: number, what: string, id: string): string {
  return createHash('sha256')
    .update(JSON.stringify([seed, what, id]))
    .digest('hex')
}

function inOrderOf<T>(all: readonly T[], rank: (one: T) => string): T[] {
  return all
    .map((one) => ({ one, by: rank(one) }))
    .toSorted((a, b) => (a.by < b.by ? -1 : 1))
    .map(({ one }) => one)
}
