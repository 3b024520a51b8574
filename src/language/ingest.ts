import type { Language } from '../model/language.ts'

const kinds = {
  sv: {
    access: 'åtkomstlogg',
    staff: 'personal',
    assignment: 'medarbetaruppdrag',
    care_unit: 'vårdenheter',
    patient: 'patienter',
    person_alias: 'nummerbyten',
    relation: 'närstående',
    care_contact: 'vårdkontakter',
    block: 'spärrar',
    block_override: 'hävda spärrar',
    consent: 'samtycken',
    shift: 'arbetspass',
    absence: 'frånvaro',
    watchlist: 'bevakningslista',
    reviewer: 'granskare',
  },
  en: {
    access: 'access log',
    staff: 'staff',
    assignment: 'assignments',
    care_unit: 'care units',
    patient: 'patients',
    person_alias: 'person aliases',
    relation: 'relations',
    care_contact: 'care contacts',
    block: 'blocks',
    block_override: 'block overrides',
    consent: 'consents',
    shift: 'shifts',
    absence: 'absences',
    watchlist: 'watchlist',
    reviewer: 'reviewers',
  },
} as const

const causes = {
  sv: {
    too_few_columns: 'för få kolumner',
    too_many_columns: 'för många kolumner',
    broken_quotes: 'trasiga citattecken',
    line_too_long: 'för lång rad',
    broken_characters: 'trasiga tecken',
    unreadable: 'går inte att läsa',
    impossible_time: 'omöjlig tid',
    impossible_date: 'omöjligt datum',
    neither_user_nor_time: 'varken användare eller tid',
    missing_value: 'obligatoriskt värde saknas',
    broken_json: 'trasig JSON',
    no_object: 'inget JSON-objekt',
    broken_message: 'trasigt meddelande',
    conflict_with_known_record: 'samma post-id som en känd post, med annat innehåll',
  },
  en: {
    too_few_columns: 'too few columns',
    too_many_columns: 'too many columns',
    broken_quotes: 'broken quotation marks',
    line_too_long: 'too long a line',
    broken_characters: 'broken characters',
    unreadable: 'cannot be read',
    impossible_time: 'impossible time',
    impossible_date: 'impossible date',
    neither_user_nor_time: 'neither user nor time',
    missing_value: 'a mandatory value is missing',
    broken_json: 'broken JSON',
    no_object: 'no JSON object',
    broken_message: 'broken message',
    conflict_with_known_record: 'the record id of a known record, with other content',
  },
} as const

/** What a reader may say of a record that the schema of its format does not allow. */
const deviations = {
  sv: {
    no_log_id: 'logg-id saknas',
    no_system: 'system saknas',
    no_activity_type: 'aktivitet saknas',
    no_start_date: 'starttid saknas',
    no_access_date: 'åtkomsttid saknas',
    no_purpose: 'syfte saknas',
    no_user_id: 'användar-id saknas',
    no_care_provider: 'vårdgivare saknas',
    no_care_unit: 'vårdenhet saknas',
    no_owner: 'informationsägare saknas',
    no_resources: 'resurs saknas',
    no_resource_type: 'informationstyp saknas',
    no_patient_id: 'patient-id saknas',
    several_patients_in_a_resource: 'flera patienter i en resurs',
    no_result_code: 'resultatkod saknas',
    no_entries_and_no_interval: 'varken poster eller tidsintervall',
    unreadable_interval: 'tidsintervallet går inte att tolka',
    test_event: 'märkt som test',
    no_agent: 'ingen aktör',
    no_recorded_time: 'registreringstid saknas',
    no_events: 'svaret är tomt',
    no_records: 'filen är tom',
    archived_unit: 'nedlagd enhet',
    other_syslog_message: 'annat meddelande än åtkomstlogg',
    no_event_time: 'tidpunkt saknas',
    no_requestor: 'den som begärde saknas',
  },
  en: {
    no_log_id: 'no log id',
    no_system: 'no system',
    no_activity_type: 'no activity',
    no_start_date: 'no start time',
    no_access_date: 'no time of access',
    no_purpose: 'no purpose',
    no_user_id: 'no user id',
    no_care_provider: 'no care provider',
    no_care_unit: 'no care unit',
    no_owner: 'no owner of the information',
    no_resources: 'no resource',
    no_resource_type: 'no type of information',
    no_patient_id: 'no patient id',
    several_patients_in_a_resource: 'several patients in one resource',
    no_result_code: 'no result code',
    no_entries_and_no_interval: 'neither entries nor interval',
    unreadable_interval: 'the interval cannot be understood',
    test_event: 'marked as a test',
    no_agent: 'no agent',
    no_recorded_time: 'no time of recording',
    no_events: 'the answer is empty',
    no_records: 'the file is empty',
    archived_unit: 'a closed unit',
    other_syslog_message: 'a message that is no access log',
    no_event_time: 'no time of the event',
    no_requestor: 'no one who asked',
  },
} as const

