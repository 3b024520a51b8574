import type { Language } from '../model/language.ts'

/** What is said of the files of a drop directory. */
export interface ArrivalWords {
  /** Cause → why a file was left where it is. */
  readonly left: Readonly<Record<'unfinished_name' | 'young' | 'changing' | 'gone' | 'snapshot', string>>
  readonly leftFile: (file: string, why: string) => string
  readonly leftLink: (file: string) => string
  readonly moved: (files: number, folder: string) => string
  readonly rejected: (file: string, folder: string) => string
  readonly empty: (place: string) => string
  readonly changedName: (file: string, batch: number) => string
}

const sv: ArrivalWords = {
  left: {
    unfinished_name: 'namnet säger att den fortfarande skrivs',
    young: 'den är nyss skriven och kan fortfarande skrivas',
    changing: 'den ändrades medan den lästes',
    gone: 'den försvann medan den lästes',
    snapshot: 'en annan fil som kan höra till samma ögonblicksbild har inte lästs',
  },
  leftFile: (file, why) => `${file} lämnas till nästa gång: ${why}.`,
  leftLink: (file) => `${file} är en länk och läses inte.`,
  moved: (files, folder) => `${files === 1 ? '1 fil' : `${files} filer`} flyttades till ${folder}`,
  rejected: (file, folder) => `${file} flyttades till ${folder}`,
  empty: (place) => `${place} innehåller ingen fil att läsa in.`,
  changedName: (file, batch) =>
    `En fil med namnet ${file} har lästs in förut (omgång ${batch}) med annat innehåll. Raderna räknas som vanligt: kända post-id är dubbletter eller motsägelser.`,
}

const en: ArrivalWords = {
  left: {
    unfinished_name: 'its name says that it is still being written',
    young: 'it has just been written, and may still be',
    changing: 'it changed while it was read',
    gone: 'it went away while it was read',
    snapshot: 'another file that may belong to the same snapshot was not read',
  },
  leftFile: (file, why) => `${file} is left for the next time: ${why}.`,
  leftLink: (file) => `${file} is a link, and is not read.`,
  moved: (files, folder) => `${files === 1 ? '1 file' : `${files} files`} moved to ${folder}`,
  rejected: (file, folder) => `${file} moved to ${folder}`,
  empty: (place) => `${place} holds no file to read.`,
  changedName: (file, batch) =>
    `A file named ${file} was read before (batch ${batch}) with other content. Its rows are counted as usual: known record ids are duplicates or conflicts.`,
}

/** The words in a language. */
export function arrivalWords(language: Language): ArrivalWords {
  return { sv, en }[language]
}
