import type { HelpWords } from './words.ts'

/** Help in English: the usage of each command is written in it. */
export const en: HelpWords = {
  heading: (heading) => heading,
  text: (english) => english,
  usage: (usage) => usage,
  choices: 'choices',
  byDefault: 'default',
  examples: 'Examples',
  exitCodes: 'Exit codes',
  environment: 'Environment (an option goes before it, it goes before loggkoll.yaml)',
  usageHint: 'loggkoll --help shows the usage',
}
