import type { Language } from '../model/language.ts'

/** Why a column is held to be a field (ingest/infer/proposal.ts), as far as words are needed for it. */
export interface ColumnReason {
  readonly sureness: 'certain' | 'likely' | 'guess'
  readonly header: 'exact' | 'partial' | 'none'
  readonly seen: string | undefined
  readonly share: number
  readonly filled: number
  readonly notes: readonly string[]
}
interface Left {
  readonly why: string
  readonly field: string | undefined
}
interface Tally {
  readonly certain: number
  readonly likely: number
  readonly guess: number
  readonly left: number
}

const percent = (share: number): string => `${share > 0.99 && share < 1 ? 99 : Math.round(share * 100)} %`
const lookUp = (words: Readonly<Record<string, string>>, word: string): string => words[word] ?? word

const sv = {
  sureness: { certain: 'säkert', likely: 'troligt', guess: 'gissning', given: 'angivet' },
  header: {
    exact: 'rubriken säger det',
    partial: 'rubriken tyder på det',
    none: 'rubriken säger inget, värdena talar',
  },
  seen: {
    personal_numbers: 'personnummer och andra personidentiteter',
    hsa_ids: 'HSA-id',
    uuids: 'UUID',
    times: 'tider med klockslag',
    dates: 'datum',
    clocks: 'klockslag',
    truths: 'ja eller nej',
    known_words: 'ord som känns igen',
    addresses: 'nätverksadresser',
    hosts: 'datornamn',
    names: 'namn',
    different: 'olika',
    few_words: 'några få ord',
    ids: 'id av annat slag',
  } as Readonly<Record<string, string>>,
  notes: {
    day_or_month:
      'inget värde avgör om dagen eller månaden står först: fråga leverantören; står månaden först, byt plats på %d och %m i time_formats',
    epoch_seconds: 'sekunder sedan 1970 kan inte läsas; exportera tiden som 2026-03-01 08:15:00',
    epoch_milliseconds: 'millisekunder sedan 1970 kan inte läsas; exportera tiden som 2026-03-01 08:15:00',
    month_names: 'svenska månadsnamn kan inte läsas; exportera tiden som 2026-03-01 08:15:00',
    no_clock: 'bara dagar, inga klockslag',
    names_for_ids: 'namn, inte id: registren måste då använda samma namn',
    personal_numbers_for_ids: 'personnummer: personalregistret måste då ha samma nummer som user_id',
    no_personal_numbers: 'inga personnummer: registren måste använda samma nummer',
    scientific_notation: 'ett kalkylprogram har gjort om nummer till 1,9E+11: exportera på nytt',
    not_iso: 'registers tider måste skrivas 2026-03-01 08:15:00',
    values_disagree: 'värdena ser ut som något annat',
  } as Readonly<Record<string, string>>,
  reason: (reason: ColumnReason): string => {
    const seen =
      reason.seen === undefined ? [] : reason.seen === 'empty' ? ['inga värden'] : [seenSv(reason.seen, reason.share)]
    const filled = reason.filled > 0 && reason.filled < 0.95 ? [`ifylld i ${percent(reason.filled)}`] : []
    const notes = reason.notes.map((note) => `OBS ${lookUp(sv.notes, note)}`)
    return `${sv.sureness[reason.sureness]}: ${[sv.header[reason.header], ...seen, ...filled, ...notes].join('; ')}`
  },
  left: ({ why, field }: Left): string =>
    lookUp(
      {
        empty: 'inga värden',
        unknown: 'inte förstådd: är den något av fälten?',
        taken: `liknar ${field ?? ''}, som en annan kolumn är`,
        twice: 'rubriken står två gånger: byt namn på den ena i exporten',
        nameless: 'kolumnen har ingen rubrik',
      },
      why,
    ),
  kind: (sureness: 'certain' | 'likely' | 'guess' | 'given', other: string | undefined): string =>
    `${sv.sureness[sureness]}${other === undefined ? '' : `; kan också vara ${other}: --kind avgör`}`,
  head: (rows: number, columns: number): string =>
    `Utkast av loggkoll profile infer, ur ${sv.codeRows(rows)} och ${columns} kolumner. Gå igenom varje rad; det som står efter # är skälet.`,
  description: 'Utkast, ännu inte kontrollerat mot systemet',
  basedOn: (rows: number, columns: number): string =>
    `En fil: ${columns} kolumner, ${rows === 1 ? 'den första raden' : `de första ${rows} raderna`}`,
  lawWants: 'lagen kräver det (HSLF-FS 2016:40 4 kap. 9 §), och ingen kolumn är det',
  tableWants: 'utan det avvisas varje rad',
  constantHint: (field: string): string =>
    `Har varje rad samma ${field}? Skriv det här och ta bort fältet ur lacks, till exempel:`,
  timeFormats: 'strptime-mönster (DuckDB), prövas i ordning',
  codesGuessed: 'gissade ur ordens början; kontrollera varje',
  codeRows: (rows: number): string => (rows === 1 ? '1 rad' : `${rows} rader`),
  todo: 'TODO',
  hidden: (words: number): string => `${words} ord till visas inte: de kan nämna personer`,
  documentation: 'För dokumentationen, om ni vill: vad systemet loggar, hur filen tas ut, vad som saknas.',
  tally: ({ certain, likely, guess, left }: Tally): string =>
    `${certain === 1 ? '1 kolumn säker' : `${certain} kolumner säkra`}, ${likely} trolig${likely === 1 ? '' : 'a'}, ${guess} gissad${guess === 1 ? '' : 'e'}, ${left} läses inte.`,
  missing: (fields: readonly string[]): string => `Saknas och krävs: ${fields.join(', ')}. Se utkastet.`,
  todos: (words: number): string => `${words} kodord gick inte att gissa; ${words === 1 ? 'det' : 'de'} står som TODO.`,
  knownAs: (profile: string): string => `Profilen ${profile} läser redan den här filen; ett utkast behövs kanske inte.`,
  next: (id: string): string =>
    `Rätta utkastet och pröva det: loggkoll profile check FIL --profile UTKAST.yaml. Lägg det sedan i arbetsytans profiles/, som ${id}.yaml.`,

  check: {
    readAs: (kind: string, profile: string, encoding: string): string => `${kind}, profil ${profile}, ${encoding}`,
    rows: 'De första raderna, som de skulle lagras',
    masked: 'Personer är maskerade; --reveal --reason TEXT visar dem.',
    row: (row: number): string => `rad ${row}`,
    filled: 'Ifyllt (i rader som läses)',
    quality: 'Tidernas kvalitet',
    qualities: {
      offset: 'med tidszon',
      local: 'lokal tid',
      local_ambiguous: 'timmen som upprepas i oktober',
      local_gap: 'timmen som inte finns i mars',
      date_only: 'bara dag',
      none: 'ingen tid',
    } as Readonly<Record<string, string>>,
    rejects: 'Avvisade rader',
    unmapped: 'Kolumner som varken läses eller nämns',
    codes: 'Okända koder',
    none: 'inga',
    nothing: 'ingen rad kan läsas',
    count: (rows: number, share: number): string => `${rows} (${percent(share)})`,
  },
}

