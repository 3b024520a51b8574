import { normalisePersonId } from '../../model/person-id.ts'
import { findTimeForms, isClock, type TimeForms } from './time-forms.ts'

/** What the values of a column look like, in shares of those that are filled; nothing of what they say. */
export interface ColumnValues {
  /** Row by row, as they stand. */
  readonly raw: readonly string[]
  /** Those that are filled. */
  readonly texts: readonly string[]
  readonly today: string
  readonly rows: number
  readonly filled: number
  readonly distinct: number
  readonly shares: Readonly<Record<ValueForm, number>>
  readonly times: TimeForms
}

const forms = {
  personal_number: undefined,
  hsa_id: /^SE\d{10}-[\dA-Z]{1,20}$/i,
  uuid: /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i,
  whole_number: /^\d{1,20}$/,
  truth: /^(?:ja|nej|yes|no|j|n|y|x|true|false|sant|falskt|0|1)$/i,
  address: /^(?:\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?|(?=.*::|(?:[^:]*:){7})[\da-f:.]{2,45})$/i,
  host: /^(?=.*\d)(?=.*\p{L})[\p{L}\d]{2,}(?:[-_.][\p{L}\d]+)*$/u,
  name: /^\p{Lu}[\p{L}'’.-]*,? (?:\p{L}[\p{L}'’.-]* )*\p{Lu}[\p{L}'’.-]*$/u,
  id: /^[^\s,;:]{1,64}$/,
  clock: undefined,
} as const satisfies Record<string, RegExp | undefined>

/** Nothing that is told apart here is longer. */
const longestLooked = 300

type ValueForm = keyof typeof forms

/** Looks at the values of a column; `today` resolves the century of short personal numbers. */
export function lookAt(rawTexts: readonly string[], today: string): ColumnValues {
  const texts = rawTexts
    .map((text) => text.slice(0, longestLooked).trim())
    .filter((text) => text !== '' && !/^(?:null|-|n\/a)$/i.test(text))
  const share = (test: (text: string) => boolean) => (texts.length === 0 ? 0 : texts.filter(test).length / texts.length)
  const shares = Object.fromEntries(
    Object.entries(forms).map(([form, pattern]) => [
      form,
      pattern === undefined ? 0 : share((text) => pattern.test(text)),
    ]),
  ) as Record<ValueForm, number>
  shares.personal_number = share((text) => normalisePersonId(text, today).type !== 'unknown')
  shares.clock = share(isClock)
  const times = findTimeForms(texts)
  return {
    raw: rawTexts,
    texts,
    today,
    rows: rawTexts.length,
    filled: texts.length,
    distinct: new Set(texts).size,
    shares,
    times,
  }
}

/** Days and times of day, put together as ingest does: with one space. */
export function lookAtAgain(days: ColumnValues, clocks: ColumnValues): ColumnValues {
  const rows = Math.max(days.raw.length, clocks.raw.length)
  const joined = Array.from({ length: rows }, (_, row) =>
    [days.raw[row] ?? '', clocks.raw[row] ?? '']
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .join(' '),
  )
  return lookAt(joined, days.today)
}
