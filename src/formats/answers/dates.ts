/**
 * A day as people and spreadsheets write it, as `2026-06-15`: the year first, or the month in words. `3/4 2026` is two
 * days in two countries, and is none unless one of its numbers can be no month.
 * @param months the names of the months, in small letters, each with its number
 */
export function readDay(text: string, months: ReadonlyMap<string, number>): string | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(plain)
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  const year = iso ?? packed
  if (year) return dayOf(Number(year[1]), Number(year[2]), Number(year[3]))
  const named = /^(?:den )?(\d{1,2})\.?(?::?[ae]|st|nd|rd|th)? (\p{L}+)\.?,? (\d{4})$/u.exec(plain)
  if (named) return dayOf(Number(named[3]), monthOf(named[2]!, months), Number(named[1]))
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/. ](\d{4})$/.exec(plain)
  if (!numbers) return serialDay(plain)
  const [first, second] = [Number(numbers[1]), Number(numbers[2])]
  if (first > 12) return dayOf(Number(numbers[3]), second, first)
  if (second > 12 || first === second) return dayOf(Number(numbers[3]), first, second)
  return undefined
}

/** A day in a cell that lost its form is the number of days from 1899-12-30. */
function serialDay(text: string): string | undefined {
  const serial = /^[4-6]\d{4}$/.test(text) ? Number(text) : undefined
  return serial === undefined
    ? undefined
    : new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
}

/** A month by its name, or by at least three letters that only it begins with. */
function monthOf(name: string, months: ReadonlyMap<string, number>): number {
  const found = new Set(
    [...months].filter(([month]) => name.length >= 3 && month.startsWith(name)).map(([, number]) => number),
  )
  return found.size === 1 ? [...found][0]! : 0
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (Number.isNaN(date.getTime()) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}
