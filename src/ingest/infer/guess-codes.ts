import { type EventField, eventFields } from '../../model/event-fields.ts'
import { type ColumnKind, type InputKind, referenceTables } from '../../model/reference.ts'
import { swedishActivities, swedishPurposes } from '../../model/vocabulary.ts'
import { codeStems } from './code-stems.ts'

/** What a word of a coded column becomes. */
interface CodeGuess {
  readonly raw: string
  readonly rows: number
  /** Our word; undefined where none can be guessed. */
  readonly word: string | undefined
}

export interface CodeGuesses {
  /** Words that ingest does not know, the most frequent first; those of a person's likeness are not among them. */
  readonly guesses: readonly CodeGuess[]
  /** Share of the rows whose word ingest knows already. */
  readonly known: number
  /** Share of the rows whose word is known or can be guessed. */
  readonly guessable: number
  /** Words that could name a person, and so are not shown. */
  readonly hidden: number
}

const truths: Readonly<Record<string, string>> = Object.fromEntries([
  ...'true ja yes j y 1 x sant'.split(' ').map((word) => [word, 'true']),
  ...'false nej no n 0 falskt'.split(' ').map((word) => [word, 'false']),
])
const truthStems = [
  ['true', 'ja|yes|true|sant|nod|skydd|test'],
  ['false', 'nej|no|false|falsk|ing|ej\\b|icke|utan|ordinar|normal'],
] as const
const swedish: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  activity: swedishActivities,
  purpose: swedishPurposes,
}
/** More words than this are texts: then only what they begin with is looked at. */
const mostWords = 60

/** The words that a field can hold; undefined for a field that holds no code. */
export function codeWords(kind: InputKind, field: string): readonly string[] | undefined {
  const type = fieldType(kind, field)
  if (type === undefined || typeof type === 'string') return type === 'boolean' ? ['true', 'false'] : undefined
  if (!('kind' in type)) return type
  return type.kind === 'boolean' ? ['true', 'false'] : type.words
}

/** What kind of value a field holds. */
export function fieldType(kind: InputKind, field: string): EventField | ColumnKind | undefined {
  if (kind === 'access') return (eventFields as Readonly<Record<string, EventField>>)[field]
  return (referenceTables[kind].columns as Readonly<Record<string, ColumnKind>>)[field]
}

/** Which of our words the words of a column probably mean; undefined for a field that holds no code. */
export function guessCodes(kind: InputKind, field: string, texts: readonly string[]): CodeGuesses | undefined {
  const words = codeWords(kind, field)
  if (words === undefined) return undefined
  const isBoolean = words[0] === 'true'
  const own = isBoolean ? truths : { ...swedish[field], ...Object.fromEntries(words.map((word) => [word, word])) }
  const stems = isBoolean ? truthStems : (codeStems[`${kind}.${field}`] ?? codeStems[field] ?? [])
  const counts = new Map<string, { raw: string; rows: number }>()
  for (const text of texts) {
    const key = text.normalize('NFC').trim().toLowerCase()
    const one = counts.get(key)
    if (one) one.rows++
    else counts.set(key, { raw: text.normalize('NFC').trim(), rows: 1 })
  }
  const isText = counts.size > mostWords
  const guesses = new Map<string, { raw: string; rows: number; word: string | undefined }>()
  let [known, guessable, hidden] = [0, 0, 0]
  for (const [key, { raw, rows }] of counts) {
    if (Object.hasOwn(own, key)) {
      known += rows
      guessable += rows
      continue
    }
    const word = guess(raw, stems, words)
    if (word !== undefined) guessable += rows
    const shown = isText ? `${raw.split(/\s/u, 1)[0]}*` : raw
    if (looksPersonal(shown)) hidden += 1
    else if (!isText || word !== undefined) {
      const same = guesses.get(shown.toLowerCase())
      // What begins alike and means different things is for a person to part.
      const meant = same && same.word !== word ? undefined : word
      guesses.set(shown.toLowerCase(), { raw: same?.raw ?? shown, rows: rows + (same?.rows ?? 0), word: meant })
    }
  }
  const total = Math.max(1, texts.length)
  return {
    guesses: [...guesses.values()].sort((a, b) => b.rows - a.rows || (a.raw < b.raw ? -1 : 1)).slice(0, mostWords),
    known: known / total,
    guessable: guessable / total,
    hidden,
  }
}

function guess(
  raw: string,
  stems: readonly (readonly [string, string])[],
  words: readonly string[],
): string | undefined {
  const text = raw
    // Without accents to lock would be to read.
    .replaceAll(/lås/giu, 'loas')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[_\-./]+/g, ' ')
    .trim()
  const found = stems.find(([, pattern]) => new RegExp(`^(?:${pattern})`, 'u').test(text))?.[0]
  if (found !== undefined) return found
  // An English word of the middle: `patient.record.viewed`, `Journal öppnad`.
  const later = text.split(/[^\p{L}\p{N}]+/u).slice(1)
  const inside = later.map((word) => stems.find(([, pattern]) => new RegExp(`^(?:${pattern})`, 'u').test(word))?.[0])
  return inside.find((word) => word !== undefined && words.includes(word) && word !== 'other')
}

/**
 * Could the text name a person, or hold a number or an id of one? Two words with capitals are as good as a name here: a
 * draft is shown around.
 */
export function looksPersonal(text: string): boolean {
  return (
    text.length > 60 ||
    /\d{4}/.test(text) ||
    /@/.test(text) ||
    /^\p{Lu}[\p{L}'’-]+,? (?:\p{L}[\p{L}'’.-]* )*\p{Lu}[\p{Ll}.]/u.test(text) ||
    text.split(' ').length > 6
  )
}
