import { commandTexts } from './sv-commands.ts'
import { optionTexts } from './sv-options.ts'
import type { HelpWords } from './words.ts'

const headings: Readonly<Record<string, string>> = {
  'Usage:': 'Användning:',
  'Arguments:': 'Argument:',
  'Options:': 'Väljare:',
  'Global Options:': 'Allmänna väljare:',
  'Commands:': 'Kommandon:',
}
const texts: Readonly<Record<string, string>> = { ...commandTexts, ...optionTexts }

/** Help in Swedish. */
export const sv: HelpWords = {
  heading: (heading) => headings[heading] ?? heading,
  text: (english) => texts[english] ?? english,
  usage: (usage) => usage.replace('[options]', '[väljare]').replace('[command]', '[kommando]'),
  choices: 'val',
  byDefault: 'förval',
  examples: 'Exempel',
  exitCodes: 'Slutkoder',
  environment: 'Miljövariabler (en väljare går före dem, de går före loggkoll.yaml)',
  usageHint: 'loggkoll --help visar hur det används',
}
