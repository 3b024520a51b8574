import { type Concept, conceptsOf, longestPart } from './header-words.ts'

/** One way to understand a header, and how much it is worth: 1 when all its letters are explained. */
interface Meaning {
  readonly concepts: ReadonlySet<Concept>
  readonly weight: number
}

/** What a header may mean. */
export interface HeaderReading {
  readonly meanings: readonly Meaning[]
  /** Does it say nothing that the values could not overrule: no known word, or only `id`, `typ`, `namn`? */
  readonly isVague: boolean
  /** Is it the id or the number of something that is not known? */
  readonly isSomeId: boolean
}

/** Words that say what a value is, and not of whom or what. */
const vague: ReadonlySet<Concept> = new Set(['id', 'code', 'type', 'name', 'date', 'time', 'person', 'hsa'])

const mostReadings = 16

/** A header without case and accents, its words apart; `Användar-ID` and `användarId` are both `anvandar id`. */
export function foldedWords(header: string): string[] {
  return header
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/**
 * Takes a header apart into the words it is made of: Swedish writes them together (`Vårdenhetsnamn`), systems join them
 * with signs (`care_unit_name`). Of a path (`event.user.id`) its end is looked at alone too.
 */
export function readHeader(header: string): HeaderReading {
  const path = header.split(/[./>]+/).filter((step) => step.trim() !== '')
  const ends = [
    header,
    ...path
      .slice(1)
      .map((_, from) => path.slice(from + 1).join('.'))
      .slice(-2),
  ]
  const meanings = ends.flatMap((end, place) =>
    meaningsOf(end).map(({ concepts, weight }) => ({ concepts, weight: place === 0 ? weight : weight * 0.9 })),
  )
  const whole = meaningsOf(header)
  return {
    meanings,
    isVague: whole.every(({ concepts, weight }) => weight < 0.5 || isVague(concepts)),
    isSomeId: isSomeId(header, whole),
  }
}

function isSomeId(header: string, meanings: readonly Meaning[]): boolean {
  const words = foldedWords(header)
  return (
    words.length > 0 &&
    !meanings.some(({ weight }) => weight === 1) &&
    /(?:^id|nr|nummer|uuid)$/.test(words.at(-1) ?? '')
  )
}

/** A header that says only `Namn` or `id` beside one that says whose. */
export function readBeside(reading: HeaderReading, beside: HeaderReading, weight: number): HeaderReading {
  if (!reading.isVague || reading.meanings.length === 0) return reading
  const owners = beside.meanings.filter(({ weight: sure }) => sure === 1).map(({ concepts }) => entityOf(concepts))
  const added = reading.meanings.flatMap(({ concepts, weight: own }) =>
    owners
      .filter((owner) => owner.length > 0)
      .map((owner) => ({
        concepts: new Set([...owner, ...concepts]),
        weight: own * weight,
      })),
  )
  return { ...reading, meanings: [...reading.meanings, ...added] }
}

function entityOf(concepts: ReadonlySet<Concept>): Concept[] {
  const entities: readonly Concept[] = ['owner', 'user', 'patient', 'unit', 'provider']
  return entities.filter((entity) => concepts.has(entity))
}

function isVague(concepts: ReadonlySet<Concept>): boolean {
  return [...concepts].every((concept) => vague.has(concept))
}

function meaningsOf(header: string): Meaning[] {
  const tokens = foldedWords(header).slice(0, 20)
  const joined = tokens.join('')
  const letters = joined.length
  if (letters === 0 || letters > 120) return []
  const parts = partsOfAll(tokens, joined)
  const explained = parts.reduce((sum, part) => sum + part.length, 0) / letters
  let readings: Set<Concept>[] = [new Set()]
  for (const part of parts) {
    const meanings = conceptsOf.get(part) ?? []
    const next = readings.flatMap((reading) => meanings.map((meaning) => new Set([...reading, meaning])))
    if (next.length > 0 && next.length <= mostReadings) readings = next
  }
  for (const reading of readings) reading.delete('filler')
  const whole = readings
    .filter((concepts) => concepts.size > 0)
    .map((concepts) => ({ concepts, weight: weightOf(explained, isVague(concepts)) }))
  return explained === 1 ? whole : [...whole, ...headOf(tokens.at(-1) ?? '')]
}

/** Words that are apart in one language are one in another: `care giver`, `last name`. */
function partsOfAll(tokens: readonly string[], joined: string): string[] {
  if (conceptsOf.has(joined)) return [joined]
  const apart = tokens.flatMap((token) => partsOf(token))
  const isWhole = apart.reduce((sum, part) => sum + part.length, 0) === joined.length
  const together = isWhole ? undefined : cover(joined, 0)
  return together?.left === 0 ? together.parts : apart
}

const heads: ReadonlySet<Concept> = new Set(['activity', 'unit', 'user', 'workstation', 'purpose', 'reason'])
const shortestHead = 5

/** A Swedish compound is what its last part is: whatever a `Signalhändelse` is, it is an event. */
function headOf(word: string): Meaning[] {
  for (let start = 1; start <= word.length - shortestHead; start++) {
    const concept = conceptsOf.get(word.slice(start))?.find((one) => heads.has(one))
    if (concept) return [{ concepts: new Set([concept]), weight: 0.6 }]
  }
  return []
}

/** A number of something that is not known is no number of anything known. */
function weightOf(explained: number, isVague: boolean): number {
  if (explained === 1) return 1
  return isVague || explained < 0.6 ? 0 : explained * 0.8
}

/** A short part explains something only where nothing is left over around it: `id` is in `idrott` too. */
const shortPart = 4

/** The known parts of a word that leave least of it over; of those alike, the fewest. */
function partsOf(word: string): string[] {
  const whole = cover(word, 0)
  if (whole.left === 0) return whole.parts
  return cover(word, shortPart).parts
}

function cover(word: string, longerThan: number): { left: number; parts: string[] } {
  const best: { left: number; parts: string[] }[] = [{ left: 0, parts: [] }]
  for (let end = 1; end <= word.length; end++) {
    const before = best[end - 1]!
    let chosen = { left: before.left + 1, parts: before.parts }
    for (let start = Math.max(0, end - longestPart); start < end; start++) {
      const part = word.slice(start, end)
      const isLast = end === word.length && start > 0 && conceptsOf.get(part)?.every((one) => vague.has(one))
      if (!conceptsOf.has(part) || (part.length <= longerThan && !isLast)) continue
      if (start === 0 && end < word.length && isFiller(part)) continue
      const { left, parts } = best[start]!
      if (left < chosen.left || (left === chosen.left && parts.length + 1 < chosen.parts.length)) {
        chosen = { left, parts: [...parts, part] }
      }
    }
    best.push(chosen)
  }
  return best[word.length]!
}

/** The `s` that joins two words stands after one. */
function isFiller(part: string): boolean {
  return conceptsOf.get(part)?.[0] === 'filler'
}
