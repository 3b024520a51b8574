/**
 * A number as its digits: an identity number that was kept as a number must come out as it was written. Of what is
 * beyond 2^53 the last digits are lost; it is written with an exponent, which says so.
 */
export function numberText(value: number): string {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value)
}
