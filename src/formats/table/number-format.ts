/** How a cell shows its number, as far as it changes what the number means. */
export type NumberFormat =
  | { readonly is: 'number' }
  /** A serial day, with or without a time of day. */
  | { readonly is: 'time'; readonly withTime: boolean }
  /** Hours that go on beyond 24. */
  | { readonly is: 'duration' }
  /** Digits with leading zeros and signs between: Excel's own form for personal numbers is `000000-0000`. */
  | { readonly is: 'digits'; readonly mask: string }

const number: NumberFormat = { is: 'number' }
const dateOnly: NumberFormat = { is: 'time', withTime: false }
const withTime: NumberFormat = { is: 'time', withTime: true }

/**
 * Built-in formats that are dates or times (ECMA-376 part 1, 18.8.30); 27 to 36 and 50 to 58 are dates in East Asian
 * settings and not used in others.
 */
export function builtInFormat(id: number): NumberFormat {
  if (id >= 14 && id <= 17) return dateOnly
  if ((id >= 18 && id <= 22) || id === 45 || id === 47) return withTime
  if (id === 46) return { is: 'duration' }
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? dateOnly : number
}

/** Reads a format's own code, the part for positive numbers: `yyyy-mm-dd\ hh:mm;@`. */
export function formatOfCode(code: string): NumberFormat {
  const positive = code.split(';')[0]!
  const mask = positive.replaceAll(/\\(.)|"([^"]*)"/g, '$1$2')
  if (/^0+([- ]0+)+$|^00+$/.test(mask)) return { is: 'digits', mask }
  const signs = positive.replaceAll(/\\.|_.|\*.|"[^"]*"|general/gi, '').toLowerCase()
  if (/\[(h+|m+|s+)\]/.test(signs)) return { is: 'duration' }
  const plain = signs.replaceAll(/\[[^\]]*\]/g, '')
  if (!/[ymdhs]/.test(plain)) return number
  return /[hs]/.test(plain) ? withTime : dateOnly
}
