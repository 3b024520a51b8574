import { doctorWords } from '../language/doctor/index.ts'
import { reportWords, wordsFor } from '../language/report/index.ts'
import { type Health, healthCodes, type HealthFacts, type HealthState } from '../model/health.ts'
import type { Language } from '../model/language.ts'
import { escaped } from './json.ts'
import { plainText, wrap } from './plain-text.ts'

const marks: Record<HealthState, string> = { ok: '✓', note: '!', fault: '✗' }

/** `doctor` for people: a line for each thing seen, and what to do about it. */
export function doctorTable(seen: readonly Health[], language: Language, columns: number): string {
  const words = doctorWords(language)
  const width = Math.max(...Object.values(words.checks).map((title) => title.length)) + 4
  const lines = seen.flatMap(({ check, code, facts }) => {
    const [first = '', ...rest] = wrap(
      plainText(words.said[code](named(facts, language))),
      Math.max(30, columns - width),
    )
    const head = `${marks[healthCodes[code]]} ${words.checks[check]}`.padEnd(width)
    const advice = words.advice[code]?.(facts) ?? ''
    return [
      head + first,
      ...[...rest, ...(advice === '' ? [] : wrap(`→ ${plainText(advice)}`, Math.max(30, columns - width)))].map(
        (line) => ' '.repeat(width) + line,
      ),
    ]
  })
  return `${[...lines, '', words.sum(countOf(seen, 'fault'), countOf(seen, 'note'))].join('\n')}\n`
}

/** `doctor` for machines. */
export function doctorJson(seen: readonly Health[], language: Language): string {
  const words = doctorWords(language)
  const checks = seen.map(({ check, code, facts }) => ({
    check,
    state: healthCodes[code],
    code,
    facts,
    text: words.said[code](named(facts, language)),
    advice: words.advice[code]?.(facts) ?? null,
  }))
  const sound = countOf(seen, 'fault') === 0
  return `${escaped(JSON.stringify({ schema: 'loggkoll/doctor/1', sound, checks }, null, 2))}\n`
}

/** The kinds of reference data by their names in a language. */
function named(facts: HealthFacts, language: Language): HealthFacts {
  const { tables } = reportWords(language)
  const names = (kinds: string | number): string =>
    String(kinds)
      .split(', ')
      .map((kind) => wordsFor(tables, kind))
      .join(', ')
  return {
    ...facts,
    ...(facts['kind'] === undefined ? {} : { kind: names(facts['kind']) }),
    ...(facts['kinds'] === undefined ? {} : { kinds: names(facts['kinds']) }),
  }
}

function countOf(seen: readonly Health[], state: HealthState): number {
  return seen.filter(({ code }) => healthCodes[code] === state).length
}
