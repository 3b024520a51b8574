import type { Language } from '../../model/language.ts'
import { numbersIn } from './numbers.ts'

const { many: sv } = numbersIn('sv-SE', 'av')
const { many: en } = numbersIn('en-GB', 'of')

/** A time of so many months in words, as years where it is whole ones. */
export const keptFor: Readonly<Record<Language, (months: number) => string>> = {
  sv: (months) => (months % 12 === 0 ? sv(months / 12, 'år', 'år') : sv(months, 'månad', 'månader')),
  en: (months) => (months % 12 === 0 ? en(months / 12, 'year', 'years') : en(months, 'month', 'months')),
}
