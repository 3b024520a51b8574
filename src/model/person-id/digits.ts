/** The digit at a place of a text; any number outside 0 to 9, or NaN, when the character is no digit. */
export function digitAt(text: string, place: number): number {
  return text.charCodeAt(place) - 48
}

/** Whether the characters from one place up to (not including) another are all digits. */
export function hasDigits(text: string, from: number, to: number): boolean {
  for (let place = from; place < to; place += 1) {
    const digit = digitAt(text, place)
    if (!(digit >= 0 && digit <= 9)) return false
  }
  return true
}

/** The number that the digits from one place up to (not including) another spell. */
export function numberIn(text: string, from: number, to: number): number {
  let number = 0
  for (let place = from; place < to; place += 1) number = number * 10 + digitAt(text, place)
  return number
}

/**
 * Whether the last of these characters is the check digit of the ones before it, by the Luhn or modulus-10 method.
 * A letter counts as its ASCII code taken as one number, as the specification of the national reserve number has it.
 */
export function luhnFits(text: string, from: number, to: number): boolean {
  let sum = 0
  let weight = 2
  for (let place = to - 2; place >= from; place -= 1) {
    const digit = digitAt(text, place)
    const product = weight * (digit <= 9 ? digit : text.charCodeAt(place))
    sum += product < 10 ? product : product < 20 ? product - 9 : digitSum(product)
    weight = 3 - weight
  }
  return (10 - (sum % 10)) % 10 === digitAt(text, to - 1)
}

function digitSum(number: number): number {
  return Math.floor(number / 100) + (Math.floor(number / 10) % 10) + (number % 10)
}
