/** Rates that may be very small, and how many times greater one is than another, as people of one language write them. */
export function ratesIn(locale: string): {
  readonly rate: (rate: number) => string
  readonly times: (lift: number) => string
  readonly number: (amount: number) => string
} {
  // A rule may flag one lookup in ten thousand: two digits that say something, however small.
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 })
  const many = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, minimumFractionDigits: 1 })
  const small = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 })
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return {
    rate: (rate) => (rate >= 0.01 ? many : percents).format(rate),
    times: (lift) => (lift >= 10 ? whole : small).format(lift),
    number: (amount) => tenths.format(amount),
  }
}
