import type { PacketCase } from '../model/packet.ts'

/** What a comment on a case may not hold: the names and numbers that the case shows. */
export interface Personal {
  readonly names: readonly string[]
  readonly numbers: readonly string[]
}

/** The names and numbers that a case shows; words that only begin with a capital are given, to be left out. */
export function personalOf(one: PacketCase, notNames: readonly string[]): Personal {
  const shown = [one.who, one.whose, ...one.rows.flatMap((row) => [row.who, row.whose])].join(' , ').normalize('NFC')
  const words = shown.match(/(?<![\p{L}\p{N}_-])\p{Lu}\p{L}+(?:[-’']\p{L}+)*(?![\p{L}\p{N}_-])/gu) ?? []
  const parts = words.flatMap((word) => [word, ...word.split(/[-’']/)])
  return {
    names: [...new Set(parts)].filter((name) => name.length > 1 && !notNames.includes(name)),
    numbers: [...new Set((shown.match(/[\p{L}\d]*\d{6}[\p{L}\d+-]*/gu) ?? []).map(bare))],
  }
}

/** The first name of a case that a text holds, also in the genitive. */
export function nameIn(text: string, { names }: Personal): string | undefined {
  const plain = text.normalize('NFC')
  return names.find((name) => {
    // Short names are words too when they have no capital: Per, Bo, Åke.
    const flags = name.length > 3 ? 'iu' : 'u'
    return new RegExp(`(?<!\\p{L})${name.replace(/[^\p{L}]/gu, '\\$&')}s?(?!\\p{L})`, flags).test(plain)
  })
}

/** Whether a text holds a number that the case shows, or what looks like a personal or coordination number. */
export function hasNumber(text: string, { numbers }: Personal): boolean {
  const stripped = bare(text)
  if (numbers.some((number) => stripped.includes(number.length === 12 ? number.slice(2) : number))) return true
  for (const found of text.matchAll(/(?<!\d)(18|19|20)?\d\d(\d\d)(\d\d) ?([-+‐-―−]?) ?\d{4}(?!\d)/g)) {
    const [all, century, month, day, sign] = found
    const dated = Number(month) <= 12 && [Number(day), Number(day) - 60].some((one) => one >= 0 && one <= 31)
    // Ten digits in a row may be a telephone number; a check digit that fits tells them apart.
    if (dated && (century !== undefined || sign !== '' || luhnFits(all.replace(/\D/g, '')))) return true
  }
  return false
}

function luhnFits(ten: string): boolean {
  let sum = 0
  for (let place = 0; place < ten.length; place += 1) {
    const product = Number(ten[place]) * (place % 2 === 0 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return sum % 10 === 0
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\d]/gu, '').toUpperCase()
}
