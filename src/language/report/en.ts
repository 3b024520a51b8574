import { enCases } from './en-cases.ts'
import { enCodes } from './en-codes.ts'
import { listedWith, numbersIn } from './numbers.ts'
import type { sv } from './sv.ts'

const { count, share, partOf, many } = numbersIn('en-GB', 'of')
const listed = listedWith('and')

/** The reports in English. */
export const en: typeof sv = {
  ...enCases,
  ...enCodes,
  count,
  share,
  partOf,
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  shortWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  at: (day, time) => `${day}, ${time}`,

  title: (period) => `Log review ${period}`,
  confidential: 'May contain confidential data',
  skip: 'Skip to the content',
  contents: 'Contents',
  page: 'Page',
  introduction:
    'This is the result of a log review: a look at who opened patient records in the period, and at what in the loaded data explains it. Rules put their questions to the log, which answers yes, no, or that it cannot tell. The report shows what a person should look at. The judgement is made by the one who reviews.',
  selection: 'A hit is a criterion for selection, not a suspicion.',
  lookupMeans: 'A lookup is all that one user did in the record of one patient, from one unit, on one day.',

  summary: {
    heading: 'Summary',
    notices: 'Read this first',
    numbers: 'The review in numbers',
    lookups: 'Lookups',
    explained: 'Lookups explained',
    firstExplained: 'First lookups explained',
    noFirst: 'None are known yet',
    unknown: 'Cannot tell',
    firstMeans:
      'A first lookup is the first that the user makes in the record of the patient. A lookup is explained when care or an assignment explains it.',
    findings: 'Findings',
    cases: 'Cases',
    casesSplit: (out, kept) => `${count(out)} selected for review, ${count(kept)} not selected`,
    suppressed: (amount) => `${many(amount, 'finding is', 'findings are')} left out by decision and not shown here`,
    reasons: 'What explains the lookups',
    grade: 'Care relation',
    reason: 'Reason',
    noReason: 'No reason',
    apart: 'Outside the review',
    apartMeans: 'This is not among the lookups above.',
    nothingApart: 'Nothing: all of the log is in the review.',
  },
  apart: {
    otherProviders: (provider, lookups) =>
      `${many(lookups, 'lookup', 'lookups')} by users of ${provider}, which reviews them itself`,
    noProvider: 'a care provider that the log does not name',
    robots: (lookups) => `${many(lookups, 'lookup', 'lookups')} by automatic accounts`,
    citizens: (events) => `${many(events, 'event', 'events')} where patients, guardians or proxies read for themselves`,
    systems: (events) => `${many(events, 'event', 'events')} by systems`,
    withoutUser: (events) => `${many(events, 'event', 'events')} without a user`,
    withoutTime: (events) => `${many(events, 'event', 'events')} without a time`,
    sessions: (events) => `${many(events, 'event', 'events')} of login, logout or consent`,
  },
  notices: {
    unit: (unit, unexplained, lookups, concerned, users) =>
      `${unit}: ${count(unexplained)} of ${count(lookups)} lookups (${share(unexplained, lookups)}) lack an explanation, and ${count(concerned)} of ${count(users)} users have some. The data about the care contacts of the unit are probably incomplete. Check the loading before anyone is asked.`,
    illFitting: (rule, unit, flagged, lookups) =>
      `The rule ${rule} does not fit ${unit}: ${count(flagged)} of ${count(lookups)} lookups (${share(flagged, lookups)}) give a finding. There a finding says little.`,
    moreUnits: (units) =>
      `${many(units, 'more unit', 'more units')} probably with incomplete data about care contacts. The report has them all.`,
    moreIllFitting: (times) =>
      `A rule does not fit a unit in ${many(times, 'more place', 'more places')}. The report has them all.`,
    failed: (rules) =>
      rules.length === 1
        ? `The rule ${rules[0]} could not be run. It is unanswered.`
        : `The rules ${listed(rules)} could not be run. They are unanswered.`,
    notApplicable: (rules, missing) =>
      `The ${rules.length === 1 ? 'rule' : 'rules'} ${listed(rules)} could not be asked: ${missing}.`,
    couldSayMore: (rules, missing) =>
      rules.length === 1
        ? `The rule ${rules[0]} was asked, but cannot answer in full: ${missing}.`
        : `The rules ${listed(rules)} were asked, but cannot answer in full: ${missing}.`,
    scopeAllProviders:
      'The settings do not say whose staff is to be reviewed. Therefore everyone in the log is included.',
    noFindings: 'The review gave no findings. That does not mean that all is well: see what could not be told.',
    nonconforming: (file, rows) =>
      `${many(rows, 'row', 'rows')} of ${file} ${rows === 1 ? 'lacks' : 'lack'} one of the five facts that a log is to hold.`,
    incidental: (lookups) =>
      `${many(lookups, 'lookup', 'lookups')}: the patient only showed in a list or a selection. They are among the lookups, but open no case by themselves.`,
    unsettled: (lookups) =>
      `${many(lookups, 'lookup', 'lookups')} cannot be settled yet, since care contacts may still be registered. They are looked at again later.`,
    emptyPeriod: 'No lookups are loaded for the period. An empty log does not mean that all is well.',
    draftProfile: (profile) =>
      `Read with a profile that is a draft: ${profile}. Check that the columns were understood before the report is used.`,
    missingTable: (table) => `No data are loaded about ${table}.`,
  },
  missing: (tables) => `data are missing about ${tables}`,
  missingUnnamed: 'data are missing',
  or: 'or',
  listed,

  rules: {
    heading: 'The rules and their answers',
    caption: 'Each rule with its number of lookups',
    rule: 'Rule',
    assessed: 'Assessed',
    flagged: 'Findings',
    unknown: 'Cannot tell',
    means: 'A question that could not be asked, or that the log cannot answer, is unanswered. That is not a no.',
    causes: 'Cannot tell, because:',
    notAsked: 'Not asked',
    failed: 'Could not be run. The question is unanswered.',
    nothingToAssess: 'No lookup to assess. The question is unanswered.',
    allUnknown: 'Could not be told for any lookup. The question is unanswered.',
    unfit: (units) => `Does not fit ${units}`,
  },
  plots: {
    heading: 'When and where',
    hours: 'Lookups by weekday and hour',
    hoursDescription: (most, lookups) =>
      `A grid with the days of the week downwards and the hours of the day to the right. A stronger colour means more lookups. Most are on ${most}: ${lookups} lookups.`,
    hoursEmpty: 'No lookups to show.',
    fewest: 'Fewer',
    most: 'More',
    hour: 'Hour',
    hourAt: (weekday, hour) => `${weekday} at ${hour}`,
    units: 'Share of lookups explained, by unit',
    unitsDescription: (units) =>
      `Horizontal bars for ${many(units, 'unit', 'units')}. Each bar begins with the lookups explained, and goes on with those that cannot be told.`,
    untold: (lookups) => `${count(lookups)} cannot be told`,
    unitsShown: (shown, all) =>
      `The picture shows the ${count(shown)} of ${count(all)} units that have the most lookups without an explanation. All are in the table.`,
    table: 'Show the numbers as a table',
    unit: 'Unit',
    lookups: 'Lookups',
    explained: 'Explained',
    share: 'Share',
    firstShare: 'Share of first lookups',
    unexplained: 'Not explained',
    unknown: 'Cannot tell',
  },

  method: {
    heading: 'How the review was made',
    period: 'Period',
    periodMeans: (period, from, to) => `${period}, the first and the last day included (from ${from}, before ${to})`,
    zone: 'Time zone',
    tool: 'Tool',
    run: 'Run',
    trail: 'Head of the trail',
    noTrail: 'none',
    sources: 'Files that were read',
    noSources: 'No files are named.',
    file: 'File',
    rows: 'Rows',
    batch: 'Batch',
    rules: 'Versions and parameters of the rules',
    version: 'Version',
    parameters: 'Parameters',
    noParameters: 'none',
    sql: 'sha256 of the query',
  },
  misses: { heading: 'What the rules miss', unknown: 'No description.' },
  purpose: {
    heading: 'What the report may be used for',
    limit: 'Log review may not be used to check attendance or performance.',
    means:
      "It is made to protect the patients' data. Times and numbers in the report say when records were opened, not how anyone worked.",
  },
  law: {
    heading: 'Legal basis',
    caption: 'The provisions that each rule rests on',
    place: 'Provision',
    unknown: 'Not known',
  },
  list: {
    lookups: (period, lookups) => `Log review ${period}: ${many(lookups, 'lookup', 'lookups')}`,
    explained: (all, unknown, first) =>
      `Explained: ${all}. Cannot tell: ${count(unknown)}. ${first === null ? 'No first lookups are known yet.' : `Of first lookups: ${first}.`}`,
    findings: (findings, cases) => `${many(findings, 'finding', 'findings')} in ${many(cases, 'case', 'cases')}.`,
    findingsApart: (amount) =>
      `${many(amount, 'finding', 'findings')} more, of rules that only add to a case, outside them.`,
    moreCases: (amount) => `${many(amount, 'more case is', 'more cases are')} handed out, and shown in the report.`,
    goOn: (run) => [
      'Show the evidence: loggkoll explain FINDING',
      'Write the report: loggkoll report audit -o FILE.html',
      `The run: ${run}`,
    ],
    unanswered: 'unanswered',
  },
}
