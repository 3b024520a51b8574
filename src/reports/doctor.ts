import { doctorWords } from '../language/doctor/index.ts'
import { reportWords, wordsFor } from '../language/report/index.ts'
import { type Health, healthCodes, type HealthFacts, type HealthState } from '../model/health.ts'
import type { Language } from '../model/language.ts'
import { localMinute } from '../model/period.ts'
import { escaped } from './json.ts'
import { plainText, wrap } from './plain-text.ts'

/** The facts that are instants. */
const times = ['time', 'now', 'last']

const marks: Record<HealthState, string> = { ok: '✓', note: '!', fault: '✗' }

/** `doctor` for people: a line for each thing seen, and what to do about it. */
export function doctorTable(seen: readonly Health[], language: Language, columns: number): string {
  const words = doctorWords(language)
  const zone = zoneOf(seen)
  const width = Math.max(...Object.values(words.checks).map((title) => title.length)) + 4
  const lines = seen.flatMap(({ check, code, facts }) => {
    const [first = '', ...rest] = wrap(
      plainText(words.said[code](named(facts, language, zone))),
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
  const zone = zoneOf(seen)
  const checks = seen.map(({ check, code, facts }) => ({
    check,
    state: healthCodes[code],
    code,
    facts,
    text: words.said[code](named(facts, language, zone)),
    advice: words.advice[code]?.(facts) ?? null,
  }))
  const sound = countOf(seen, 'fault') === 0
  return `${escaped(JSON.stringify({ schema: 'loggkoll/doctor/1', sound, checks }, null, 2))}\n`
}

/** The facts as people say them: kinds of reference data by their names in a language, times by the clock of the workspace. */
function named(facts: HealthFacts, language: Language, zone: string): HealthFacts {
  const { tables } = reportWords(language)
  const names = (kinds: string | number): string =>
    String(kinds)
      .split(', ')
      .map((kind) => wordsFor(tables, kind))
      .join(', ')
  return {
    ...facts,
    ...Object.fromEntries(
      times.flatMap((name) => (facts[name] ? [[name, localMinute(String(facts[name]), zone)]] : [])),
    ),
    ...(facts['kind'] === undefined ? {} : { kind: names(facts['kind']) }),
    ...(facts['kinds'] === undefined ? {} : { kinds: names(facts['kinds']) }),
  }
}

/** Without settings that can be read, nothing is seen that has a time. */
function zoneOf(seen: readonly Health[]): string {
  return String(seen.find(({ code }) => code === 'config_sound')?.facts['zone'] ?? 'UTC')
}

function countOf(seen: readonly Health[], state: HealthState): number {
  return seen.filter(({ code }) => healthCodes[code] === state).length
}
