/**
 * Finds the texts that may hold a number which JavaScript cannot keep: sixteen digits or more, or an exponent of three
 * digits. It may find too many, never too few: to look closer takes several times as long, and hardly any log needs it.
 */
const longNumber = /(?:^|[:,[\s])-?(?:[\d.]{16,}(?:e[+-]?\d+)?|[\d.]+e[+-]?\d{3,})\s*(?:[,\]}]|$)/i

/**
 * Reads a JSON text. A number whose digits JavaScript would lose is a text, as it is written: two numbers that differ must
 * not become one.
 * @throws when the text is no JSON
 */
export function parseExactly(text: string): unknown {
  return longNumber.test(text) ? JSON.parse(text, withDigits) : JSON.parse(text)
}

function withDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source
  return typeof value !== 'number' || source === undefined || keeps(value, source) ? value : source
}

function keeps(value: number, source: string): boolean {
  // A whole number beyond 2^53 would be written with an exponent, even one that is kept by chance.
  return /^-?\d+$/.test(source) ? Number.isSafeInteger(value) : plainDecimal(String(value)) === plainDecimal(source)
}

/** A number without its sign in one form: 1.50, 15e-1 and 0.15E1 are alike. */
function plainDecimal(text: string): string | undefined {
  const [, whole, fraction = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? []
  if (whole === undefined) return undefined
  const digits = whole + fraction
  let start = 0
  let end = digits.length
  while (digits[start] === '0') start++
  while (end > start && digits[end - 1] === '0') end--
  if (start === end) return '0'
  return `${digits.slice(start, end)}e${Number(exponent) - fraction.length + digits.length - end}`
}