interface Read {
  readonly kind: string
  readonly profile: string
  readonly encoding: string
}
interface Sum {
  readonly rows: number
  readonly stored: number
  readonly duplicate: number
  readonly rejected: number
  readonly conflict: number
}
interface Reject {
  readonly source_row: number
  readonly cause: string
  readonly column_name: string | null
}
type Purged = { readonly before: string; readonly rows: number }
type Code = { readonly field: string; readonly raw: string; readonly events: number }

const kindWord = (language: Language, kind: string): string =>
  (kinds[language] as Readonly<Record<string, string>>)[kind] ?? kind
const causeWord = (language: Language, cause: string): string =>
  (causes[language] as Readonly<Record<string, string>>)[cause] ?? cause
const counted = (language: Language, codes: Readonly<Record<string, number>>): string =>
  Object.entries(codes)
    .map(([code, count]) => `${deviationWord(language, code)} (${count})`)
    .join(', ')
const deviationWord = (language: Language, code: string): string =>
  (deviations[language] as Readonly<Record<string, string>>)[code] ?? code.replaceAll('_', ' ')
const inColumn = (name: string | null): string => (name ? ` (${name})` : '')
const someCodes = (codes: readonly Code[]): string =>
  codes
    .slice(0, 5)
    .map(({ field, raw, events }) => `${field} "${raw}" (${events})`)
    .join(', ') + (codes.length > 5 ? ', …' : '')

const rowsOf = (rows: number): string => `${rows} ${rows === 1 ? 'rad' : 'rader'}`

const sv = {
  readAs: (read: Read) => `läst som ${kindWord('sv', read.kind)}, profil ${read.profile}, ${read.encoding}`,
  sum: (sum: Sum) =>
    `${rowsOf(sum.rows)} = ${sum.stored} ${sum.stored === 1 ? 'ny' : 'nya'} + ${sum.duplicate} ${sum.duplicate === 1 ? 'dubblett' : 'dubbletter'} + ${sum.rejected} ${sum.rejected === 1 ? 'avvisad' : 'avvisade'}${sum.conflict > 0 ? ` + ${sum.conflict} ${sum.conflict === 1 ? 'motstridig' : 'motstridiga'}` : ''}`,
  sameFile: (batch: number) => `Samma fil är redan inläst (omgång ${batch}); inget är ändrat.`,
  rowsGone: ({ rows, before }: Purged) =>
    `${rows} av dess rader har gallrats sedan dess (loggen från tiden före ${before}) och läses inte in igen. Behövs ${rows === 1 ? 'den' : 'de'}, läs in filen i en egen arbetsyta.`,
  rowsBack: ({ rows, before }: Purged) =>
    `${rowsOf(rows)} är från tiden före ${before}, som är gallrad. ${rows === 1 ? 'Inläst finns den' : 'Inlästa finns de'} kvar tills ${rows === 1 ? 'den' : 'de'} gallras igen: loggkoll purge --before ${before}`,
  draft: (profile: string) =>
    `Profilen ${profile} är ett utkast: leverantörens filformat är inte offentligt. Kontrollera mot en riktig fil.`,
  unmapped: (columns: readonly string[]) => `Kolumner som inte läses: ${columns.join(', ')}`,
  reject: (reject: Reject) =>
    `rad ${reject.source_row}: ${causeWord('sv', reject.cause)}${inColumn(reject.column_name)}`,
  /** Of several rows with the same cause, the first is named. */
  rejectedRows: (rows: number, first: Reject) =>
    rows === 1
      ? sv.reject(first)
      : `${rows} rader, den första rad ${first.source_row}: ${causeWord('sv', first.cause)}${inColumn(first.column_name)}`,
  moreRejects: (count: number) => `… och ${count} till`,
  deviations: (codes: Readonly<Record<string, number>>) =>
    `Avvikelser från formatets schema, lästa ändå: ${counted('sv', codes)}`,
  nonconforming: (count: number) =>
    `${rowsOf(count)} saknar något av det som lagen kräver (åtgärd, enhet, tid, användare, patient); ${count === 1 ? 'den' : 'de'} är kvar.`,
  unknownCodes: (codes: readonly Code[]) => `Okända koder, sparade som de är: ${someCodes(codes)}`,
}

