/** Numbers as people of one language write them. */
export interface NumberWords {
  readonly count: (amount: number) => string
  /** A share in percent with one decimal; a dash where there is nothing to share. */
  readonly share: (part: number, whole: number) => string
  /** A part with its whole and its share. */
  readonly partOf: (part: number, whole: number) => string
  /** An amount with its noun. */
  readonly many: (amount: number, one: string, several: string) => string
}

/** Makes the numbers of a locale; thousands are held together by a space that does not break. */
export function numbersIn(locale: string, of: string): NumberWords {
  const counts = new Intl.NumberFormat(locale)
  const percents = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const count = (amount: number): string => counts.format(amount)
  const share = (part: number, whole: number): string => {
    if (whole === 0) return '–'
    const ratio = part / whole
    // Rounding may not turn nearly all into all, or a few into none.
    if (part < whole && ratio > 0.999) return `>\u00a0${percents.format(0.999)}`
    if (part > 0 && ratio < 0.001) return `<\u00a0${percents.format(0.001)}`
    return percents.format(ratio)
  }
  return {
    count,
    share,
    partOf: (part, whole) => `${count(part)} ${of} ${count(whole)}${whole === 0 ? '' : ` (${share(part, whole)})`}`,
    many: (amount, one, several) => `${count(amount)} ${amount === 1 ? one : several}`,
  }
}

/** `a, b and c`, with the word for *and* of a language. */
export function listedWith(and: string): (parts: readonly string[]) => string {
  return (parts) => (parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`)
}
