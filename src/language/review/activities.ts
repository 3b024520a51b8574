import type { Language } from '../../model/language.ts'
import { activities, type Activity, wordsOf } from '../../model/vocabulary.ts'

const words: Readonly<Record<Language, Readonly<Record<Activity, string>>>> = {
  sv: {
    read: 'läst',
    search: 'sökt',
    create: 'skrivit',
    update: 'ändrat',
    delete: 'tagit bort',
    print: 'skrivit ut',
    export: 'exporterat',
    sign: 'signerat',
    acknowledge: 'vidimerat',
    emergency_access: 'nödöppnat',
    block_override: 'hävt spärr',
    consent: 'registrerat samtycke',
    login: 'loggat in',
    logout: 'loggat ut',
    other: 'annat',
    unknown: 'okänd åtgärd',
  },
  en: {
    read: 'read',
    search: 'searched',
    create: 'wrote',
    update: 'changed',
    delete: 'removed',
    print: 'printed',
    export: 'exported',
    sign: 'signed',
    acknowledge: 'acknowledged',
    emergency_access: 'emergency access',
    block_override: 'block lifted',
    consent: 'registered consent',
    login: 'logged in',
    logout: 'logged out',
    other: 'other',
    unknown: 'unknown activity',
  },
}

/** What was done, as a list in words. @param mask activities as bits of the vocabulary */
export function activityWords(mask: number, language: Language): string {
  return wordsOf(activities, mask)
    .map((word) => words[language][word])
    .join(', ')
}
