import type { NumberFormat } from './number-format.ts'
import { numberText } from './number-text.ts'
import { serialDuration, serialTime } from './serial-time.ts'

/** The text that a number in a cell stands for. */
export function cellNumber(raw: string, format: NumberFormat | undefined, from1904: boolean): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  switch (format?.is) {
    case 'time':
      return serialTime(value, format.withTime, from1904)
    case 'duration':
      return serialDuration(value)
    case 'digits':
      return masked(value, format.mask)
    default:
      // Digits in full are the truth, however many they are.
      return /^-?\d+$/.test(raw) ? raw : numberText(value)
  }
}

/** Fills a mask of zeros from the right, as Excel shows it. */
function masked(value: number, mask: string): string {
  if (!Number.isSafeInteger(value) || value < 0) return numberText(value)
  const places = mask.replaceAll(/[^0]/g, '').length
  const digits = String(value).padStart(places, '0')
  let at = digits.length - places
  const rest = mask.replaceAll('0', () => digits[at++]!)
  return digits.slice(0, digits.length - places) + rest
}

/** Signs that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}
