/** How `--help` is said in one language. */
export interface HelpWords {
  /** A heading of commander, such as `Options:`. */
  readonly heading: (heading: string) => string
  /** What a command or an option does, by the English text of it; that text where there is no other. */
  readonly text: (english: string) => string
  /** How a command is written, such as `audit [options]`. */
  readonly usage: (usage: string) => string
  readonly choices: string
  readonly byDefault: string
  readonly examples: string
  readonly exitCodes: string
  readonly environment: string
  readonly usageHint: string
}
