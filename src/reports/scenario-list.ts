import type { Language } from '../model/language.ts'
import { plainText, wrap } from './plain-text.ts'

/** One practice case, in one language. */
export interface ScenarioLine {
  readonly id: string
  readonly title: string
  readonly story: string
  readonly learn: string
  readonly size: string
  readonly minutes: number
}

/** The practice cases as text for a terminal, or as JSON. */
export function scenarioList(scenarios: readonly ScenarioLine[], language: Language, format: 'table' | 'json'): string {
  if (format === 'json') return `${JSON.stringify({ schema: 'loggkoll/scenarios/1', scenarios }, null, 2)}\n`
  const [learn, minutes] = language === 'sv' ? ['Att lära', 'minuter'] : ['To learn', 'minutes']
  return scenarios
    .map((one) =>
      [
        plainText(`${one.id}  (${one.size}, ${one.minutes} ${minutes})`),
        ...[one.title, one.story, `${learn}: ${one.learn}`].flatMap((text) => wrap(plainText(text), 78, '  ')),
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n')
}
