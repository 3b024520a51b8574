import { numbersIn } from '../report/numbers.ts'
import { enChecks } from './en-checks.ts'
import type { sv } from './sv.ts'
import type { Told } from './told.ts'

const { count, share, partOf, many } = numbersIn('en-GB', 'of')
const number = (facts: Told['facts'], name: string): number => Number(facts[name] ?? 0)
const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const events = (amount: number): string => many(amount, 'event', 'events')
const ofWhole = ({ part, whole }: Told, noun: string): string =>
  `${count(part)} of ${count(whole ?? 0)} ${noun} (${share(part, whole ?? 0)})`
const ofEvents = (told: Told): string => ofWhole(told, 'events')
const assigned = 'assignment'

/** What cannot be seen without a field. */
const serves: Readonly<Record<string, string>> = {
  record_id: 'It is then harder to see whether a record comes twice or is missing.',
  purpose: 'It then does not show whether a lookup was for care, quality or administration.',
  resource_type: 'It then does not show whether a list of drugs or a journal note was read.',
  workstation: 'It then does not show whether one login is used at two places at once.',
  owner_care_unit_id: 'Blocks between units can then not be checked.',
}

/** What `quality` says, in English. */
export const en: typeof sv = {
  checks: enChecks,
  count,
  share,
  partOf,
  heading: 'Is the log fit for review?',
  title: (period) => `Is the log fit for review? ${period}`,
  noPeriod: 'No period',
  mark: 'About the log, not about persons',
  introduction:
    'Before a log is reviewed one must know whether it is whole: whether everything is in it, whether every row says what the law wants, and whether there is something to hold it against. Here the questions are put to the log itself. The report holds counts and times, never names of patients or staff, and never the content of a row.',
  skip: 'Skip to the content',
  contents: 'Contents',
  page: 'Page',
  answers: { fit: 'Nothing to remark', remark: 'Remark', cannot_tell: 'Cannot tell' },
  verdict: {
    fit: 'Yes, nothing to remark.',
    low: 'Yes, with minor remarks.',
    medium: 'Yes, with reservations.',
    high: 'Not yet.',
    critical: 'No.',
    cannot_tell: 'It cannot be told.',
  },
  verdictMeans: {
    fit: 'Nothing that could be examined gives cause for a remark.',
    low: 'The review can be made. The remarks should be mended before the next delivery.',
    medium: 'The review can be made, but the remarks below belong in its protocol: some things cannot be seen.',
    high: 'What is lacking below keeps a part of the log from being reviewed. Mend it, or limit the review and write in the protocol what it leaves out.',
    critical: 'The log does not show what a control must be able to see. Mend this before the log is reviewed.',
    cannot_tell: 'There are no events to examine. An empty log is not the same as a whole log.',
  },
  priority: (priority) => `Priority ${priority}`,
  summary: {
    heading: 'The answer',
    numbers: 'The log in numbers',
    events: 'Events',
    untimed: (amount) => `${count(amount)} without a time`,
    sources: 'Sources',
    files: 'Files',
    fit: 'Nothing to remark',
    remarks: 'With a remark',
    open: 'Cannot tell',
    ofQuestions: (all) => `of ${count(all)} questions`,
    first: 'Mend first',
    questions: 'The questions and their answers',
    question: 'Question',
    answer: 'Answer',
  },
  check: {
    heading: 'The questions, one by one',
    why: 'Why it matters',
    way: 'What to do',
    figures: 'The figures',
    figure: 'Figure',
    source: 'Source',
    part: 'Count',
    whole: 'Of',
    share: 'Share',
    open: 'Cannot tell:',
    places: 'Most',
    more: (amount) => `${count(amount)} more`,
  },
  sources: {
    heading: 'Sources and files',
    sources: 'Sources of the period',
    source: 'Source',
    events: 'Events',
    first: 'First',
    last: 'Last',
    files: 'Files that concern the period',
    file: 'File',
    batch: 'Batch',
    rows: 'Rows',
    stored: 'Stored',
    duplicate: 'Read before',
    rejected: 'Rejected',
    conflict: 'In conflict',
    claims: (from, to) => `says it holds ${from} – ${to}`,
    unnamed: 'source without a name',
  },
  method: {
    heading: 'How the answers were made',
    period: 'Period',
    periodMeans: (period, from, to) => `${period}, the first and the last day included (from ${from}, before ${to})`,
    zone: 'Time zone',
    tool: 'Tool',
    scale:
      'Priority 1 is the gravest and 5 the least. The limits are fixed and stand in the documentation (docs/quality.md). Priority 5 is for information, and makes no remark.',
    use: 'The figures are about the log. They may not be used to check the attendance or work of anyone.',
    law: 'Legal basis',
  },
  goOn: 'Write the report: loggkoll quality -o log-quality.html',
  placeAt: (place, amounts) => `${place}: ${amounts}`,
  fields: {
    occurred_at: 'time',
    user_id: 'user',
    care_unit_id: 'care unit',
    patient_id: 'patient',
    activity: 'activity',
    record_id: 'record id',
    purpose: 'purpose',
    resource_type: 'kind of information',
    resource_id: 'id of the information',
    workstation: 'workstation',
    owner_care_unit_id: 'unit that owns the information',
    owner_care_provider_id: 'provider that owns the information',
    user_name: 'name of the user',
    user_title: 'profession of the user',
    assignment: 'assignment',
    care_provider_id: 'provider of the user',
    break_glass: 'emergency access',
    network_address: 'network address',
    session_id: 'session',
    outcome: 'outcome',
    actor_kind: 'kind of user',
    incidental: 'shown in a list',
  },
  parties: { staff: 'user', care_unit: 'care unit', patient: 'patient', assignment: assigned },
  actors: { staff: 'staff', robot: 'automatic accounts', citizen: 'citizens', system: 'systems' },
  tableFiles: (tables) => tables.join(' or '),
  rejectCauses: {
    too_few_columns: 'too few columns',
    too_many_columns: 'too many columns',
    broken_quotes: 'broken quotation marks',
    line_too_long: 'too long a line',
    broken_characters: 'broken characters',
    unreadable: 'cannot be read',
    impossible_time: 'impossible time',
    neither_user_nor_time: 'neither user nor time',
    broken_json: 'broken JSON',
    no_object: 'no JSON object',
    broken_message: 'broken message',
    conflict_with_known_record: 'same record id, other content',
  },
  causes: {
    no_events: 'There are no events in the period.',
    no_seconds: 'The times have no seconds.',
    no_time_of_day: 'The times have no time of day.',
    no_record_ids: 'The records have no id.',
    no_running_numbers: 'The ids of the records are no running numbers.',
    numbers_out_of_order: 'The numbers of the records do not follow time.',
    numbers_of_a_longer_series:
      'More than half of the numbers are elsewhere: the extract is a part of a longer series.',
    history_too_short: 'The log is too short, or has too few events, to show what is usual.',
    register_empty: 'The register is not loaded.',
  },
  unanswered: {
    near_duplicates: 'Repetitions within a second',
    lists: 'Lists on the screen',
    record_id: 'Running numbers',
    days: 'Days without events',
    staff: 'Users',
    care_unit: 'Care units',
    patient: 'Patients',
    assignment: 'Assignments',
  },
  figures: {
    filled: (subject) => upper(subject),
    days_with_rows: () => 'Days with events',
    days_told: () => 'Days that could be examined',
    units_told: () => 'Units large enough to be examined day by day',
    numbers: () => 'Running numbers that are there',
    rejected: () => 'Rejected rows',
    conflict: () => 'Known records with other content',
    read_before: () => 'Rows that were read before',
    near_duplicates: () => 'Repetitions within a second',
    lists: () => 'Lists (20 patients or more in a second)',
    in_lists: () => 'Events in such lists',
    incidental: () => 'Events marked as a list or a selection',
    unknown_codes: (subject) => `Unknown codes for ${subject}`,
    offset: () => 'Times with an offset from UTC',
    local: () => 'Times in local time',
    local_ambiguous: () => 'Times in the hour that is repeated when summer time ends',
    local_gap: () => 'Times in the hour that is left out when summer time begins',
    date_only: () => 'Only a date',
    round_minute: () => 'Times at a full minute (about 1 in 60 is expected)',
    midnight: () => 'Times at exactly 00:00:00',
    lookups_unknown: (subject) =>
      subject === assigned
        ? 'Lookups without an assignment at the unit that day'
        : `Lookups with an unknown ${subject}`,
    parties_unknown: (subject) => (subject === assigned ? 'Users with such lookups' : `Unknown: ${subject}`),
    users_without_unit: () => 'Users who never have a unit',
    actor: (subject) => upper(subject),
    rules_asked: () => 'Rules that can be asked',
    table_rows: (subject) => `Rows of ${subject}`,
    lookups_covered: () => 'Lookups on days and at units that the care contacts speak for',
    units_covered: () => 'Units with care contacts loaded for any of the days',
    days_with_shifts: () => 'Days with shifts',
    files: () => 'Files',
    drafts: () => 'Files read with a draft of a profile',
    nonconforming: () => 'Rows of the files that lack one of the five fields',
    deviations: (subject) => `Not as the schema of the format says: ${subject}`,
  },
  remarks: {
    field_missing: (told) =>
      told.part === told.whole
        ? `${upper(told.subject)} is missing in all ${events(told.part)}.`
        : `${upper(told.subject)} is missing in ${ofEvents(told)}.`,
    field_absent: (told) => `${upper(told.subject)} is not filled. ${serves[told.code] ?? ''}`.trim(),
    source_days: ({ part, facts }) =>
      `No events at all on ${many(part, 'day', 'days')} when the source usually has some (about ${count(number(facts, 'usual'))} in all).`,
    unit_days: ({ part, facts }) =>
      `${many(number(facts, 'units'), 'unit has', 'units have')} no events on ${many(part, 'day', 'days')} in all when there usually are some (about ${count(number(facts, 'usual'))}). A closed unit may explain it.`,
    source_hours: ({ part, facts }) =>
      `No events in ${many(part, 'hour', 'hours')} when the source nearly always has some (about ${count(number(facts, 'usual'))} in all).`,
    unit_hours: ({ part, facts }) =>
      `${many(number(facts, 'units'), 'unit has', 'units have')} no events in ${many(part, 'hour', 'hours')} in all when there nearly always are some (about ${count(number(facts, 'usual'))}).`,
    thin_days: ({ part }) => `Less than a quarter of the usual on ${many(part, 'day', 'days')}.`,
    empty_delivery: ({ part }) => `${many(part, 'file says', 'files say')} which time they hold, and hold no events.`,
    numbers_missing: ({ part, whole, facts }) =>
      `${count(part)} of ${count(whole ?? 0)} running numbers (${share(part, whole ?? 0)}) are missing, in ${many(number(facts, 'holes'), 'gap', 'gaps')}.`,
    rejected: (told) => `${ofWhole(told, 'rows')} were rejected when the log was read.`,
    conflict: (told) =>
      `${ofWhole(told, 'rows')} have the record id of a known record and other content. The first one read is kept.`,
    read_before: (told) => `${ofWhole(told, 'rows')} were read before: the deliveries overlap.`,
    near_duplicates: (told) => `${ofEvents(told)} repeat another within a second.`,
    unmarked_lists: (told) =>
      `${ofEvents(told)} are part of ${many(number(told.facts, 'lists'), 'list', 'lists')} on the screen (${number(told.facts, 'patients')} patients or more in a second) and not marked as such.`,
    unknown_codes: (told) =>
      `${ofWhole(told, 'rows')} have an unknown code for ${told.subject} (${many(number(told.facts, 'words'), 'code', 'different codes')}).`,
    date_only: (told) => `${ofEvents(told)} have a date and no time of day.`,
    local_gap: (told) =>
      `${ofEvents(told)} have a time that does not exist: the hour is left out when summer time begins.`,
    local_ambiguous: (told) =>
      `${ofEvents(told)} are in the hour that is repeated when summer time ends, and may have been in either.`,
    no_minutes: () => 'All times are at a full hour.',
    no_seconds: () => 'The times have no seconds. Lists on the screen and duplicates cannot then be told apart.',
    midnight: (told) => `${ofEvents(told)} have the time 00:00:00. Probably they are dates without a time of day.`,
    stray: (told) =>
      `${events(told.part)} ${told.part === 1 ? 'lies' : 'lie'} far from the rest of the source in time.`,
    future: (told) => `${events(told.part)} ${told.part === 1 ? 'lies' : 'lie'} in the future.`,
    outside_claim: (told) => `${ofEvents(told)} are outside the time that their file says it holds.`,
    unknown_party: (told) =>
      told.subject === assigned
        ? `${ofWhole(told, 'lookups')} are by ${many(number(told.facts, 'parties'), 'user', 'users')} without an assignment at the unit that day.`
        : `${ofWhole(told, 'lookups')} have a ${told.subject} that is not in the register (${count(number(told.facts, 'parties'))} different).`,
    users_without_unit: (told) => `${ofWhole(told, 'users')} never have a unit in the log.`,
    no_staff: () => 'No events are by staff: there is nothing here for a log control to review.',
    mostly_machines: (told) => `${ofEvents(told)} are by automatic accounts and systems.`,
    table_missing: ({ subject, rules }) =>
      `Nothing is loaded about ${subject}. ${rules.length === 1 ? 'The rule' : 'The rules'} ${rules.join(', ')} therefore cannot be asked.`,
    table_could_help: ({ subject, rules }) =>
      `Nothing is loaded about ${subject}. ${rules.length === 1 ? 'The rule' : 'The rules'} ${rules.join(', ')} can be asked, but not answer fully.`,
    table_outside: ({ subject, part }) =>
      `What is loaded about ${subject} (${many(part, 'row', 'rows')}) is valid on other days than those of the log.`,
    contacts_uncovered: (told) =>
      `${ofWhole(told, 'lookups')} are at units and on days that no loaded care contacts speak for. ${many(number(told.facts, 'units'), 'unit has', 'units have')} none at all.`,
    days_without_shifts: (told) => `${ofWhole(told, 'days')} have events and no loaded shifts.`,
    draft_profile: ({ part, facts }) =>
      `${many(part, 'file was read', 'files were read')} with the profile ${facts['profile'] ?? ''}, which is a draft: nobody has held it against a real file.`,
    deviation: ({ part, subject }) =>
      `${many(part, 'record does not follow', 'records do not follow')} the schema of the format (${subject}), and ${part === 1 ? 'was' : 'were'} read.`,
  },
}