function seenSv(seen: string, share: number): string {
  return `${percent(share)} av värdena är ${lookUp(sv.seen, seen)}`
}

const en: typeof sv = {
  sureness: { certain: 'certain', likely: 'likely', guess: 'guess', given: 'given' },
  header: {
    exact: 'the header says so',
    partial: 'the header points to it',
    none: 'the header says nothing, the values do',
  },
  seen: {
    personal_numbers: 'personal numbers and other person ids',
    hsa_ids: 'HSA ids',
    uuids: 'UUIDs',
    times: 'times with a time of day',
    dates: 'dates',
    clocks: 'times of day',
    truths: 'yes or no',
    known_words: 'words that are recognised',
    addresses: 'network addresses',
    hosts: 'names of computers',
    names: 'names',
    different: 'different',
    few_words: 'a few words',
    ids: 'ids of another kind',
  },
  notes: {
    day_or_month:
      'no value settles whether the day or the month stands first: ask the vendor; if it is the month, change places of %d and %m in time_formats',
    epoch_seconds: 'seconds since 1970 cannot be read; export the time as 2026-03-01 08:15:00',
    epoch_milliseconds: 'milliseconds since 1970 cannot be read; export the time as 2026-03-01 08:15:00',
    month_names: 'Swedish names of months cannot be read; export the time as 2026-03-01 08:15:00',
    no_clock: 'days only, no time of day',
    names_for_ids: 'names, not ids: the registers must then use the same names',
    personal_numbers_for_ids: 'personal numbers: the staff register must then have them as user_id',
    no_personal_numbers: 'no personal numbers: the registers must use the same numbers',
    scientific_notation: 'a spreadsheet has made numbers into 1.9E+11: export again',
    not_iso: 'times of registers must be written 2026-03-01 08:15:00',
    values_disagree: 'the values look like something else',
  },
  reason: (reason) => {
    const seen =
      reason.seen === undefined ? [] : reason.seen === 'empty' ? ['no values'] : [seenEn(reason.seen, reason.share)]
    const filled = reason.filled > 0 && reason.filled < 0.95 ? [`filled in ${percent(reason.filled)}`] : []
    const notes = reason.notes.map((note) => `NOTE ${lookUp(en.notes, note)}`)
    return `${en.sureness[reason.sureness]}: ${[en.header[reason.header], ...seen, ...filled, ...notes].join('; ')}`
  },
  left: ({ why, field }) =>
    lookUp(
      {
        empty: 'no values',
        unknown: 'not understood: is it one of the fields?',
        taken: `looks like ${field ?? ''}, which another column is`,
        twice: 'the header stands twice: rename one of them in the export',
        nameless: 'the column has no header',
      },
      why,
    ),
  kind: (sureness, other) =>
    `${en.sureness[sureness]}${other === undefined ? '' : `; could also be ${other}: --kind decides`}`,
  head: (rows, columns) =>
    `A draft by loggkoll profile infer, from ${en.codeRows(rows)} and ${columns} columns. Go through every line; what follows a # is the reason.`,
  description: 'A draft, not yet checked against the system',
  basedOn: (rows, columns) => `One file: ${columns} columns, the first ${rows === 1 ? 'row' : `${rows} rows`}`,
  lawWants: 'the law wants it (HSLF-FS 2016:40 4 kap. 9 §), and no column is it',
  tableWants: 'without it every row is rejected',
  constantHint: (field) => `Has every row the same ${field}? Write it here and take the field out of lacks, such as:`,
  timeFormats: 'strptime patterns (DuckDB), tried in order',
  codesGuessed: 'guessed from how the words begin; check each',
  codeRows: (rows) => (rows === 1 ? '1 row' : `${rows} rows`),
  todo: 'TODO',
  hidden: (words) =>
    words === 1
      ? '1 more word is not shown: it may name a person'
      : `${words} more words are not shown: they may name persons`,
  documentation: 'For the documentation, if you like: what the system logs, how one gets the file, what it lacks.',
  tally: ({ certain, likely, guess, left }) =>
    `${certain === 1 ? '1 column' : `${certain} columns`} certain, ${likely} likely, ${guess} guessed, ${left} not read.`,
  missing: (fields) => `Missing and required: ${fields.join(', ')}. See the draft.`,
  todos: (words) =>
    words === 1
      ? '1 code word could not be guessed; it is marked TODO.'
      : `${words} code words could not be guessed; they are marked TODO.`,
  knownAs: (profile) => `The profile ${profile} reads this file already; a draft may not be needed.`,
  next: (id) =>
    `Mend the draft and try it: loggkoll profile check FILE --profile DRAFT.yaml. Then put it into the workspace's profiles/, as ${id}.yaml.`,

  check: {
    readAs: (kind, profile, encoding) => `${kind}, profile ${profile}, ${encoding}`,
    rows: 'The first rows, as they would be stored',
    masked: 'Persons are masked; --reveal --reason TEXT shows them.',
    row: (row) => `row ${row}`,
    filled: 'Filled (in rows that are read)',
    quality: 'Quality of the times',
    qualities: {
      offset: 'with an offset',
      local: 'local time',
      local_ambiguous: 'the hour that October repeats',
      local_gap: 'the hour that March lacks',
      date_only: 'day only',
      none: 'no time',
    },
    rejects: 'Rejected rows',
    unmapped: 'Columns neither read nor mentioned',
    codes: 'Unknown codes',
    none: 'none',
    nothing: 'no row can be read',
    count: (rows, share) => `${rows} (${percent(share)})`,
  },
}

function seenEn(seen: string, share: number): string {
  return `${percent(share)} of the values are ${lookUp(en.seen, seen)}`
}

/** What `profile infer` and `profile check` say. */
export function profileWords(language: Language): typeof sv {
  return language === 'sv' ? sv : en
}
