import type { Language } from '../model/language.ts'
import type { SavedQuery } from '../model/saved-queries.ts'

/** What `query` says, and what each saved query answers. */
interface QueryWords {
  readonly saved: Readonly<Record<SavedQuery, string>>
  readonly readable: string
  readonly cut: (rows: number) => string
  readonly nothing: string
}

const sv: QueryWords = {
  saved: {
    sources: 'När skickade varje källsystem något senast, och hur mycket har kommit?',
    'events-by-day': 'Hur många händelser kom från varje källsystem varje dag, från hur många användare?',
    'unexplained-by-unit': 'Hur stor del av varje enhets uppslag förklaras av ingenting?',
    'most-patients': 'Vilka dagar öppnade en användare flest patienters journaler?',
    workstations: 'Vilka dagar var en användare aktiv från flera arbetsplatser eller adresser?',
    output: 'Vem skrev ut eller exporterade, för hur många patienter på en dag?',
    emergency: 'Var användes nödåtkomst eller hävdes en spärr?',
    'findings-by-rule': 'Hur många iakttagelser har den senaste körningen, per regel, prioritet och enhet?',
    'rejected-rows': 'Vilka rader gick inte att läsa, per fil, orsak och kolumn?',
  },
  readable: 'Det här kan --sql läsa ($from och $to är periodens dagar):',
  cut: (rows) => `Bara de första ${rows} raderna visas; --limit ger fler.`,
  nothing: 'Frågan gav inga rader.',
}

const en: QueryWords = {
  saved: {
    sources: 'When did each source system last send something, and how much has come?',
    'events-by-day': 'How many events came from each source system on each day, from how many users?',
    'unexplained-by-unit': 'What share of the lookups of each unit is explained by nothing?',
    'most-patients': 'On which days did one user open most patients?',
    workstations: 'On which days was one user active from several workstations or addresses?',
    output: 'Who printed or exported, of how many patients in a day?',
    emergency: 'Where was emergency access or a block override used?',
    'findings-by-rule': 'How many findings does the latest run have, by rule, severity and unit?',
    'rejected-rows': 'Which rows could not be read, by file, cause and column?',
  },
  readable: 'What --sql can read ($from and $to are the days of the period):',
  cut: (rows) => `Only the first ${rows} rows are shown; --limit gives more.`,
  nothing: 'The query gave no rows.',
}

/** The words of `query` in one language. */
export function queryWords(language: Language): QueryWords {
  return language === 'sv' ? sv : en
}
