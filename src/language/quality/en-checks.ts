import type { svChecks } from './sv-checks.ts'

/** The questions put to the log as a whole, in English. */
export const enChecks: typeof svChecks = {
  'mandatory-fields': {
    title: 'The five fields that the law wants',
    question: 'Has every event a time, a user, a care unit, a patient and an activity?',
    why: 'The log shows what was done, from which care unit, when, by whom and about which patient (HSLF-FS 2016:40 ch. 4 s. 9). It is the first that a supervisor asks for. Login and logout need no patient.',
    way: 'Ask the vendor to log and deliver the field. See first that the column is in the file, and that the profile maps it.',
  },
  gaps: {
    title: 'Gaps in the log',
    question: 'Are there days or hours without events, where there usually are some?',
    why: 'What is not in the log cannot be reviewed. What is usual is learnt from the same kind of day and hour at the same source or unit, so that a closed Sunday or a quiet night is no gap.',
    way: 'Ask whoever delivers the log whether the delivery is whole. An outage or a closed unit may explain the gap; note it in the protocol.',
  },
  'record-numbers': {
    title: 'Running numbers',
    question: 'Are all the running numbers there that the source gave its records?',
    why: 'A running number that is missing is a record that was written and did not arrive: filtered, lost or removed.',
    way: 'Ask the vendor what stands at the missing numbers, and whether the extract is filtered.',
  },
  rejects: {
    title: 'Rows that could not be taken in',
    question: 'Were rows rejected when the log was read, or did known records come back with other content?',
    why: 'A rejected row may be a lookup that nobody will see. A record that has changed since the last time should not exist: a log is written once.',
    way: 'Mend the export or the profile and read the file again. Ask the vendor why a record has changed.',
  },
  duplicates: {
    title: 'Duplicates',
    question: 'Does the log say the same thing more than once?',
    why: 'Duplicates make a user seem to have done more than was done. Rows that were read before are never counted twice. Rows with different record ids that say the same within a second cannot safely be removed, and are counted here.',
    way: 'Ask the vendor why one and the same action is logged several times.',
  },
  'list-views': {
    title: 'Lists on the screen',
    question: 'Are there bursts of events that are a list on the screen and no reading of records?',
    why: 'Whoever gets a list of many patients on the screen has not read their records. If the list is not marked, it looks like mass reading.',
    way: 'Read the log with a profile that marks list views, or ask the vendor to tell showing in a list from opening a record.',
  },
  codes: {
    title: 'Unknown codes',
    question: 'Are there codes that nobody has said the meaning of?',
    why: 'An unknown activity is kept as it is, but no rule understands it.',
    way: 'Add the codes to the profile. Reading the file and loggkoll profile check show them.',
  },
  times: {
    title: 'Times',
    question: 'How are times told, and are there times that cannot be?',
    why: 'A time without a time of day cannot be held against a shift. A time without seconds hides lists and duplicates. A time far from the rest is a wrong clock or a fault of the export.',
    way: 'Ask for times with seconds and an offset from UTC (such as 2026-03-01T08:15:00+01:00).',
  },
  'useful-fields': {
    title: 'Fields that make the control better',
    question: 'Which fields beyond the five does the log fill?',
    why: 'The law does not name them, but each that is missing makes some rule blunter or the evidence thinner.',
    way: 'Ask the vendor to take the field into the extract, if the system logs it.',
  },
  registers: {
    title: 'The registers know the log',
    question: 'Are the users, units and patients of the log in the loaded registers, and have the users assignments?',
    why: 'Whom the registers do not know, no care relation can explain. When more than half are unknown, the log and the register mostly use different kinds of id.',
    way: 'Load registers from the same time as the log, and see that they use the same kind of id.',
  },
  actors: {
    title: 'Who acts in the log',
    question: 'How many events are by staff, and how many by automatic accounts, citizens and systems?',
    why: 'Log control reviews staff. The rest is counted, and not gone through.',
    way: 'If the events of staff are missing: see that the right log was delivered, and that the profile says who is staff.',
  },
  'reference-data': {
    title: 'What explains lookups',
    question: 'Are the registers loaded, do they speak for the days of the log, and which rules can then answer?',
    why: 'Without care contacts nothing is explained, and without registers rules cannot be asked. A rule that cannot be asked is unanswered. That is not a no.',
    way: 'Load what is missing for the same days as the log (loggkoll ingest).',
  },
  reading: {
    title: 'How the log was read',
    question: 'Was the log read as it was meant?',
    why: 'Nobody has held a draft of a profile against a real file. A column may then be wrongly mapped, and nothing shows it.',
    way: 'Compare some rows of the file with loggkoll profile check, together with someone who knows the system.',
  },
}