const en: typeof sv = {
  readAs: (read) => `read as ${kindWord('en', read.kind)}, profile ${read.profile}, ${read.encoding}`,
  sum: (sum) =>
    `${sum.rows} ${sum.rows === 1 ? 'row' : 'rows'} = ${sum.stored} stored + ${sum.duplicate} duplicate + ${sum.rejected} rejected${sum.conflict > 0 ? ` + ${sum.conflict} conflict` : ''}`,
  sameFile: (batch) => `The same file has been read (batch ${batch}); nothing is changed.`,
  rowsGone: ({ rows, before }) =>
    `${rows} of its rows ${rows === 1 ? 'has' : 'have'} been purged since (the log from before ${before}), and ${rows === 1 ? 'is' : 'are'} not read again. If needed, read the file into a workspace of its own.`,
  rowsBack: ({ rows, before }) =>
    `${rows} ${rows === 1 ? 'row is' : 'rows are'} from before ${before}, and that log has been purged. Once read ${rows === 1 ? 'it stays until it is' : 'they stay until they are'} purged again: loggkoll purge --before ${before}`,
  draft: (profile) =>
    `The profile ${profile} is a draft: the vendor's layout is not public. Check it against a real file.`,
  unmapped: (columns) => `Columns that are not read: ${columns.join(', ')}`,
  reject: (reject) => `row ${reject.source_row}: ${causeWord('en', reject.cause)}${inColumn(reject.column_name)}`,
  rejectedRows: (rows, first) =>
    rows === 1
      ? en.reject(first)
      : `${rows} rows, the first of them row ${first.source_row}: ${causeWord('en', first.cause)}${inColumn(first.column_name)}`,
  moreRejects: (count) => `… and ${count} more`,
  deviations: (codes) => `Not as the schema of the format says, read all the same: ${counted('en', codes)}`,
  nonconforming: (count) =>
    `${count} ${count === 1 ? 'row lacks' : 'rows lack'} something that the law asks for (action, unit, time, user, patient); ${count === 1 ? 'it is' : 'they are'} kept.`,
  unknownCodes: (codes) => `Unknown codes, kept as they are: ${someCodes(codes)}`,
}

/** What the bar of `ingest` says. */
export function progressWords(language: Language) {
  return language === 'sv'
    ? { reading: 'Läser', asking: 'Kontrollerar', writing: 'Skriver', left: 'kvar' }
    : { reading: 'Reading', asking: 'Checking', writing: 'Writing', left: 'left' }
}

/** What `ingest` says. */
export function ingestWords(language: Language): typeof sv {
  return language === 'sv' ? sv : en
}
