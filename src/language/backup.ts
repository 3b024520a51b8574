import type { Language } from '../model/language.ts'
import { numbersIn } from './report/numbers.ts'

const swedish = numbersIn('sv-SE', 'av')
const english = numbersIn('en-GB', 'of')

const sv = {
  made: (name: string, files: number, bytes: number) =>
    `${name}: ${swedish.many(files, 'fil', 'filer')}, ${sizeOf(bytes, swedish.count)}.`,
  head: (head: string) => `Spårloggens slutvärde: ${head}`,
  noTrail: 'Spårloggen går inte att skriva här, så den säger inget om att kopian gjordes.',
  holdsKey:
    'Kopian innehåller allt i arbetsytan, också nyckeln som pseudonymerna bygger på. Förvara den som journaluppgifter, eller försegla den med --seal.',
  restored: (folder: string, madeAt: string) =>
    `${folder} är återställd ur säkerhetskopian från ${madeAt}. Det som har gjorts sedan dess finns inte med.`,
  past: 'I kopian finns uppgifter som har passerat sin gallringstid, och som kan ha gallrats efter att den gjordes:',
  purged: (time: string) => `Arbetsytan gallrades ${time}, efter att kopian gjordes. Det som gallrades då är tillbaka.`,
  purgeAgain: (folder: string, before: string | undefined) =>
    `Gallra igen: loggkoll -w ${folder} purge${before === undefined ? '' : ` --before ${before}`}`,
}

const en: typeof sv = {
  made: (name, files, bytes) => `${name}: ${english.many(files, 'file', 'files')}, ${sizeOf(bytes, english.count)}.`,
  head: (head) => `The head of the trail: ${head}`,
  noTrail: 'The trail cannot be written here, so it does not tell that the copy was made.',
  holdsKey:
    'The copy holds all of the workspace, with the key that its pseudonyms are made by. Keep it as you keep patient records, or seal it with --seal.',
  restored: (folder, madeAt) =>
    `${folder} is restored from the backup of ${madeAt}. What has been done since is not in it.`,
  past: 'The backup holds data that have passed their retention time, and may have been purged after it was made:',
  purged: (time) => `The workspace was purged at ${time}, after the backup was made. What was purged then is back.`,
  purgeAgain: (folder, before) =>
    `Purge again: loggkoll -w ${folder} purge${before === undefined ? '' : ` --before ${before}`}`,
}

function sizeOf(bytes: number, count: (amount: number) => string): string {
  return bytes < 1e6 ? `${count(Math.ceil(bytes / 1e3))} kB` : `${count(Math.ceil(bytes / 1e6))} MB`
}

/** What `backup` and `restore` say. */
export function backupWords(language: Language): typeof sv {
  return language === 'sv' ? sv : en
}
