import type { Language } from '../model/language.ts'

/** What a night says of itself in a few lines. */
export interface NightWords {
  readonly nothingNew: string
  readonly asked: (months: readonly string[]) => string
  readonly waiting: (months: readonly string[], from: string) => string
  readonly findings: (counts: {
    readonly new: number
    readonly reopened: number
    readonly closed: number
    readonly explained_later: number
    readonly gone: number
  }) => string
}

const sv: NightWords = {
  nothingNew: 'Ingenting har kommit till sedan förra gången, och inget svar kan ha ändrats.',
  asked: (months) => `Kontrollfrågorna ställdes på nytt för ${months.join(', ')}.`,
  waiting: (months, from) =>
    `${months.join(', ')} ska också ställas på nytt men ligger före ${from}. De väntar till en körning utan --from.`,
  findings: (n) =>
    `Iakttagelser: ${n.new} nya, ${n.reopened} återkomna, ${n.closed} förklarade innan någon fick dem, ${n.explained_later} förklarade i efterhand, ${n.gone} borta efter rättade uppgifter.`,
}

const en: NightWords = {
  nothingNew: 'Nothing has come since the last time, and no answer can have changed.',
  asked: (months) => `The questions were put again for ${months.join(', ')}.`,
  waiting: (months, from) =>
    `${months.join(', ')} are to be asked again too, and lie before ${from}. They wait for a run without --from.`,
  findings: (n) =>
    `Findings: ${n.new} new, ${n.reopened} reopened, ${n.closed} explained before anyone was handed them, ${n.explained_later} explained later, ${n.gone} gone after corrected data.`,
}

/** The words in a language. */
export function nightWords(language: Language): NightWords {
  return { sv, en }[language]
}
