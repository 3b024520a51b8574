import type { Language } from '../model/language.ts'
import type { Values } from './rule.ts'

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * Fills a sentence with the facts of a finding. `{fact}` is the fact in words where the rule has some for it, else as it
 * is; `{fact:clock}` the time of day, `{from–to}` two of those or one when they are alike, `{fact:percent}` a share.
 * What stands in `[square brackets]` is left out when one of its facts is missing.
 */
export function sentence(say: string, facts: Values, words: Words, language: Language): string {
  const filled = say.replace(/\[([^\]]*)\]/g, (_, part: string) => fill(part, facts, words, language) ?? '')
  return fill(filled, facts, words, language) ?? filled.replace(hole, '–')
}

/** The facts and parameters that a sentence names. */
export function namedIn(say: string): string[] {
  return [...say.matchAll(hole)].flatMap(([, first, last]) => (last === undefined ? [first!] : [first!, last]))
}

const hole = /\{([a-z0-9_]+)(?:–([a-z0-9_]+)|:([a-z]+))?\}/g

/** The text with its holes filled; undefined when one of its facts is missing. */
function fill(text: string, facts: Values, words: Words, language: Language): string | undefined {
  let isWhole = true
  const filled = text.replace(hole, (_, first: string, last: string | undefined, form: string | undefined) => {
    const one = facts[first]
    const other = last === undefined ? undefined : facts[last]
    if (one === null || one === undefined || (last !== undefined && (other === null || other === undefined))) {
      isWhole = false
      return '–'
    }
    if (last !== undefined) return clock(one) === clock(other) ? clock(one) : `${clock(one)}–${clock(other)}`
    return told(one, first, form, words, language)
  })
  return isWhole ? filled : undefined
}

function told(value: unknown, fact: string, form: string | undefined, words: Words, language: Language): string {
  if (form === 'clock') return clock(value)
  if (form === 'percent') return numbers(language, { style: 'percent', maximumFractionDigits: 0 }).format(Number(value))
  const word = words[fact]?.[String(value)] ?? words[fact]?.['otherwise']
  if (word !== undefined) return word
  return typeof value === 'number' ? numbers(language, { maximumFractionDigits: 1 }).format(value) : String(value)
}

function clock(time: unknown): string {
  return String(time).slice(11, 16)
}

function numbers(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', options)
}
